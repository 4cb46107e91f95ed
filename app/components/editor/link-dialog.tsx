import type { Editor } from "@tiptap/react";
import { type FormEvent, useId, useState } from "react";
import { safeHref } from "~/app/domain/drafting/rich-text";
import { useT } from "~/app/i18n/use-t";
import { Button } from "../button/button";
import { Dialog } from "../dialog/dialog";

export interface LinkDialogProps {
  readonly editor: Editor;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Asks for the address of a link; an empty one takes the link away. */
export function LinkDialog({ editor, isOpen, onClose }: LinkDialogProps) {
  const t = useT("draft");
  return (
    <Dialog title={t("tools.linkTitle")} isOpen={isOpen} onClose={onClose}>
      <LinkForm editor={editor} onClose={onClose} />
    </Dialog>
  );
}

function LinkForm({ editor, onClose }: Omit<LinkDialogProps, "isOpen">) {
  const t = useT("draft");
  const id = useId();
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    event.stopPropagation();
    const typed = String(new FormData(event.currentTarget).get("address") ?? "").trim();
    const href = typed === "" || typed.includes(":") ? typed : `https://${typed}`;
    if (href !== "" && safeHref(href) === null) {
      setWrong(true);
      return;
    }
    const chain = editor.chain().extendMarkRange("link");
    if (href === "") chain.unsetLink().run();
    else if (editor.state.selection.empty && !editor.isActive("link")) {
      chain.insertContent({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] }).run();
    } else chain.setLink({ href }).run();
    onClose();
  };
  return (
    <form className="stack-4" onSubmit={submit} noValidate>
      <div className="field-shell">
        <label htmlFor={id}>{t("tools.linkAddress")}</label>
        <div className="text-s text-soft" id={`${id}-hint`}>
          {t("tools.linkHint")}
        </div>
        {wrong && (
          <p className="field-error" id={`${id}-error`}>
            {t("tools.linkWrong")}
          </p>
        )}
        <input
          id={id}
          name="address"
          type="url"
          className="field"
          defaultValue={String(editor.getAttributes("link").href ?? "")}
          aria-invalid={wrong || undefined}
          aria-describedby={`${id}-hint${wrong ? ` ${id}-error` : ""}`}
        />
      </div>
      <div className="row">
        <Button type="submit" tone="main">
          {t("tools.linkSet")}
        </Button>
      </div>
    </form>
  );
}
