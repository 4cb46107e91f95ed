import { WifiOff } from "lucide-react";
import { useOnline } from "~/app/hooks/use-online";
import { useT } from "~/app/i18n/use-t";

/** Says that the network is gone; what was saved stays saved. */
export function ConnectionNotice() {
  const t = useT("frame");
  const online = useOnline();
  return (
    <div role="status" className="print:hidden">
      {!online && (
        <p className="flex max-w-none items-center gap-[0.6rem] bg-glow px-6 py-2 font-semibold text-glow-ink *:shrink-0">
          <WifiOff aria-hidden="true" /> {t("offline")}
        </p>
      )}
    </div>
  );
}
