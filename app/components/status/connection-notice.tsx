import { WifiOff } from "lucide-react";
import { useOnline } from "~/app/hooks/use-online";
import { useT } from "~/app/i18n/use-t";

/** Says that the network is gone; what was saved stays saved. */
export function ConnectionNotice() {
  const t = useT("frame");
  const online = useOnline();
  return (
    <div role="status" className="no-print">
      {!online && (
        <p className="connection-notice">
          <WifiOff aria-hidden="true" /> {t("offline")}
        </p>
      )}
    </div>
  );
}
