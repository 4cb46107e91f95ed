import { useEffect, useRef } from "react";
import { asReply } from "~/app/components/form/answer";
import { useRefusalText } from "~/app/components/form/refusal-text";
import { plain, type SavedField } from "~/app/components/form/two-versions";
import { Notice } from "~/app/components/notice/notice";
import type { FormReply } from "~/app/domain/kernel/reply";
import { useAnswer } from "~/app/hooks/use-answer";
import { useT } from "~/app/i18n/use-t";
import type { CalendarSession } from "./route.server";
import { useSavedCalendar } from "./saved-calendar";

/**
 * What was typed into the form of a session or item that somebody else has removed, or begun, meanwhile: the form is gone with it, the
 * words are not.
 */
export function NoLongerThere({ editable }: { readonly editable: CalendarSession | undefined }) {
  const reply = asReply(useAnswer());
  const intent = reply?.values.intent;
  if (!reply || (intent !== "session-edit" && intent !== "item-change")) return null;
  const isThere = intent === "session-edit" || editable?.agenda.some(({ id }) => id === reply.values.itemId);
  return editable && isThere ? null : <Typed reply={reply} of={intent === "session-edit" ? "session" : "item"} />;
}

function Typed({ reply, of }: { readonly reply: FormReply; readonly of: "session" | "item" }) {
  const t = useT("calendar");
  const sentence = useRefusalText();
  const saved = useSavedCalendar();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const fields: readonly SavedField[] = of === "session" ? saved.session(noSession) : saved.item(noItem);
  const typed = fields.filter(({ name }) => plain(reply.values[name]) !== "");
  const further = reply.refusals.filter(({ code }) => code !== "not-found" && !code.endsWith("-unknown"));
  return (
    <div ref={box} role="alert" tabIndex={-1}>
      <Notice tone="warn" title={t(`gone.${of}`)}>
        {further.map((refusal) => (
          <p key={refusal.code}>{sentence(refusal)}</p>
        ))}
        <p>{t("gone.text")}</p>
        <dl className="stack-4">
          {typed.map(({ name, label, show = (value: string) => value }) => (
            <div key={name}>
              <dt>
                <strong>{label}</strong>
              </dt>
              <dd className="whitespace-pre-line break-words">{show(plain(reply.values[name]))}</dd>
            </div>
          ))}
        </dl>
      </Notice>
    </div>
  );
}

const noItem = { title: {}, prompt: {}, mode: "plenary", minutes: 0 } as const;
const noSession = { title: {}, startsAtMs: 0, endsAtMs: 0, place: "online", address: "" } as const;
