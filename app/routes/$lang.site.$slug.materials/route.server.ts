import type { LoaderFunctionArgs } from "@remix-run/node";
import { inLocale } from "~/app/domain/kernel/locale";
import { findLocale } from "~/app/i18n/find-locale";
import { refusedPage } from "~/server/http/reply";
import { siteMaterials } from "~/server/queries/site/site-pages";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = findLocale(request);
  const materials = await siteMaterials(context.app, params.slug ?? "");
  if (!materials.ok) return refusedPage(materials.refusal, request, locale);
  return {
    materials: materials.value.map(({ title, body, ...rest }) => ({
      ...rest,
      title: inLocale(title, locale),
      body: inLocale(body, locale),
    })),
  };
}
