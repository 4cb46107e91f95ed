import { Button } from "~/app/components/button/button";
import { useHydrated } from "~/app/hooks/use-hydrated";
import { useT } from "~/app/i18n/use-t";

/** Opens the browser's print dialog; without JavaScript the browser's own menu does. */
export function PrintButton() {
  const t = useT("member");
  if (!useHydrated()) return null;
  return (
    <Button tone="main" onClick={() => window.print()}>
      {t("cards.print")}
    </Button>
  );
}
