import type { LoaderFunctionArgs } from "@remix-run/node";
import { findLocale } from "~/app/i18n/find-locale";
import { readAddress } from "~/server/http/read-address";
import { refusedPage } from "~/server/http/reply";
import { drawResult } from "~/server/queries/recruit/draw-result";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const page = await drawResult(context, {
    ...readAddress(params, "assemblyId", "drawId"),
    pair: Number(new URL(request.url).searchParams.get("pair") ?? "0"),
  });
  return page.ok ? page.value : refusedPage(page.refusal, request, findLocale(request));
}
