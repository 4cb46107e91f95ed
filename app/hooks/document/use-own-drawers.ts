import { useLocation } from "@remix-run/react";
import { useEffect } from "react";
import { emptyDrawers } from "~/realtime/browser/unsent/drawer";

/**
 * Tablets are borrowed: what somebody left unsent in this tab goes when they sign out, or when somebody else signs in. A device that was ended
 * from elsewhere, or whose time is over, takes nobody's words away: they are there again once the same person is. `signedIn`: null where
 * nobody is, undefined while it is not known.
 */
export function useOwnDrawers(signedIn: string | null | undefined): void {
  const hasSignedOut = new URLSearchParams(useLocation().search).get("done") === "signed-out";
  useEffect(() => {
    if (signedIn !== undefined && (signedIn !== null || hasSignedOut)) emptyDrawers(signedIn);
  }, [signedIn, hasSignedOut]);
}
