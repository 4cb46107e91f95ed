import { useLocation } from "@remix-run/react";
import { useLocalePath } from "~/app/hooks/use-locale";
import { useT } from "~/app/i18n/use-t";
import { ButtonLink } from "../button/button-link";
import { Notice } from "../notice/notice";
import { useLive } from "./live-context";

/** Where one signs in to come back to this page. */
export function useSignInHere(): string {
  const path = useLocalePath();
  const { pathname, search } = useLocation();
  return path(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
}

/** Nobody is signed in on this device any more: what is kept, what is not yet, and the way back in. */
export function SignedOut() {
  const t = useT("live");
  const signIn = useSignInHere();
  if (useLive().connection !== "signed-out") return null;
  return (
    <div className="sticky top-0 z-3">
      <Notice tone="warn" title={t("connection.signed-out")} live>
        <p>{t("signedOut.kept")}</p>
        <p>
          <ButtonLink to={signIn} tone="main" reloadDocument>
            {t("signedOut.signIn")}
          </ButtonLink>
        </p>
      </Notice>
    </div>
  );
}
