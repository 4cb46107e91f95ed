import { useRouteLoaderData } from "@remix-run/react";
import type { PhaseKind } from "../domain/assembly/phase";
import type { SitePart } from "../domain/assembly/public-site";

/** What every page of a public site knows, in the language of the page. */
export interface SiteOfPage {
  readonly slug: string;
  readonly title: string;
  readonly question: string;
  readonly timeZone: string;
  readonly seats: number;
  readonly organisation: string;
  readonly authorityName: string;
  readonly commitment: string;
  readonly legalNotice: string;
  readonly privacy: string;
  readonly parts: readonly SitePart[];
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
  readonly phases: readonly {
    readonly id: string;
    readonly kind: PhaseKind;
    readonly startsAtMs: number;
    readonly endsAtMs: number;
    readonly open: boolean;
  }[];
  readonly sessions: readonly {
    readonly id: string;
    readonly title: string;
    readonly startsAtMs: number;
    readonly endsAtMs: number;
    readonly place: "online" | "room" | "both";
  }[];
}

/** The site of the page; throws outside its layout, which is a mistake of ours. */
export function useSite(): SiteOfPage {
  const site = useRouteLoaderData<SiteOfPage>("routes/$lang.site.$slug");
  if (!site) throw new Error("useSite is for pages under a site's layout");
  return site;
}
