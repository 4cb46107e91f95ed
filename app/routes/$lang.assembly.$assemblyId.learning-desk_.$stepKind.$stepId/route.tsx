import type { MetaFunction } from "@remix-run/node";
import { type ClientActionFunctionArgs, Link, useLoaderData } from "@remix-run/react";
import { CommandForm } from "~/app/components/form/command-form";
import { afterClash, FilledFrom } from "~/app/components/form/filled-from";
import { keepWhenOffline } from "~/app/components/form/keep-when-offline";
import { SubmitButton } from "~/app/components/form/submit-button";
import { PageTitle } from "~/app/components/page-title/page-title";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocalePath } from "~/app/hooks/use-locale";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import { MaterialFields } from "./material-fields";
import type { loader } from "./route.server";
import { useSavedStep } from "./saved-step";
import { TaskFields } from "./task-fields";

export { action, loader } from "./route.server";

export const clientAction = (sent: ClientActionFunctionArgs) => keepWhenOffline(sent);

export const shouldRevalidate = afterClash;

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "What there is to learn" : "Ce qu'il y a à apprendre") },
];

export default function EditStep() {
  const t = useT("learn");
  const path = useLocalePath();
  const { id } = useAssembly();
  const { kind, material, task, mark } = useLoaderData<typeof loader>();
  const saved = useSavedStep();
  const title =
    kind === "material" ? t(material ? "edit.material" : "edit.newMaterial") : t(task ? "edit.task" : "edit.newTask");
  const fields = kind === "material" ? <MaterialFields /> : <TaskFields />;
  return (
    <>
      <PageTitle title={title} above={<Link to={path(`/assembly/${id}/learning-desk`)}>{t("edit.back")}</Link>} />
      <CommandForm className="stack-8">
        {mark === null ? (
          fields
        ) : (
          <FilledFrom mark={mark} fields={saved}>
            {fields}
          </FilledFrom>
        )}
        <SubmitButton big>{t("edit.save")}</SubmitButton>
      </CommandForm>
    </>
  );
}
