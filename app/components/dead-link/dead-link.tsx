import type { ReactNode } from "react";
import type { SaidRefusal } from "~/app/i18n/refusal-sentence";
import { useT } from "~/app/i18n/use-t";
import { RefusalText } from "../form/refusal-text";
import { PlainLayout } from "../layout/plain-layout";
import { PageTitle } from "../page-title/page-title";

export interface DeadLinkProps {
  /** Why the link opens nothing. */
  readonly refusal: SaidRefusal;
  /** What stands on top, where that there is no such link, or that it no longer works, would not say enough. */
  readonly title?: string;
  /** The way on. */
  readonly children?: ReactNode;
}

/** The page of a link that opens nothing: it is not known, was used, or is over. */
export function DeadLink({ refusal, title, children }: DeadLinkProps) {
  const t = useT("sign-in");
  return (
    <PlainLayout>
      <PageTitle title={title ?? t(refusal.code === "link-unknown" ? "link.unknownTitle" : "link.deadTitle")}>
        <p>
          <RefusalText refusal={refusal} />
        </p>
      </PageTitle>
      {children}
    </PlainLayout>
  );
}
