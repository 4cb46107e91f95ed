import { X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { useT } from "~/app/i18n/use-t";
import { Button } from "../button/button";
import type { ButtonTone } from "../button/button-class";
import { IconButton } from "../button/icon-button";

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A question or a small task in front of the page; Escape and the cross close it. */
export function Dialog({ title, isOpen, onClose, children }: DialogProps) {
  const t = useT("frame");
  return (
    <ModalOverlay
      isDismissable
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      className="fixed inset-0 z-50 grid place-items-center overflow-y-auto bg-veil p-4"
    >
      <Modal className="w-full max-w-xl rounded-l border border-line bg-card text-ink shadow-dialog">
        <AriaDialog className="stack-4 p-6 outline-none">
          <div className="flex items-start justify-between gap-3">
            <Heading slot="title" level={2} className="pt-[0.45rem]">
              {title}
            </Heading>
            <IconButton label={t("close")} tone="quiet" className="shrink-0" onClick={onClose}>
              <X aria-hidden="true" />
            </IconButton>
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export interface DialogButtonProps {
  readonly label: ReactNode;
  readonly title: string;
  readonly tone?: ButtonTone;
  readonly children: (close: () => void) => ReactNode;
}

/** A button that opens a dialog. */
export function DialogButton({ label, title, tone, children }: DialogButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button tone={tone} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog title={title} isOpen={isOpen} onClose={close}>
        {children(close)}
      </Dialog>
    </>
  );
}
