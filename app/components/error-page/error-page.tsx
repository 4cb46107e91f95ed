import { useLocation } from "@remix-run/react";
import type { Refusal } from "~/app/domain/kernel/refusal";
import { useLocalePath } from "~/app/hooks/use-locale";
import { useRootData } from "~/app/hooks/use-root-data";
import { useT } from "~/app/i18n/use-t";
import { RefusalText } from "../form/refusal-text";
import { PlainLayout } from "../layout/plain-layout";

const known = ["400", "401", "403", "404", "409", "410", "413", "429", "500", "503"] as const;
export type ErrorKind = (typeof known)[number] | "offline";

/** The sentence that fits a status; those without their own get the one of their hundred. */
export function errorKind(status: number): ErrorKind {
  return known.find((code) => code === String(status)) ?? (status >= 500 ? "500" : "400");
}

/** Kinds whose own words a refusal says better. */
const saidBetter: readonly ErrorKind[] = ["403", "410", "413", "429"];

const retried: readonly ErrorKind[] = ["409", "429", "500", "503", "offline"];

/** What went wrong, in plain words, and a way on. Plain links: it must work when nothing else does. */
export function ErrorPage({ kind, refusal }: { readonly kind: ErrorKind; readonly refusal?: Refusal | undefined }) {
  const t = useT("errors");
  const path = useLocalePath();
  const { pathname, search } = useLocation();
  const requestId = useRootData()?.requestId;
  const here = pathname + search;
  const further = refusal?.code === "role-not-permitted" ? undefined : refusal;
  const signsIn = kind === "401" || refusal?.code === "opens-one-seat";
  return (
    <PlainLayout>
      <div className="stack-4">
        <h1>{t(`${kind}.title`)}</h1>
        {!(further && saidBetter.includes(kind)) && <p className="text-l">{t(`${kind}.text`)}</p>}
        {further && (
          <p className={saidBetter.includes(kind) ? "text-l" : undefined}>
            <RefusalText refusal={further} />
          </p>
        )}
        <div className="row">
          {signsIn && (
            <a className="btn main" href={`${path("/sign-in")}?next=${encodeURIComponent(here)}`}>
              {t("signIn")}
            </a>
          )}
          {retried.includes(kind) && (
            <a className="btn main" href={here}>
              {kind === "409" ? t("reload") : t("retry")}
            </a>
          )}
          <a className={signsIn || retried.includes(kind) ? "btn" : "btn main"} href={path("/")}>
            {t("home")}
          </a>
        </div>
        {kind === "500" && requestId && <p className="text-s text-soft">{t("reference", { requestId })}</p>}
      </div>
    </PlainLayout>
  );
}
