import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { findLocale } from "~/app/i18n/find-locale";
import { editOrganisation } from "~/server/commands/prepare/edit-organisation";
import { readForm } from "~/server/http/read-form";
import { refusedForm, refusedPage, unreadForm } from "~/server/http/reply";
import { myOrganisations } from "~/server/queries/prepare/my-organisations";
import { organisationForm, organisationTextsOf } from "./form";

export async function loader({ context, request }: LoaderFunctionArgs) {
  const organisations = await myOrganisations(context);
  if (!organisations.ok) return refusedPage(organisations.refusal, request, findLocale(request));
  return { organisations: organisations.value };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const read = readForm(organisationForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const edited = await editOrganisation(context, read.value.commandId, organisationTextsOf(read.value));
  if (!edited.ok) return refusedForm(form, edited.refusal);
  return redirect(`/${findLocale(request)}/organisation/settings?done=saved`);
}
