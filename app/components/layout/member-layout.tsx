import type { ReactNode } from "react";
import { useT } from "~/app/i18n/use-t";
import { ConnectionNotice } from "../status/connection-notice";
import { Brand } from "./brand";
import { Help } from "./help";
import { MainContent } from "./main-content";
import type { Contact, NavItem } from "./nav-item";
import { NavList } from "./nav-list";
import { OutboxNotice } from "./outbox-notice";
import { PageFoot } from "./page-foot";
import { SignedInMenu } from "./signed-in-menu";

export interface MemberLayoutProps {
  readonly title: string;
  readonly home: string;
  readonly items?: readonly NavItem[];
  readonly contact?: Contact | undefined;
  /** As wide as the window. */
  readonly wide?: boolean;
  /** No frame around the content and no foot: for live screens, which have their own dock. */
  readonly bare?: boolean;
  readonly children: ReactNode;
}

const BARE = "grid grid-cols-1 has-[.hall]:min-h-0 has-[.hall]:grid-rows-[minmax(0,1fr)]";

/** The pages of members and of the team in the room: one bar on top, and help in it, always. */
export function MemberLayout({ title, home, items = [], contact, wide, bare = false, children }: MemberLayoutProps) {
  const t = useT("frame");
  return (
    <div className={bare ? "frame member bare" : "frame member"}>
      <header className="top">
        <Brand title={title} home={home} />
        {items.length > 0 && (
          <nav aria-label={t("mainMenu")} className="top-nav">
            <NavList items={items} />
          </nav>
        )}
        <div className="ms-auto flex shrink-0 items-center gap-3 lg:in-[.top:has(.top-nav)]:ms-0">
          <Help contact={contact} />
          <SignedInMenu />
        </div>
      </header>
      <ConnectionNotice />
      <MainContent className={bare ? BARE : wide ? "page wide stack-6" : "page stack-6"}>{children}</MainContent>
      {!bare && (
        <PageFoot>
          <OutboxNotice />
        </PageFoot>
      )}
    </div>
  );
}
