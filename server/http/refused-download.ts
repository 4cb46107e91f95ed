import type { Locale } from "~/app/domain/kernel/locale";
import type { Refusal } from "~/app/domain/kernel/refusal";
import { refusalSentence } from "~/app/i18n/refusal-sentence";
import { i18nOf } from "~/app/i18n/translate";
import { refusedPage, statusOf } from "./reply";

/** For loaders of files, which have no page to show an error on: the sentence alone. Whoever has to sign in first is led there. */
export function refusedDownload(refusal: Refusal, request: Request, locale: Locale): Response {
  if (refusal.code === "sign-in-needed" || refusal.code === "prove-again") return refusedPage(refusal, request, locale);
  return new Response(`${refusalSentence(i18nOf(locale), locale, refusal)}\n`, {
    status: statusOf(refusal),
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
}
