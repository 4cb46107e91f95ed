import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { lazy, Suspense } from "react";
import { DoneNotice } from "~/app/components/form/done-notice";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useHydrated } from "~/app/hooks/use-hydrated";
import { useLocalePath } from "~/app/hooks/use-locale";
import { pageTitle } from "~/app/i18n/page-title";
import { translator } from "~/app/i18n/translate";
import { useT } from "~/app/i18n/use-t";
import { ReadText } from "./read-text";
import type { loader } from "./route.server";

export { action, loader } from "./route.server";

export const meta: MetaFunction<typeof loader> = ({ data, params }) => {
  const t = translator(params.lang === "en" ? "en" : "fr")("draft");
  return [{ title: pageTitle(t("page.name", { number: data?.number ?? "" })) }];
};

/** The editor and Yjs are for the browser, and only for those who write. */
const WriteText = lazy(() => import("./write-text").then(({ WriteText: shown }) => ({ default: shown })));

export default function RecommendationPage() {
  const t = useT("draft");
  const path = useLocalePath();
  const { id: assemblyId } = useAssembly();
  const view = useLoaderData<typeof loader>();
  const hydrated = useHydrated();
  const writes = view.mayWrite && hydrated;
  return (
    <div className="stack-8 max-w-4xl">
      <nav className="row text-s print:hidden" aria-label={t("page.name", { number: view.number })}>
        <Link to={path(`/assembly/${assemblyId}/recommendations`)}>{t("page.all")}</Link>
        <Link to={`${path(`/assembly/${assemblyId}/booklet`)}#recommendation-${view.number}`}>{t("page.booklet")}</Link>
      </nav>
      <DoneNotice />
      {writes ? (
        <Suspense fallback={<ReadText view={view} />}>
          <WriteText key={view.id} view={view} />
        </Suspense>
      ) : (
        <ReadText view={view} />
      )}
    </div>
  );
}
