import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FormRefused } from "~/app/components/live/form-refused";
import { LiveProvider } from "~/app/components/live/live-context";
import { SignedOut } from "~/app/components/live/signed-out";
import { useLiveSession } from "~/app/hooks/live/use-live-session";
import { useAssembly } from "~/app/hooks/use-assembly";
import { pageTitle } from "~/app/i18n/page-title";
import { ConsoleScreen } from "./console-screen";
import type { loader } from "./route.server";

export { action, loader } from "./route.server";

export const handle = { frame: "wide", live: true };

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "Session console" : "Console de la séance") },
];

export default function ConsolePage() {
  const { snapshot, groupSize } = useLoaderData<typeof loader>();
  const live = useLiveSession(snapshot.session.sessionId, snapshot);
  const { timeZone } = useAssembly();
  return (
    <LiveProvider live={live} timeZone={timeZone}>
      <FormRefused />
      <SignedOut />
      <ConsoleScreen groupSize={groupSize} />
    </LiveProvider>
  );
}
