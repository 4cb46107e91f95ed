import { ButtonLink } from "~/app/components/button/button-link";
import { Card } from "~/app/components/card/card";
import { Disclosure } from "~/app/components/disclosure/disclosure";
import { Tag } from "~/app/components/tag/tag";
import { When } from "~/app/components/time/when";
import { inLocale } from "~/app/domain/kernel/locale";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocale } from "~/app/hooks/use-locale";
import { useT } from "~/app/i18n/use-t";
import { AgendaList } from "./agenda-list";
import type { CalendarSession } from "./route.server";

/** A session: when, where, and what will be done. */
export function SessionCard({ session, mayEdit }: { readonly session: CalendarSession; readonly mayEdit: boolean }) {
  const t = useT("calendar");
  const locale = useLocale();
  const { timeZone } = useAssembly();
  const { id, title, startsAtMs, endsAtMs, state, agenda } = session;
  return (
    <Card
      level={3}
      title={inLocale(title, locale)}
      actions={
        mayEdit && state === "planned" ? (
          <ButtonLink to={`?session=${id}`} tone="plain">
            {t("sessions.edit")}
          </ButtonLink>
        ) : (
          state !== "planned" && <Tag tone={state === "running" ? "now" : "plain"}>{t(`sessions.${state}`)}</Tag>
        )
      }
    >
      <p>
        <strong>
          <When at={startsAtMs} timeZone={timeZone} as="day" />
        </strong>
        <span className="block text-soft">
          <When at={startsAtMs} timeZone={timeZone} as="time" /> – <When at={endsAtMs} timeZone={timeZone} as="time" />
          {" · "}
          <Where session={session} />
        </span>
      </p>
      {agenda.length > 0 && (
        <Disclosure summary={t("agenda.title")}>
          <AgendaList session={session} />
        </Disclosure>
      )}
    </Card>
  );
}

function Where({ session: { place, address } }: { readonly session: CalendarSession }) {
  const t = useT("calendar");
  if (place === "online") return <>{t("place.online")}</>;
  const room = address || t("place.addressToCome");
  return <>{place === "room" ? room : t("place.bothAt", { address: room })}</>;
}
