import type { ReactNode } from "react";
import { useT } from "~/app/i18n/use-t";
import { HallDock, type HallDockProps } from "./hall-dock";
import { HelpBar } from "./help-bar";
import { OwnHelp } from "./own-help";

export interface HallFrameProps {
  /** What the dock offers; without it there is none (the session is over). */
  readonly dock?: HallDockProps;
  readonly children: ReactNode;
}

const SCROLLS =
  "hall-scroll relative flex min-h-0 scroll-py-2 flex-col overflow-x-hidden overflow-y-auto *:shrink-0 focus-visible:-outline-offset-3";

/** The hall fills the window: what is read scrolls above the dock, so that nothing that has the focus can lie under it. */
export function HallFrame({ dock, children }: HallFrameProps) {
  const t = useT("live");
  return (
    <div className="hall grid min-h-0 grid-cols-1 grid-rows-[minmax(0,1fr)_auto]">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard, also where nothing in it is. */}
      <section className={SCROLLS} tabIndex={0} aria-label={t("room")}>
        <HelpBar />
        <OwnHelp />
        {children}
      </section>
      {dock && <HallDock {...dock} />}
    </div>
  );
}
