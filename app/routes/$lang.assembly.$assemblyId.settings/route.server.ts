import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { findLocale } from "~/app/i18n/find-locale";
import { editSettings } from "~/server/commands/prepare/edit-settings";
import { readAddress } from "~/server/http/read-address";
import { readForm } from "~/server/http/read-form";
import { refusedForm, refusedPage, unreadForm } from "~/server/http/reply";
import { assemblySettings } from "~/server/queries/prepare/assembly-settings";
import { settingsForm, settingsOrderOf } from "./form";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const found = await assemblySettings(context, readAddress(params, "assemblyId"));
  if (!found.ok) return refusedPage(found.refusal, request, findLocale(request));
  return { ...found.value, timeZones: Intl.supportedValuesOf("timeZone") };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { assemblyId } = readAddress(params, "assemblyId");
  const form = await request.formData();
  const read = readForm(settingsForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const edited = await editSettings(context, read.value.commandId, { ...settingsOrderOf(read.value), assemblyId });
  if (!edited.ok) return refusedForm(form, edited.refusal);
  return redirect(`/${findLocale(request)}/assembly/${assemblyId}/settings?done=saved`);
}
