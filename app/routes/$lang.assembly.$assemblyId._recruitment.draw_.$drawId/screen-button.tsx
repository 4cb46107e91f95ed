import { Projector } from "lucide-react";
import type { RefObject } from "react";
import { Button } from "~/app/components/button/button";
import { useHydrated } from "~/app/hooks/use-hydrated";
import { useT } from "~/app/i18n/use-t";

/** Fills the screen with the result, for a projector; nothing where the browser cannot. */
export function ScreenButton({ stage }: { readonly stage: RefObject<HTMLDivElement | null> }) {
  const t = useT("draw");
  if (!useHydrated() || !document.fullscreenEnabled) return null;
  return (
    <Button icon={<Projector aria-hidden="true" />} onClick={() => void stage.current?.requestFullscreen()}>
      {t("result.screen")}
    </Button>
  );
}
