import { lazy, Suspense, useState } from "react";
import { useSharedDocument } from "~/app/hooks/document/use-shared-document";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocale } from "~/app/hooks/use-locale";
import { useT } from "~/app/i18n/use-t";
import type { GroupState } from "../../domain/deliberation/live-state";
import { caretColor } from "../editor/caret-color";
import { groupOf, type TableRights } from "./group-roles";
import { KeepIdea } from "./keep-idea";
import { useLive, useNameOf } from "./live-context";
import { NotesStatus } from "./notes-status";
import { TakenOutParts } from "./taken-out-parts";

/** The editor is large: only who sits at a table fetches it. */
const NotesEditor = lazy(async () => ({ default: (await import("./notes-editor")).NotesEditor }));

/** The notes of a group, written by all of them at once, and the way from a line to an idea. */
export function GroupNotes({ group, rights }: { readonly group: GroupState; readonly rights: TableRights }) {
  const t = useT("group");
  const locale = useLocale();
  const { state, connection } = useLive();
  const nameOf = useNameOf();
  const { notesReaders } = useAssembly();
  const own = rights.ownId ?? state.me.participations[0]?.participationId ?? null;
  const caret = { name: (own && nameOf(own)) || state.me.name, color: caretColor(own ?? "") };
  const { number = 0 } = groupOf(state.session, group.groupId) ?? {};
  const notes = useSharedDocument(group.documentId, t("notes.of", { number }), caret);
  const [line, setLine] = useState<string | null>(null);
  const status = <NotesStatus status={notes.status} loaded={notes.loaded} />;
  return (
    <section className="stack-2" aria-labelledby="notes-title">
      <h2 id="notes-title">{t("notes.title")}</h2>
      {notes.doc && notes.provider && notes.held && notes.loaded ? (
        <Suspense fallback={<p className="text-soft">{t("notes.opening")}</p>}>
          <NotesEditor
            key={notes.doc.guid}
            doc={notes.doc}
            provider={notes.provider}
            held={notes.held}
            user={caret}
            editable={notes.writable && rights.ownId !== null}
            locale={locale}
            status={status}
            {...(rights.keepsIdeas && connection !== "signed-out" && { onKeepLine: setLine })}
          />
        </Suspense>
      ) : (
        <>
          {notes.status !== "refused" && <p className="min-h-36 text-soft">{t("notes.opening")}</p>}
          {status}
        </>
      )}
      <TakenOutParts
        parts={notes.takenOut}
        documentId={group.documentId}
        sessionId={state.session.sessionId}
        mayPutBack={notes.writable && rights.ownId !== null}
      />
      <p className="text-soft text-s">{t(`notes.readers.${notesReaders}`)}</p>
      {line !== null && <KeepIdea group={group} rights={rights} text={line} onClose={() => setLine(null)} />}
    </section>
  );
}
