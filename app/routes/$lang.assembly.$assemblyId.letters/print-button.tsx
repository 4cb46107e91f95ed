import { Printer } from "lucide-react";
import { Button } from "~/app/components/button/button";
import { useHydrated } from "~/app/hooks/use-hydrated";
import { useT } from "~/app/i18n/use-t";

/** Opens the browser's print dialog; without JavaScript the browser's own menu does. */
export function PrintButton() {
  const t = useT("invite");
  if (!useHydrated()) return null;
  return (
    <div>
      <Button tone="main" icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>
        {t("letters.print")}
      </Button>
    </div>
  );
}
