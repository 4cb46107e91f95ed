import type { CommandProps } from "@tiptap/core";
import { AllSelection, TextSelection } from "@tiptap/pm/state";
import { type Editor, useEditorState } from "@tiptap/react";
import { Heading, Link, List, ListOrdered, Quote, Redo2, Undo2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Toolbar } from "react-aria-components/Toolbar";
import { useT } from "~/app/i18n/use-t";
import { LinkDialog } from "./link-dialog";

const nothing = { bold: false, italic: false, heading: false, list: false, numbered: false, quote: false, link: false };

/** One row of tools for whichever field was written in last; arrow keys go along it. */
export function FormatToolbar({ editor }: { readonly editor: Editor | null }) {
  const t = useT("draft");
  const [isLinking, setLinking] = useState(false);
  const active =
    useEditorState({
      editor,
      selector: ({ editor: shown }) =>
        shown && {
          bold: shown.isActive("bold"),
          italic: shown.isActive("italic"),
          heading: shown.isActive("heading"),
          list: shown.isActive("bulletList"),
          numbered: shown.isActive("orderedList"),
          quote: shown.isActive("blockquote"),
          link: shown.isActive("link"),
        },
    }) ?? nothing;
  const run = (act: (chain: ReturnType<Editor["chain"]>) => ReturnType<Editor["chain"]>) => () => {
    if (editor) act(editor.chain().focus()).run();
  };
  return (
    <>
      <Toolbar
        aria-label={t("tools.label")}
        className="flex gap-x-1 py-1 max-sm:max-w-full max-sm:overflow-x-auto sm:flex-wrap print:hidden"
      >
        <Tool label={t("tools.bold")} pressed={active.bold} onClick={run((chain) => chain.toggleBold())}>
          <b>{t("tools.boldShort")}</b>
        </Tool>
        <Tool label={t("tools.italic")} pressed={active.italic} onClick={run((chain) => chain.toggleItalic())}>
          <i>{t("tools.italicShort")}</i>
        </Tool>
        <Tool
          label={t("tools.heading")}
          pressed={active.heading}
          onClick={run((chain) => chain.toggleHeading({ level: 3 }))}
        >
          <Heading aria-hidden="true" />
        </Tool>
        <Tool label={t("tools.list")} pressed={active.list} onClick={run((chain) => chain.toggleBulletList())}>
          <List aria-hidden="true" />
        </Tool>
        <Tool label={t("tools.numbered")} pressed={active.numbered} onClick={run((chain) => chain.toggleOrderedList())}>
          <ListOrdered aria-hidden="true" />
        </Tool>
        <Tool
          label={t("tools.quote")}
          pressed={active.quote}
          onClick={run((chain) => chain.command(selectWords).toggleBlockquote())}
        >
          <Quote aria-hidden="true" />
        </Tool>
        <Tool label={t("tools.link")} pressed={active.link} onClick={() => editor && setLinking(true)}>
          <Link aria-hidden="true" />
        </Tool>
        <Tool label={t("tools.undo")} onClick={run((chain) => chain.undo())}>
          <Undo2 aria-hidden="true" />
        </Tool>
        <Tool label={t("tools.redo")} onClick={run((chain) => chain.redo())}>
          <Redo2 aria-hidden="true" />
        </Tool>
      </Toolbar>
      {editor && <LinkDialog editor={editor} isOpen={isLinking} onClose={() => setLinking(false)} />}
    </>
  );
}

/** Ctrl+A selects the document itself, out of which no quotation can be lifted: its words are selected instead. */
function selectWords({ tr }: CommandProps): true {
  const { doc, selection } = tr;
  if (selection instanceof AllSelection) {
    tr.setSelection(TextSelection.between(doc.resolve(0), doc.resolve(doc.content.size)));
  }
  return true;
}

interface ToolProps {
  readonly label: string;
  readonly pressed?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** The text keeps its selection: pressing a tool with the mouse does not take the focus away. */
function Tool({ label, pressed, onClick, children }: ToolProps) {
  return (
    <button
      type="button"
      className="btn quiet min-w-target px-2 py-0 text-ink max-sm:shrink-0 aria-pressed:bg-accent-wash aria-pressed:text-accent"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
