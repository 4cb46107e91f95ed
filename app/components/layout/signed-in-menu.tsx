import { Form, Link } from "@remix-run/react";
import { useLocalePath } from "~/app/hooks/use-locale";
import { useRootData } from "~/app/hooks/use-root-data";
import { useT } from "~/app/i18n/use-t";
import { Avatar } from "../avatar/avatar";

/** Who is signed in, their devices, sign-out, language and appearance are in reach; for visitors, the way to sign in. */
export function SignedInMenu() {
  const t = useT("frame");
  const path = useLocalePath();
  const signedIn = useRootData()?.signedIn;
  if (!signedIn) {
    return (
      <Link to={path("/sign-in")} className="btn quiet print:hidden">
        {t("signedIn.signIn")}
      </Link>
    );
  }
  return (
    <details className="drop print:hidden">
      <summary aria-label={t("signedIn.menu")}>
        <Avatar name={signedIn.name} />
      </summary>
      <div className="drop-panel stack-2">
        <p>{t("signedIn.as", { name: signedIn.name })}</p>
        <p>
          <Link to={path("/devices")}>{t("signedIn.devices")}</Link>
        </p>
        <Form method="post" action={path("/sign-out")} reloadDocument>
          <button type="submit" className="btn">
            {t("signedIn.signOut")}
          </button>
        </Form>
      </div>
    </details>
  );
}
