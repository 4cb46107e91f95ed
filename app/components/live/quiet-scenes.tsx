import type { ReactNode } from "react";
import { inLocale } from "~/app/domain/kernel/locale";
import { useLocale, useLocalePath } from "~/app/hooks/use-locale";
import { useT } from "~/app/i18n/use-t";
import { ButtonLink } from "../button/button-link";
import { When } from "../time/when";
import { HallFrame } from "./hall-frame";
import { HallHeader } from "./hall-header";
import { useLive } from "./live-context";
import { HallSeats } from "./plenary";
import { TableNotesLink } from "./table-notes-link";

/** When and where a session meets. */
export interface SessionDate {
  readonly startsAtMs: number;
  readonly place: "online" | "room" | "both";
  readonly address: string;
}

interface QuietProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Under the words. */
  readonly below?: ReactNode;
}

/** A hall where one waits: a few words in the middle. */
function Quiet({ title, children, below }: QuietProps) {
  return (
    <div className="grid grow grid-cols-1 content-center justify-items-center gap-8 px-4 py-8">
      <section className="stack-4 w-full max-w-152">
        <h2 className="text-title-m">{title}</h2>
        {children}
      </section>
      {below}
    </div>
  );
}

/** What stands on top where no item is under way: a line, and what the session is called. */
function PlainHeader({ children }: { readonly children: ReactNode }) {
  const locale = useLocale();
  const { state } = useLive();
  return (
    <header className="hall-item">
      <div className="min-w-0 flex-1 basis-48">
        <p className="text-soft text-s">{children}</p>
        <h1>{inLocale(state.session.title, locale)}</h1>
      </div>
    </header>
  );
}

/** Before the session is opened: when, where, and the device check. */
export function BeforeSession({ date }: { readonly date: SessionDate }) {
  const t = useT("live");
  const path = useLocalePath();
  const { state, timeZone } = useLive();
  const { session } = state;
  return (
    <HallFrame dock={{ floor: null, groupId: null }}>
      <PlainHeader>
        <When at={date.startsAtMs} timeZone={timeZone} as="day-time" />
      </PlainHeader>
      <Quiet title={t("before.title")} below={<HallSeats />}>
        <p>{t("before.text")}</p>
        {date.place !== "online" && date.address && <p>{t("before.address", { address: date.address })}</p>}
        <div className="row">
          <ButtonLink to={path(`/assembly/${session.assemblyId}/device-check`)} tone="main" big>
            {t("before.deviceCheck")}
          </ButtonLink>
        </div>
      </Quiet>
    </HallFrame>
  );
}

/** A late arrival: the team sees them and places them. */
export function Lobby() {
  const t = useT("live");
  return (
    <HallFrame dock={{ floor: null, groupId: null }}>
      <HallHeader />
      <Quiet title={t("lobby.title")}>
        <p className="text-l">{t("lobby.text")}</p>
        <p>{t("lobby.nothingToDo")}</p>
      </Quiet>
    </HallFrame>
  );
}

export function Pause() {
  const t = useT("live");
  const { state, timeZone } = useLive();
  const { itemEndsAtMs } = state.session;
  return (
    <HallFrame dock={{ floor: null, groupId: null }}>
      <HallHeader />
      <Quiet title={t("pause.title")} below={<HallSeats />}>
        {itemEndsAtMs !== null && (
          <p className="text-l">
            {t("pause.until")} <When at={itemEndsAtMs} timeZone={timeZone} as="time" />.
          </p>
        )}
        <p>{t("pause.text")}</p>
      </Quiet>
    </HallFrame>
  );
}

/** After the session: thanks, and what comes next. */
export function AfterSession({ next }: { readonly next: SessionDate | null }) {
  const t = useT("live");
  const path = useLocalePath();
  const { state, timeZone } = useLive();
  const { session } = state;
  return (
    <HallFrame>
      <PlainHeader>{t("state.closed")}</PlainHeader>
      <Quiet title={t("after.title")}>
        <p className="text-l">{t("after.text")}</p>
        {next && (
          <p>
            {t("after.next")} <When at={next.startsAtMs} timeZone={timeZone} as="day-time" />.
          </p>
        )}
        <div className="row">
          <ButtonLink to={path(`/assembly/${session.assemblyId}`)} tone="main" big>
            {t("after.home")}
          </ButtonLink>
          <TableNotesLink />
        </div>
      </Quiet>
    </HallFrame>
  );
}
