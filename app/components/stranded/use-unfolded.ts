import { useLocation } from "@remix-run/react";
import { useEffect, useState } from "react";
import { belongsToPage, onDrawerKept } from "~/realtime/browser/unsent/drawer-keepers";
import { markStrandedSeen, type StrandedEntry } from "~/realtime/browser/unsent/stranded-texts";

/**
 * Whether the words that could not be saved are unfolded: by themselves on the page where they were written, the first time; elsewhere and
 * afterwards when their author asks. Another page begins folded.
 */
export function useUnfolded(
  owner: string | undefined,
  texts: readonly StrandedEntry[],
): readonly [isOpen: boolean, setOpen: (isOpen: boolean) => void] {
  const { pathname } = useLocation();
  const [openAt, setOpenAt] = useState<string | null>(null);
  useEffect(() => setOpenAt((at) => (at === pathname ? at : null)), [pathname]);
  useEffect(() => {
    const look = (): void => {
      const news = texts.filter(({ place, isSeen }) => !isSeen && belongsToPage(place, pathname));
      if (news.length === 0) return;
      setOpenAt(pathname);
      markStrandedSeen(owner, news);
    };
    look();
    return onDrawerKept(look);
  }, [owner, texts, pathname]);
  return [openAt === pathname, (isOpen) => setOpenAt(isOpen ? pathname : null)];
}
