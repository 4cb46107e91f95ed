import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { inLocale, type Locale, type Localised } from "~/app/domain/kernel/locale";
import { findLocale } from "~/app/i18n/find-locale";
import { markMaterial } from "~/server/commands/learn/mark-material";
import { readAddress } from "~/server/http/read-address";
import { readForm } from "~/server/http/read-form";
import { refusedForm, refusedPage, unreadForm } from "~/server/http/reply";
import { materialPage } from "~/server/queries/learn/material-page";
import { markForm } from "./form";

const keysOf = (params: LoaderFunctionArgs["params"]) => readAddress(params, "assemblyId", "materialId");

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = findLocale(request);
  const page = await materialPage(context, keysOf(params));
  if (!page.ok) return refusedPage(page.refusal, request, locale);
  const { title, body, next, url, ...rest } = page.value;
  const link = url === null ? null : { url, host: new URL(url).host };
  return {
    ...rest,
    link,
    title: inLocale(title, locale),
    body: inLocale(body, locale),
    language: languageOf(body, locale),
    next: next && { ...next, title: inLocale(next.title, locale) },
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const read = readForm(markForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const mark = { ...keysOf(params), done: read.value.done === "yes" };
  const marked = await markMaterial(context, read.value.commandId, mark);
  return marked.ok ? null : refusedForm(form, marked.refusal);
}

/** The language in which the text is really shown. */
function languageOf(text: Localised, wanted: Locale): Locale {
  if (text[wanted] !== undefined) return wanted;
  return text.fr !== undefined ? "fr" : text.en !== undefined ? "en" : wanted;
}
