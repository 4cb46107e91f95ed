import type { RenderResult } from "@testing-library/react";
import type { ReactNode } from "react";
import type { LiveSession } from "~/realtime/browser/live/live-session";
import { LiveProvider } from "../live/live-context";
import { type PageOfTest, serverPage, showPage } from "./show-page";

const inSession = (live: LiveSession, piece: ReactNode): ReactNode => (
  <LiveProvider live={live} timeZone="Europe/Paris">
    {piece}
  </LiveProvider>
);

/** Shows a piece of a live screen, in Paris, with what its page holds of the session. */
export function showLive(live: LiveSession, piece: ReactNode, options: PageOfTest = {}): RenderResult {
  return showPage(inSession(live, piece), options);
}

/** The same piece as the server answers it, before any script has come. */
export function serverLive(live: LiveSession, piece: ReactNode, options: PageOfTest = {}): HTMLElement {
  return serverPage(inSession(live, piece), options);
}
