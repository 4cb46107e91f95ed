import { useNavigation } from "@remix-run/react";
import { useT } from "~/app/i18n/use-t";

/** A line on top while a page is on its way; it shows only when that takes a moment. */
export function NavigationProgress() {
  const t = useT("frame");
  const { state } = useNavigation();
  const busy = state !== "idle";
  return (
    <>
      {busy && <div className="navigation-progress no-print" aria-hidden="true" />}
      <span className="visually-hidden" role="status">
        {state === "loading" ? t("pageLoading") : ""}
      </span>
    </>
  );
}
