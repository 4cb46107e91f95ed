import { useLocation } from "@remix-run/react";
import { Menu, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useT } from "~/app/i18n/use-t";
import { ConnectionNotice } from "../status/connection-notice";
import { Brand } from "./brand";
import { MainContent } from "./main-content";
import type { NavItem } from "./nav-item";
import { NavList } from "./nav-list";
import { OutboxNotice } from "./outbox-notice";
import { PageFoot } from "./page-foot";
import { SignedInMenu } from "./signed-in-menu";

export interface DeskLayoutProps {
  /** The assembly, or the product where there is none. */
  readonly title: string;
  readonly home: string;
  readonly items: readonly NavItem[];
  readonly children: ReactNode;
}

/** The organiser's pages: a menu at the side; on a phone it opens from the top (and stays open without JavaScript). */
export function DeskLayout({ title, home, items, children }: DeskLayoutProps) {
  const t = useT("frame");
  const { pathname } = useLocation();
  const [openAt, setOpenAt] = useState<string>();
  const open = openAt === pathname;
  return (
    <div className="desk:grid desk:min-h-screen desk:grid-cols-[15.5rem_minmax(0,1fr)] print:block">
      <header className="border-line bg-sunk max-desk:border-b desk:border-e print:hidden">
        <div className="px-4 py-2 desk:sticky desk:top-0 desk:max-h-screen desk:overflow-y-auto desk:py-4">
          <div className="desk-top flex items-center gap-2 desk:relative desk:mb-4 desk:block">
            <Brand title={title} home={home} className="flex-1 desk:flex desk:flex-col desk:items-start desk:pt-3" />
            <button
              type="button"
              className="btn icon quiet desk-toggle"
              aria-expanded={open}
              aria-controls="desk-menu"
              aria-label={open ? t("closeMenu") : t("menu")}
              onClick={() => setOpenAt(open ? undefined : pathname)}
            >
              {open ? <X aria-hidden="true" /> : <Menu aria-hidden="true" />}
            </button>
            <SignedInMenu />
          </div>
          <nav id="desk-menu" aria-label={t("mainMenu")} className="desk-menu" data-open={open || undefined}>
            <NavList items={items} />
          </nav>
        </div>
      </header>
      <div className="desk:flex desk:flex-col">
        <ConnectionNotice />
        <MainContent className="stack-6 px-4 pt-6 pb-12 desk:w-full desk:max-w-[82rem] desk:flex-1 desk:p-8 print:max-w-none print:p-0">
          {children}
        </MainContent>
        <PageFoot className="desk:mx-0 desk:px-8">
          <OutboxNotice />
        </PageFoot>
      </div>
    </div>
  );
}
