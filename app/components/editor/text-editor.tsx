import { Placeholder } from "@tiptap/extensions";
import { type Editor, EditorContent, useEditor } from "@tiptap/react";
import { useEffect } from "react";
import type { WebsocketProvider } from "y-websocket";
import type { Doc } from "yjs";
import type { HeldText } from "~/realtime/browser/documents/held-text";
import { composesApart } from "./composes-apart";
import { othersCarets } from "./others-carets";
import { richTextExtensions } from "./rich-text-extensions";
import { sharedText } from "./shared-text";
import { TextFence } from "./text-fence";

export interface TextEditorProps {
  readonly doc: Doc;
  readonly provider: WebsocketProvider;
  readonly held: HeldText;
  /** The fragment of the document that is written here. */
  readonly field: string;
  /** The name for readers; a visible title should say the same. */
  readonly label: string;
  readonly hint?: string;
  readonly lang?: string;
  readonly editable: boolean;
  /** How others see this person's caret. */
  readonly user: { readonly name: string; readonly color: string };
  readonly onFocus?: (editor: Editor) => void;
  readonly onReady?: (editor: Editor) => void;
}

/** One field of a shared document, written by several at once. Render it in the browser only, keyed by `doc.guid`. */
export function TextEditor(props: TextEditorProps) {
  const { doc, field, lang } = props;
  return (
    <TextFence doc={doc} field={field} {...(lang && { lang })}>
      <FieldEditor {...props} />
    </TextFence>
  );
}

function FieldEditor(props: TextEditorProps) {
  const { doc, provider, held, field, label, hint, lang, editable, user, onFocus, onReady } = props;
  const editor = useEditor({
    immediatelyRender: false,
    // Its style element would carry no nonce: app/styles/editor.css has what is needed.
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    editable,
    extensions: [
      ...richTextExtensions(),
      Placeholder.configure({ placeholder: hint ?? "", showOnlyWhenEditable: false }),
      ...sharedText(doc, field),
      composesApart(held),
      othersCarets({ provider, user }),
    ],
    editorProps: {
      attributes: {
        "aria-label": label,
        role: "textbox",
        "aria-multiline": "true",
        class: "rich-text prose",
        ...(hint && { "aria-description": hint }),
        ...(lang && { lang }),
      },
    },
    onFocus: ({ editor: focused }) => onFocus?.(focused),
    onCreate: ({ editor: created }) => onReady?.(created),
  });
  useEffect(() => {
    if (editor && editor.isEditable !== editable) editor.setEditable(editable, false);
  }, [editor, editable]);
  return <EditorContent editor={editor} className="text-editor" />;
}
