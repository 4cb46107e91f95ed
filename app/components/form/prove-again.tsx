import { ShieldCheck } from "lucide-react";
import { useEffect, useRef } from "react";
import type { FormReply } from "~/app/domain/kernel/reply";
import { useLocalePath } from "~/app/hooks/use-locale";
import { useT } from "~/app/i18n/use-t";
import { buttonClass } from "../button/button-class";
import { HeldFields } from "./held-fields";
import { useRefusalText } from "./refusal-text";

/** Whether the only thing that stands in the way is that the person has not shown lately who they are. */
export function isProofWanted(reply: FormReply | undefined): boolean {
  return reply?.refusals.length === 1 && reply.refusals[0]?.code === "prove-again";
}

/**
 * Leads from a form to the page where one confirms who one is, and takes what was typed along: that page sends it on to `action` once it
 * is done. A form of the browser's own, so that it works without JavaScript and stands beside the refused one, not in it.
 */
export function ProveAgain({ reply, action }: { readonly reply: FormReply; readonly action: string }) {
  const t = useT("frame");
  const sentence = useRefusalText();
  const path = useLocalePath();
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (reply) box.current?.focus();
  }, [reply]);
  return (
    <form ref={box} method="post" action={path("/confirm")} className="notice warn" role="alert" tabIndex={-1}>
      <ShieldCheck aria-hidden="true" />
      <div className="stack-2">
        <p>{sentence({ code: "prove-again" })}</p>
        <input type="hidden" name="confirm-step" value="ask" />
        <input type="hidden" name="confirm-then" value={action} />
        <input type="hidden" name="confirm-sends" value="form" />
        <HeldFields values={reply.values} />
        <button type="submit" className={buttonClass({ tone: "main" })}>
          {t("form.confirmYou")}
        </button>
      </div>
    </form>
  );
}
