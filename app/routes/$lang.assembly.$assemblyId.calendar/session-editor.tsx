import { ButtonLink } from "~/app/components/button/button-link";
import { Card } from "~/app/components/card/card";
import { Disclosure } from "~/app/components/disclosure/disclosure";
import { CommandForm } from "~/app/components/form/command-form";
import { ConfirmButton } from "~/app/components/form/confirm-button";
import { FilledFrom } from "~/app/components/form/filled-from";
import { SubmitButton } from "~/app/components/form/submit-button";
import { Notice } from "~/app/components/notice/notice";
import { inLocale } from "~/app/domain/kernel/locale";
import { useLocale } from "~/app/hooks/use-locale";
import { formatDuration } from "~/app/i18n/format-date";
import { useT } from "~/app/i18n/use-t";
import { AgendaEditor } from "./agenda-editor";
import { ItemFields } from "./item-fields";
import type { CalendarSession } from "./route.server";
import { useSavedCalendar } from "./saved-calendar";
import { SessionFields } from "./session-fields";
import { useRefused } from "./use-refused";

/** A session and its agenda, opened to be changed. */
export function SessionEditor({ session }: { readonly session: CalendarSession }) {
  const t = useT("calendar");
  const locale = useLocale();
  const refused = useRefused();
  const saved = useSavedCalendar();
  const { id, version, mark, title, agenda } = session;
  const hidden = { sessionId: id };
  return (
    <Card
      level={3}
      title={inLocale(title, locale)}
      actions={<ButtonLink to=".">{t("sessions.close")}</ButtonLink>}
      className="open-editor"
    >
      <CommandForm intent="session-edit" hidden={hidden}>
        <FilledFrom mark={mark} fields={saved.session(session)}>
          <SessionFields session={session} />
        </FilledFrom>
        <SubmitButton>{t("sessions.save")}</SubmitButton>
      </CommandForm>
      <h4>{t("agenda.title")}</h4>
      <AgendaLength session={session} />
      <AgendaEditor session={session} />
      <Disclosure summary={t("agenda.add")} open={agenda.length === 0 || refused("item-add")}>
        <CommandForm key={agenda.length} intent="item-add" hidden={{ ...hidden, version }}>
          <ItemFields />
          <SubmitButton>{t("agenda.addSubmit")}</SubmitButton>
        </CommandForm>
      </Disclosure>
      <div>
        <ConfirmButton
          label={t("sessions.remove")}
          tone="danger"
          title={t("sessions.removeTitle", { title: inLocale(title, locale) })}
          confirmLabel={t("sessions.remove")}
          intent="session-remove"
          hidden={{ sessionId: id, version }}
        >
          {t("sessions.removeText")}
        </ConfirmButton>
      </div>
    </Card>
  );
}

/** Whether the agenda fits into the session: said, never refused. */
function AgendaLength({ session: { startsAtMs, endsAtMs, agenda } }: { readonly session: CalendarSession }) {
  const t = useT("calendar");
  const locale = useLocale();
  const planned = agenda.reduce((sum, { minutes }) => sum + minutes, 0) * 60_000;
  const over = planned - (endsAtMs - startsAtMs);
  if (over > 0) {
    return (
      <Notice tone="warn">
        {t("agenda.tooLong", { planned: formatDuration(planned, locale), over: formatDuration(over, locale) })}
      </Notice>
    );
  }
  return (
    <p className="text-soft text-s">
      {over === 0
        ? t("agenda.fits", { planned: formatDuration(planned, locale) })
        : t("agenda.left", { planned: formatDuration(planned, locale), left: formatDuration(-over, locale) })}
    </p>
  );
}
