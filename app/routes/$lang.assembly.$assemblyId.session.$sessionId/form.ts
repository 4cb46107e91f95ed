import { readLiveForm } from "~/app/components/live/read-live-form";

/** What a form of the console asks for. */
export const readConsoleForm = (form: FormData) => readLiveForm(form);
