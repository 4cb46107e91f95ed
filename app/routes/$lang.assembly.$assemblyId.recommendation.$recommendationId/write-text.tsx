import { useRevalidator } from "@remix-run/react";
import type { Editor } from "@tiptap/react";
import { useEffect, useRef, useState } from "react";
import { caretColor } from "~/app/components/editor/caret-color";
import { FormatToolbar } from "~/app/components/editor/format-toolbar";
import { fieldsPlace } from "~/app/components/editor/kept-fields";
import { SaveStatus } from "~/app/components/editor/save-status";
import { TextEditor } from "~/app/components/editor/text-editor";
import { useSavedFields } from "~/app/components/editor/use-saved-fields";
import { useWriters } from "~/app/components/editor/use-writers";
import { Notice } from "~/app/components/notice/notice";
import { RichText } from "~/app/components/rich-text/rich-text";
import { Tag } from "~/app/components/tag/tag";
import { missingToLock } from "~/app/domain/drafting/missing-to-lock";
import type { TextField } from "~/app/domain/drafting/revision-content";
import { useSharedDocument } from "~/app/hooks/document/use-shared-document";
import { useListening } from "~/app/hooks/listening/page-listening";
import { useRootData } from "~/app/hooks/use-root-data";
import { useT } from "~/app/i18n/use-t";
import type { DocumentStatus, SharedDocument } from "~/realtime/browser/documents/shared-document";
import { drawerOf } from "~/realtime/browser/unsent/drawer";
import { keepDrawer } from "~/realtime/browser/unsent/drawer-keepers";
import { LockDialog } from "./lock-dialog";
import { RowFieldInput } from "./row-field-input";
import { Sources } from "./sources";
import { useStickyBelow } from "./use-sticky-below";
import type { RecommendationView } from "./view";

/** The text for those who write it: several at once, each seeing the others' carets, saved while they type. */
export function WriteText({ view }: { readonly view: RecommendationView }) {
  const t = useT("draft");
  const { number, title, addressee, cost, version, state } = view;
  const { revalidate } = useRevalidator();
  const [user] = useState({ name: view.myName, color: caretColor(view.myName) });
  const shared = useSharedDocument(view.documentId, t("page.name", { number }), user);
  const [url] = useState(() => `${window.location.pathname}/fields`);
  const owner = useRootData()?.signedIn?.id;
  const [kept] = useState(() => ({
    drawer: drawerOf(owner, fieldsPlace(view.documentId)),
    title: t("page.name", { number }),
    labels: { title: t("fields.title"), addressee: t("fields.addressee"), cost: t("fields.cost") },
  }));
  useEffect(() => keepDrawer(fieldsPlace(view.documentId)), [view.documentId]);
  const fields = useSavedFields({ url, version, texts: { title, addressee, cost }, onClosed: revalidate, kept });
  const { saver } = fields;
  useListening({ read: view.heard, facts: ["fields-edited", "text-locked"], moves: [] }, () => void saver.refresh());
  const status = worse(shared.status, fields.status);
  const writers = useWriters(shared.awareness);
  const [editor, setEditor] = useState<Editor | null>(null);
  const action = useRef<Editor | null>(null);
  const bar = useStickyBelow();
  useLeaveWarning(status);
  useEffect(() => {
    if (shared.status === "read-only" || shared.status === "refused") revalidate();
  }, [shared.status, revalidate]);

  const missing = () =>
    missingToLock({
      title: fields.typed.title,
      action: { type: "doc", content: [{ type: "text", text: action.current?.getText() ?? "" }] },
    }).map(({ code }) => code);
  const saveAll = async (): Promise<boolean> => {
    const [short, long] = await Promise.all([fields.saver.flush(), shared.flush()]);
    return short && long;
  };
  const text = (field: TextField) => (
    <WrittenField
      field={field}
      view={view}
      shared={shared}
      user={user}
      onFocus={setEditor}
      onReady={(ready) => {
        if (field === "action") action.current = ready;
        setEditor((before) => (before && !before.isDestroyed ? before : ready));
      }}
    />
  );
  return (
    <div className="stack-8" ref={bar}>
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2 [&_.btn]:ms-auto">
        <h1 className="flex items-center gap-2 text-title-s">
          {t("page.name", { number })} <Tag tone="plain">{t(`state.${state}`)}</Tag>
        </h1>
        <LockDialog seen={fields.typed} writers={writers} missing={missing} saveAll={saveAll} />
      </header>
      {status === "offline" && <Notice tone="warn" title={t("status.offline")} />}
      <RowFieldInput field="title" language={view.language} fields={fields} />
      <Sources view={view} />
      <div className="written grid grid-cols-1 gap-6">
        <div className="sticky top-(--tools-top,0) z-5 flex flex-wrap items-center justify-between gap-x-4 border-b border-line bg-paper max-sm:flex-wrap-reverse print:hidden">
          <FormatToolbar editor={editor} />
          <SaveStatus status={status} writers={writers} />
        </div>
        {text("action")}
        {text("reasons")}
        <RowFieldInput field="addressee" language={view.language} fields={fields} />
        <RowFieldInput field="cost" language={view.language} fields={fields} />
        {text("tradeOffs")}
      </div>
    </div>
  );
}

interface WrittenFieldProps {
  readonly field: TextField;
  readonly view: RecommendationView;
  readonly shared: SharedDocument;
  readonly user: { readonly name: string; readonly color: string };
  readonly onFocus: (editor: Editor) => void;
  readonly onReady: (editor: Editor) => void;
}

function WrittenField({ field, view, shared, user, onFocus, onReady }: WrittenFieldProps) {
  const t = useT("draft");
  const { doc, provider, held, loaded, writable } = shared;
  return (
    <section className="stack-2">
      <h2 className="field-title">{t(`fields.${field}`)}</h2>
      {doc && provider && held && loaded ? (
        <TextEditor
          key={doc.guid}
          doc={doc}
          provider={provider}
          held={held}
          field={field}
          label={t(`fields.${field}`)}
          hint={t(`hints.${field}`)}
          lang={view.language}
          editable={writable}
          user={user}
          onFocus={onFocus}
          onReady={onReady}
        />
      ) : (
        <div aria-busy="true">
          {view.content && <RichText node={view.content[field]} lang={view.language} />}
          <p className="text-soft">{t("page.loading")}</p>
        </div>
      )}
    </section>
  );
}

const order: readonly DocumentStatus[] = ["saved", "saving", "connecting", "offline", "read-only", "refused"];

/** Of two states of saving, the one that promises less. */
function worse(one: DocumentStatus, other: DocumentStatus): DocumentStatus {
  return order.indexOf(one) > order.indexOf(other) ? one : other;
}

/** Asks before the page is left while something typed is not in the database. */
function useLeaveWarning(status: DocumentStatus): void {
  const unsaved = status === "saving" || status === "offline";
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [unsaved]);
}
