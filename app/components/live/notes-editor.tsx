import { EditorContent, useEditor, useEditorState } from "@tiptap/react";
import { Bold, List } from "lucide-react";
import { type ReactNode, useEffect, useId } from "react";
import type { WebsocketProvider } from "y-websocket";
import type { Doc } from "yjs";
import { useT } from "~/app/i18n/use-t";
import type { HeldText } from "~/realtime/browser/documents/held-text";
import type { Locale } from "../../domain/kernel/locale";
import { Button } from "../button/button";
import { composesApart } from "../editor/composes-apart";
import { othersCarets } from "../editor/others-carets";
import { notesExtensions } from "../editor/rich-text-extensions";
import { sharedText } from "../editor/shared-text";
import { TextFence } from "../editor/text-fence";
import { currentLine } from "./current-line";

/** Where the notes are in their document. */
const FIELD = "notes";

export interface NotesEditorProps {
  readonly doc: Doc;
  readonly provider: WebsocketProvider;
  readonly held: HeldText;
  readonly user: { readonly name: string; readonly color: string };
  readonly editable: boolean;
  readonly locale: Locale;
  /** Whether it is all in the database. */
  readonly status: ReactNode;
  /** Keeps the line where the caret is, or what is selected. */
  readonly onKeepLine?: (line: string) => void;
}

/** The editor of a group's notes: paragraphs, bold, lists; the carets of the others with their names. */
export function NotesEditor(props: NotesEditorProps) {
  return (
    <TextFence doc={props.doc} field={FIELD} lang={props.locale}>
      <FencedEditor {...props} />
    </TextFence>
  );
}

function FencedEditor({ doc, provider, held, user, editable, locale, status, onKeepLine }: NotesEditorProps) {
  const t = useT("group");
  const id = useId();
  const editor = useEditor({
    immediatelyRender: false,
    // Its style element would carry no nonce: app/styles/editor.css has what is needed.
    injectCSS: false,
    editable,
    extensions: [
      ...notesExtensions(),
      ...sharedText(doc, FIELD),
      composesApart(held),
      othersCarets({ provider, user }),
    ],
    editorProps: {
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": t("notes.label"),
        "aria-describedby": id,
        lang: locale,
        class: "notes-text",
      },
    },
  });
  useEffect(() => {
    editor?.setEditable(editable, false);
  }, [editor, editable]);
  const marks = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now?.isActive("bold") ?? false,
      list: now?.isActive("bulletList") ?? false,
    }),
  });
  if (!editor) return <p className="min-h-36 text-soft">{t("notes.opening")}</p>;
  return (
    <>
      {editable && (
        <div className="row" role="toolbar" aria-label={t("notes.tools")}>
          <Button aria-pressed={marks?.bold} onClick={() => editor.chain().focus().toggleBold().run()}>
            <Bold aria-hidden="true" /> {t("notes.bold")}
          </Button>
          <Button aria-pressed={marks?.list} onClick={() => editor.chain().focus().toggleBulletList().run()}>
            <List aria-hidden="true" /> {t("notes.list")}
          </Button>
        </div>
      )}
      <EditorContent editor={editor} />
      {/* Below the text, where its coming and going moves no line from under a finger. */}
      <div className="row justify-between">
        <p id={id} className="text-soft text-s">
          {editable ? t("notes.hint") : t("notes.readOnly")}
        </p>
        {status}
      </div>
      {onKeepLine && (
        <Button aria-haspopup="dialog" onClick={() => onKeepLine(currentLine(editor.state))}>
          {t("keep.open")}
        </Button>
      )}
    </>
  );
}
