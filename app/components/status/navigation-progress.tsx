import { useNavigation } from "@remix-run/react";
import { useT } from "~/app/i18n/use-t";

/** A line on top while a page is on its way; it shows only when that takes a moment. */
export function NavigationProgress() {
  const t = useT("frame");
  const { state } = useNavigation();
  const busy = state !== "idle";
  return (
    <>
      {busy && (
        <div
          className="fixed inset-x-0 top-0 z-55 h-1 origin-left animate-arrive bg-accent print:hidden"
          aria-hidden="true"
        />
      )}
      <span className="sr-only" role="status">
        {state === "loading" ? t("pageLoading") : ""}
      </span>
    </>
  );
}
