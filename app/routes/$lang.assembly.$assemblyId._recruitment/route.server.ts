import type { LoaderFunctionArgs } from "@remix-run/node";
import { findLocale } from "~/app/i18n/find-locale";
import { readAddress } from "~/server/http/read-address";
import { refusedPage } from "~/server/http/reply";
import { recruitmentFrame } from "~/server/queries/recruit/recruitment-frame";

export type { RecruitmentFrame } from "~/server/queries/recruit/recruitment-frame";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const frame = await recruitmentFrame(context, readAddress(params, "assemblyId"));
  return frame.ok ? frame.value : refusedPage(frame.refusal, request, findLocale(request));
}
