import type { ReactNode } from "react";
import { useT } from "~/app/i18n/use-t";
import { Brand } from "./brand";
import { MainContent } from "./main-content";
import type { NavItem } from "./nav-item";
import { NavList } from "./nav-list";
import { PageFoot } from "./page-foot";

export interface PublicLayoutProps {
  readonly title: string;
  readonly home: string;
  readonly items?: readonly NavItem[];
  /** Legal notice, privacy, contact. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** The public site: no sign-in, nothing that needs JavaScript. */
export function PublicLayout({ title, home, items = [], footer, children }: PublicLayoutProps) {
  const t = useT("frame");
  return (
    <div className="frame">
      <header className="top static">
        <Brand title={title} home={home} />
        {items.length > 0 && (
          <nav aria-label={t("mainMenu")} className="top-nav">
            <NavList items={items} />
          </nav>
        )}
      </header>
      <MainContent className="page wide stack-6">{children}</MainContent>
      <PageFoot>{footer}</PageFoot>
    </div>
  );
}
