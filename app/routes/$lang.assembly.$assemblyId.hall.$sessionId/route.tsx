import type { MetaFunction } from "@remix-run/node";
import { type ShouldRevalidateFunctionArgs, useLoaderData, useSearchParams } from "@remix-run/react";
import { FormRefused } from "~/app/components/live/form-refused";
import { HallScreen } from "~/app/components/live/hall-screen";
import { LiveProvider } from "~/app/components/live/live-context";
import { SignedOut } from "~/app/components/live/signed-out";
import { readId } from "~/app/domain/kernel/ids";
import { inLocale } from "~/app/domain/kernel/locale";
import { useLiveSession } from "~/app/hooks/live/use-live-session";
import { useAssembly } from "~/app/hooks/use-assembly";
import { pageTitle } from "~/app/i18n/page-title";
import type { loader } from "./route.server";

export { action, loader } from "./route.server";

export const handle = { frame: "bare", live: true };

export const meta: MetaFunction<typeof loader> = ({ data, params }) => [
  { title: pageTitle(data ? inLocale(data.snapshot.session.title, params.lang === "en" ? "en" : "fr") : "") },
];

/** Facts keep the page up to date; a link that only changes what is visited needs no new snapshot. */
export function shouldRevalidate({ defaultShouldRevalidate, currentUrl, nextUrl }: ShouldRevalidateFunctionArgs) {
  return currentUrl.pathname === nextUrl.pathname ? false : defaultShouldRevalidate;
}

export default function HallPage() {
  const { snapshot, date, next } = useLoaderData<typeof loader>();
  const live = useLiveSession(snapshot.session.sessionId, snapshot);
  const { timeZone } = useAssembly();
  const [search] = useSearchParams();
  return (
    <LiveProvider live={live} timeZone={timeZone}>
      <FormRefused />
      <SignedOut />
      <HallScreen date={date} next={next} visited={readId(search.get("group"))} />
    </LiveProvider>
  );
}
