import { Disclosure } from "~/app/components/disclosure/disclosure";
import { When } from "~/app/components/time/when";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useT } from "~/app/i18n/use-t";
import type { JournalEntry } from "./route.server";
import { useActionText } from "./use-action-text";

/** The entries as lines: when, who, what; the recorded data on demand, as it is. */
export function Entries({ entries }: { readonly entries: readonly JournalEntry[] }) {
  const { timeZone } = useAssembly();
  return (
    <ol className="max-w-none">
      {entries.map((entry) => (
        <li key={entry.id} className="agenda-row">
          <span className="shrink-0 basis-52 text-s text-soft">
            <When at={entry.atMs} timeZone={timeZone} />
          </span>
          <div className="min-w-0 flex-1 basis-48 max-sm:basis-[calc(100%-6rem)]">
            <Sentence entry={entry} />
            <Recorded entry={entry} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Sentence({ entry: { actorKind, actorName, action, data } }: { readonly entry: JournalEntry }) {
  const t = useT("journal");
  const say = useActionText();
  const who = actorKind === "person" ? (actorName ?? t("who.forgotten")) : t(`who.${actorKind}`);
  return (
    <p>
      <strong>{who}</strong> – {say(action)}
      {typeof data.reason === "string" && <span className="text-soft"> ({data.reason})</span>}
    </p>
  );
}

function Recorded({ entry: { action, subjectKind, subjectId, data } }: { readonly entry: JournalEntry }) {
  const t = useT("journal");
  const pairs = Object.entries(data);
  return (
    <Disclosure summary={<span className="text-s">{t("recorded")}</span>}>
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1 text-s [&_dd]:wrap-anywhere [&_dt]:text-soft">
        <dt>{t("code")}</dt>
        <dd>
          <code>{action}</code>
        </dd>
        <dt>{t("subject")}</dt>
        <dd>
          {subjectKind} {subjectId && <code>{subjectId}</code>}
        </dd>
        {pairs.map(([key, value]) => (
          <div key={key} className="contents">
            <dt>{key}</dt>
            <dd>{typeof value === "object" ? JSON.stringify(value) : String(value)}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}
