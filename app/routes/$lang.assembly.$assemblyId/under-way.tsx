import { useLocation } from "@remix-run/react";
import { ButtonLink } from "~/app/components/button/button-link";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocalePath } from "~/app/hooks/use-locale";
import { useT } from "~/app/i18n/use-t";

/** On every page of the assembly while a session is under way: who left the room finds the way back. Not on the session's own pages. */
export function UnderWay() {
  const t = useT("live");
  const path = useLocalePath();
  const { pathname } = useLocation();
  const { id, underWay } = useAssembly();
  if (!underWay || pathname.includes(`/session/${underWay.sessionId}`)) return null;
  return (
    <aside
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-s border border-accent bg-accent-wash px-4 py-2 print:hidden"
      aria-label={t("underWay.label")}
    >
      <p>
        <strong>{t("underWay.text", { title: underWay.title })}</strong>
      </p>
      <ButtonLink to={path(`/assembly/${id}/hall/${underWay.sessionId}`)}>{t("underWay.back")}</ButtonLink>
    </aside>
  );
}
