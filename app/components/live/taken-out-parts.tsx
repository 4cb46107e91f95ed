import { useFetcher } from "@remix-run/react";
import { Undo2 } from "lucide-react";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocale, useLocalePath } from "~/app/hooks/use-locale";
import { formatTime } from "~/app/i18n/format-date";
import { useT } from "~/app/i18n/use-t";
import type { TakenOutPart } from "~/realtime/browser/documents/listen-to-taken-out";
import { Disclosure } from "../disclosure/disclosure";
import { CommandForm } from "../form/command-form";
import { SubmitButton } from "../form/submit-button";

interface OfNotes {
  readonly documentId: string;
  readonly sessionId: string;
  readonly mayPutBack: boolean;
}

/** What somebody took out of the notes: the last in plain sight, those before behind it. What is back is told among them. */
export function TakenOutParts({ parts, ...notes }: OfNotes & { readonly parts: readonly TakenOutPart[] }) {
  const t = useT("group");
  const newest = [...parts].reverse();
  const [last] = newest.filter(({ back }) => back === null);
  const others = newest.filter((part) => part !== last);
  const told = useToldLine();
  return (
    <>
      <span className="sr-only" role="status">
        {last ? told(last) : ""}
      </span>
      {parts.length > 0 && (
        <section
          className="stack-2 text-s [&_blockquote]:max-h-[7.5em] [&_blockquote]:overflow-auto"
          aria-label={t("takenOut.title")}
        >
          {last && <TakenOut part={last} {...notes} />}
          {others.length > 0 && (
            <Disclosure summary={t(last ? "takenOut.earlier" : "takenOut.count", { count: others.length })}>
              {others.map((part) => (
                <TakenOut key={part.removalId} part={part} {...notes} />
              ))}
            </Disclosure>
          )}
        </section>
      )}
    </>
  );
}

/** Who took it out, when and what; the way back is one click. */
export function TakenOut({ part, documentId, sessionId, mayPutBack }: OfNotes & { readonly part: TakenOutPart }) {
  const t = useT("group");
  const path = useLocalePath();
  const at = useTime();
  const told = useToldLine();
  const { id } = useAssembly();
  const fetcher = useFetcher();
  const { removalId, words, back } = part;
  return (
    <div className="taken-out-part">
      <div className="grid min-w-0 gap-1">
        <p>{told(part)}</p>
        <blockquote className={back ? "text-soft" : undefined}>{words}</blockquote>
        {back && (
          <p className="text-soft">
            {t("takenOut.back", { name: back.name || t("takenOut.somebody"), time: at(back.atMs) })}
          </p>
        )}
      </div>
      {!back && mayPutBack && (
        <CommandForm
          fetcher={fetcher}
          action={path(`/assembly/${id}/session/${sessionId}/notes`)}
          hidden={{ documentId, removalId }}
          className="stack-2"
        >
          <SubmitButton tone="plain">
            <Undo2 aria-hidden="true" /> {t("takenOut.putBack")}
          </SubmitButton>
        </CommandForm>
      )}
    </div>
  );
}

function useToldLine(): (part: TakenOutPart) => string {
  const t = useT("group");
  const at = useTime();
  return ({ name, lines, atMs }) =>
    t("takenOut.line", { count: lines, name: name || t("takenOut.somebody"), time: at(atMs) });
}

function useTime(): (atMs: number) => string {
  const locale = useLocale();
  const { timeZone } = useAssembly();
  return (atMs) => formatTime({ atMs, timeZone, locale });
}
