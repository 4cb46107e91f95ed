import { compareRights } from "~/app/domain/assembly/compare-rights";
import type { PhaseKind } from "~/app/domain/assembly/phase";
import { permitsPublic, siteParts } from "~/app/domain/assembly/public-site";
import type { Action } from "~/app/domain/assembly/rights";
import type { Role } from "~/app/domain/assembly/role";
import { useLocale } from "~/app/hooks/use-locale";
import { formatList } from "~/app/i18n/format-number";
import { useT } from "~/app/i18n/use-t";

export interface WhatChangesProps {
  readonly before: readonly PhaseKind[];
  readonly after: readonly PhaseKind[];
  /** The kinds that were open at some time, before the change. */
  readonly reached: readonly PhaseKind[];
}

/** What becomes possible and what stops, for whom: computed from the rights themselves. */
export function WhatChanges({ before, after, reached }: WhatChangesProps) {
  const t = useT("phase");
  const changes = compareRights(before, after);
  const published = newlyPublic(reached, after);
  if (changes.length + published.length === 0) return <p>{t("changes.none")}</p>;
  return (
    <div className="stack-4">
      {changes.map(({ roles, gains, losses }) => (
        <div key={roles.join()} className="border-t border-line pt-3">
          <h3 className="first-letter:uppercase">
            <RoleNames roles={roles} />
          </h3>
          {gains.length > 0 && <Actions label={t("changes.gains")} actions={gains} kind="gain" />}
          {losses.length > 0 && <Actions label={t("changes.losses")} actions={losses} kind="loss" />}
        </div>
      ))}
      {published.length > 0 && (
        <div className="border-t border-line pt-3">
          <h3 className="first-letter:uppercase">{t("changes.public")}</h3>
          <p className="mt-1 flex max-w-none gap-2">
            {t("changes.publicReads")} <PartNames parts={published} />
          </p>
        </div>
      )}
    </div>
  );
}

function newlyPublic(reached: readonly PhaseKind[], after: readonly PhaseKind[]) {
  const then = [...reached, ...after];
  return siteParts.filter(
    (part) => permitsPublic(part, { open: true, reached: then }).ok && !permitsPublic(part, { open: true, reached }).ok,
  );
}

function RoleNames({ roles }: { readonly roles: readonly Role[] }) {
  const t = useT("phase");
  const locale = useLocale();
  return (
    <>
      {formatList(
        roles.map((role) => t(`people.${role}`)),
        locale,
      )}
    </>
  );
}

function PartNames({ parts }: { readonly parts: readonly (typeof siteParts)[number][] }) {
  const t = useT("phase");
  const locale = useLocale();
  return (
    <>
      {formatList(
        parts.map((part) => t(`parts.${part}`)),
        locale,
      )}
    </>
  );
}

interface ActionsProps {
  readonly label: string;
  readonly actions: readonly Action[];
  readonly kind: "gain" | "loss";
}

function Actions({ label, actions, kind }: ActionsProps) {
  const t = useT("rights");
  const locale = useLocale();
  return (
    <p className="mt-1 flex max-w-none gap-2">
      <span
        className={`w-5 shrink-0 text-center font-extrabold ${kind === "gain" ? "text-accent" : "text-soft"}`}
        aria-hidden="true"
      >
        {kind === "gain" ? "+" : "–"}
      </span>
      <span>
        <strong>{label}</strong>{" "}
        {formatList(
          actions.map((action) => t(action)),
          locale,
        )}
        .
      </span>
    </p>
  );
}
