import type { LoaderFunctionArgs } from "@remix-run/node";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import { inLocale } from "~/app/domain/kernel/locale";
import { findLocale } from "~/app/i18n/find-locale";
import { refusedPage } from "~/server/http/reply";
import { assemblyFrame } from "~/server/queries/prepare/assembly-frame";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = findLocale(request);
  const frame = await assemblyFrame(context, { assemblyId: (params.assemblyId ?? "") as AssemblyId });
  if (!frame.ok) return refusedPage(frame.refusal, request, locale);
  const { title, question, ...rest } = frame.value;
  return { ...rest, title: inLocale(title, locale), question: inLocale(question, locale) };
}
