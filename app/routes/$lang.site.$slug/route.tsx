import { Link, Outlet, useLoaderData } from "@remix-run/react";
import { PublicLayout } from "~/app/components/layout/public-layout";
import { useLocalePath } from "~/app/hooks/use-locale";
import { useT } from "~/app/i18n/use-t";
import type { loader } from "./route.server";

export { loader } from "./route.server";

/** The frame of an assembly's public site: it needs neither sign-in nor JavaScript. */
export default function SiteLayout() {
  const t = useT("site");
  const path = useLocalePath();
  const { slug, title, parts, organisation } = useLoaderData<typeof loader>();
  const base = path(`/site/${slug}`);
  const pages = (["draw", "materials", "booklet"] as const).filter((part) => parts.includes(part));
  const items = [
    { to: base, label: t("nav.home"), end: true },
    ...pages.map((part) => ({ to: `${base}/${part}`, label: t(`nav.${part}`) })),
  ];
  const footer = (
    <>
      <span>{t("home.organisedBy", { name: organisation })}</span> <Link to={`${base}/about`}>{t("nav.about")}</Link>
    </>
  );
  return (
    <PublicLayout title={title} home={base} items={items} footer={footer}>
      <Outlet />
    </PublicLayout>
  );
}
