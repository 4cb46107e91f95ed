import { lazy, Suspense, useEffect, useState } from "react";
import { useRootData } from "~/app/hooks/use-root-data";
import { browserPauses } from "~/realtime/browser/live/ask";
import { drawerOf } from "~/realtime/browser/unsent/drawer";
import { onDrawerKept } from "~/realtime/browser/unsent/drawer-keepers";
import { onStranded, STRANDED, type StrandedEntry, strandedTexts } from "~/realtime/browser/unsent/stranded-texts";
import { backoffMs } from "~/realtime/browser/video/backoff";

/** Hardly anybody ever needs it. */
const StrandedNotice = lazy(async () => ({ default: (await import("./stranded-notice")).StrandedNotice }));

/** What the person wrote in this tab and could not be saved, on every page, until they need it no more. */
export function StrandedTexts() {
  const owner = useRootData()?.signedIn?.id;
  const texts = useStranded(owner);
  useKeptSent(owner);
  if (texts.length === 0) return null;
  return (
    <Suspense>
      <section className="stranded mx-auto w-full max-w-4xl px-4 py-2 print:hidden">
        <StrandedNotice owner={owner} texts={texts} />
      </section>
    </Suspense>
  );
}

/** None in the first render: the server knows nothing of a tab. */
function useStranded(owner: string | undefined): readonly StrandedEntry[] {
  const [texts, setTexts] = useState<readonly StrandedEntry[]>([]);
  useEffect(() => {
    const read = (): void => setTexts(strandedTexts(owner));
    read();
    return onStranded(read);
  }, [owner]);
  return texts;
}

/** What earlier pages could not send goes on its way, whichever page is open. What sends it is fetched only where there is something. */
function useKeptSent(owner: string | undefined): void {
  useEffect(() => {
    if (!owner) return;
    let stop: (() => void) | undefined;
    let isLeft = false;
    const look = (failures = 0): void => {
      const places = drawerOf(owner, STRANDED)?.places() ?? [];
      if (stop || places.every((place) => place === STRANDED)) return;
      stop = () => undefined;
      import("./send-all-kept").then(
        ({ sendAllKept }) => {
          if (!isLeft) stop = sendAllKept(owner);
        },
        () => {
          // It could not be fetched: the network is as bad as when the words were typed.
          const callOff = browserPauses.after(backoffMs(failures + 2, browserPauses.chance()), () => {
            stop = undefined;
            look(failures + 1);
          });
          if (isLeft) callOff();
          else stop = callOff;
        },
      );
    };
    const stopLooking = onDrawerKept(() => look());
    look();
    return () => {
      isLeft = true;
      stopLooking();
      stop?.();
    };
  }, [owner]);
}
