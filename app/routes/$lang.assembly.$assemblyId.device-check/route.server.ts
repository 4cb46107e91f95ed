import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { findLocale } from "~/app/i18n/find-locale";
import { makeDeviceCheck } from "~/server/commands/learn/make-device-check";
import { readAddress } from "~/server/http/read-address";
import { readForm } from "~/server/http/read-form";
import { refusedForm, refusedPage, unreadForm } from "~/server/http/reply";
import { ownDeviceCheck } from "~/server/queries/learn/own-device-check";
import { checkForm } from "./form";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const own = await ownDeviceCheck(context, readAddress(params, "assemblyId"));
  return own.ok ? own.value : refusedPage(own.refusal, request, findLocale(request));
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const read = readForm(checkForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const { commandId, ...check } = read.value;
  const stored = await makeDeviceCheck(context, commandId, {
    ...readAddress(params, "assemblyId"),
    check,
  });
  return stored.ok ? stored.value : refusedForm(form, stored.refusal);
}
