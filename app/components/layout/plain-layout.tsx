import type { ReactNode } from "react";
import { useLocalePath } from "~/app/hooks/use-locale";
import { useT } from "~/app/i18n/use-t";
import { Brand } from "./brand";
import { MainContent } from "./main-content";
import { OutboxNotice } from "./outbox-notice";
import { PageFoot } from "./page-foot";

/** One thing on a page: sign-in, the answer to an invitation, the first start. */
export function PlainLayout({ children, wide = false }: { readonly children: ReactNode; readonly wide?: boolean }) {
  const t = useT("frame");
  const path = useLocalePath();
  return (
    <div className="frame">
      <header className="top">
        <Brand title={t("product")} home={path("/")} />
      </header>
      <MainContent className={wide ? "page stack-6" : "page narrow stack-6"}>{children}</MainContent>
      <PageFoot>
        <OutboxNotice />
      </PageFoot>
    </div>
  );
}
