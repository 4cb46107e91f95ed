import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { addDays, localDateOf, nearestMonday } from "~/app/domain/assembly/local-date";
import { findLocale } from "~/app/i18n/find-locale";
import { createAssembly } from "~/server/commands/prepare/create-assembly";
import { readForm } from "~/server/http/read-form";
import { refusedForm, refusedPage, unreadForm } from "~/server/http/reply";
import { myOrganisations } from "~/server/queries/prepare/my-organisations";
import { newAssemblyForm, newAssemblyOf } from "./form";

export async function loader({ context, request }: LoaderFunctionArgs) {
  const locale = findLocale(request);
  const organisations = await myOrganisations(context);
  if (!organisations.ok) return refusedPage(organisations.refusal, request, locale);
  const today = localDateOf(context.app.clock.now(), "Europe/Paris");
  return {
    organisations: organisations.value.map(({ id, name }) => ({ id, name })),
    timeZones: Intl.supportedValuesOf("timeZone"),
    startsOn: nearestMonday(addDays(today, 4)),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const read = readForm(newAssemblyForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const created = await createAssembly(context, read.value.commandId, newAssemblyOf(read.value));
  if (!created.ok) return refusedForm(form, created.refusal);
  return redirect(`/${findLocale(request)}/assembly/${created.value.assemblyId}/desk?done=assembly-created`);
}
