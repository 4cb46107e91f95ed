import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { Disclosure } from "~/app/components/disclosure/disclosure";
import { CommandForm } from "~/app/components/form/command-form";
import { ConfirmButton } from "~/app/components/form/confirm-button";
import { FilledFrom } from "~/app/components/form/filled-from";
import { SubmitButton } from "~/app/components/form/submit-button";
import { When } from "~/app/components/time/when";
import { inLocale } from "~/app/domain/kernel/locale";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocale } from "~/app/hooks/use-locale";
import { useT } from "~/app/i18n/use-t";
import { startsOf } from "./agenda-list";
import { ItemFields } from "./item-fields";
import type { CalendarSession } from "./route.server";
import { useSavedCalendar } from "./saved-calendar";
import { useRefused } from "./use-refused";

type Item = CalendarSession["agenda"][number];

/** The items of an agenda, each to be changed, moved or removed. */
export function AgendaEditor({ session }: { readonly session: CalendarSession }) {
  const { timeZone } = useAssembly();
  const starts = startsOf(session);
  const last = session.agenda.length - 1;
  return (
    <ol className="max-w-none">
      {session.agenda.map((item, at) => (
        <li key={item.id} className="agenda-row edited">
          <span className="min-w-18 pt-2 text-soft tabular-nums">
            <When at={starts[at] ?? session.startsAtMs} timeZone={timeZone} as="time" />
          </span>
          <ItemEditor session={session} item={item} />
          <span className="row">
            {at > 0 && <Move session={session} item={item} intent="item-up" icon={<ArrowUp aria-hidden="true" />} />}
            {at < last && (
              <Move session={session} item={item} intent="item-down" icon={<ArrowDown aria-hidden="true" />} />
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}

interface OneItem {
  readonly session: CalendarSession;
  readonly item: Item;
}

function ItemEditor({ session, item }: OneItem) {
  const t = useT("calendar");
  const frame = useT("frame");
  const locale = useLocale();
  const refused = useRefused();
  const title = inLocale(item.title, locale);
  const saved = useSavedCalendar();
  const hidden = { sessionId: session.id, itemId: item.id };
  const summary = (
    <>
      {title}{" "}
      <span className="text-soft text-s">
        {t(`mode.${item.mode}`)} · {t("agenda.minutes", { count: item.minutes })}
      </span>
    </>
  );
  return (
    <div className="min-w-0 flex-1 basis-48">
      <Disclosure summary={summary} open={refused("item-change", item.id)}>
        <CommandForm intent="item-change" formId={item.id} hidden={hidden}>
          <FilledFrom mark={item.mark} fields={saved.item(item)}>
            <ItemFields item={item} />
          </FilledFrom>
          <SubmitButton>{frame("save")}</SubmitButton>
        </CommandForm>
        <ConfirmButton
          label={frame("remove")}
          tone="quiet"
          title={t("agenda.removeTitle", { title })}
          confirmLabel={frame("remove")}
          intent="item-remove"
          formId={item.id}
          hidden={{ ...hidden, version: session.version }}
        />
      </Disclosure>
    </div>
  );
}

interface MoveProps extends OneItem {
  readonly intent: "item-up" | "item-down";
  readonly icon: ReactNode;
}

function Move({ session, item, intent, icon }: MoveProps) {
  const t = useT("calendar");
  const locale = useLocale();
  const hidden = { sessionId: session.id, version: session.version, itemId: item.id };
  return (
    <CommandForm intent={intent} formId={item.id} hidden={hidden} className="contents">
      <SubmitButton tone="quiet">
        {icon}
        <span className="sr-only">
          {t(intent === "item-up" ? "agenda.up" : "agenda.down", { title: inLocale(item.title, locale) })}
        </span>
      </SubmitButton>
    </CommandForm>
  );
}
