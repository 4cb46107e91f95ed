import { Link } from "@remix-run/react";
import { useT } from "~/app/i18n/use-t";
import { Notice } from "../notice/notice";

export interface RefusedMailsNoticeProps {
  readonly count: number;
  /** The page where they are mended. */
  readonly to: string;
}

/** How many mails did not arrive, with the way to mend them; nothing when all did. */
export function RefusedMailsNotice({ count, to }: RefusedMailsNoticeProps) {
  const t = useT("mails");
  if (count === 0) return null;
  return (
    <Notice tone="warn">
      <p>
        <Link to={to}>{t("see", { count })}</Link>
      </p>
    </Notice>
  );
}
