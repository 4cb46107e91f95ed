import { readLiveForm } from "~/app/components/live/read-live-form";

/** What a form of the hall asks for. */
export const readHallForm = (form: FormData) => readLiveForm(form);
