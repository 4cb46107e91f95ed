import type { LoaderFunctionArgs } from "@remix-run/node";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import { findLocale } from "~/app/i18n/find-locale";
import { refusedPage } from "~/server/http/reply";
import { recruitmentFrame } from "~/server/queries/recruit/recruitment-frame";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const frame = await recruitmentFrame(context, { assemblyId: (params.assemblyId ?? "") as AssemblyId });
  return frame.ok ? frame.value : refusedPage(frame.refusal, request, findLocale(request));
}
