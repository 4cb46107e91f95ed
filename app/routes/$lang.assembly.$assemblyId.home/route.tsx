import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle } from "~/app/i18n/page-title";
import { ExpectedCard } from "./expected-card";
import { NextCard } from "./next-card";
import { NowCard } from "./now-card";
import type { loader } from "./route.server";
import { TableCard } from "./table-card";
import { useFreshness } from "./use-freshness";

export { loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [{ title: pageTitle(params.lang === "en" ? "Home" : "Accueil") }];

/** What is happening now, what is expected of me, what comes next, whom I meet. */
export default function MemberHome() {
  const home = useLoaderData<typeof loader>();
  useFreshness();
  return (
    <div className="home-grid">
      <NowCard home={home} />
      <ExpectedCard expected={home.expected} role={home.role} />
      <div className="stack">
        <NextCard home={home} />
        {home.table && <TableCard table={home.table} />}
      </div>
    </div>
  );
}
