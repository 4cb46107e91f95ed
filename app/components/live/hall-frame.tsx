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

/** The hall fills the window: what is read scrolls above the dock, so that nothing that has the focus can lie under it. */
export function HallFrame({ dock, children }: HallFrameProps) {
  const t = useT("live");
  return (
    <div className="hall">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard, also where nothing in it is. */}
      <section className="hall-scroll" tabIndex={0} aria-label={t("room")}>
        <HelpBar />
        <OwnHelp />
        {children}
      </section>
      {dock && <HallDock {...dock} />}
    </div>
  );
}
