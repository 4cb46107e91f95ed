import type { LoaderFunctionArgs } from "@remix-run/node";
import { assemblyStream } from "~/app/domain/assembly/streams";
import { inLocale } from "~/app/domain/kernel/locale";
import { findLocale } from "~/app/i18n/find-locale";
import { readAddress } from "~/server/http/read-address";
import { refusedPage } from "~/server/http/reply";
import { versionsBefore } from "~/server/queries/live/versions-before";
import { assemblyFrame } from "~/server/queries/prepare/assembly-frame";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = findLocale(request);
  const { assemblyId } = readAddress(params, "assemblyId");
  const heard = await versionsBefore(context.app, [assemblyStream(assemblyId)]);
  const frame = await assemblyFrame(context, { assemblyId });
  if (!frame.ok) return refusedPage(frame.refusal, request, locale);
  const { title, question, underWay, ...rest } = frame.value;
  return {
    ...rest,
    heard,
    title: inLocale(title, locale),
    question: inLocale(question, locale),
    underWay: underWay && { ...underWay, title: inLocale(underWay.title, locale) },
  };
}
