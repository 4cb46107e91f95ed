import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/app/components/button/button-link";
import { EmptyState } from "~/app/components/empty-state/empty-state";
import { PageTitle } from "~/app/components/page-title/page-title";
import { Table } from "~/app/components/table/table";
import { Tag } from "~/app/components/tag/tag";
import { telAddress } from "~/app/domain/people/tel-address";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocale, useLocalePath } from "~/app/hooks/use-locale";
import { formatDayTime } from "~/app/i18n/format-date";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import type { loader } from "./route.server";

export { loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "Device checks" : "Essais d'appareils") },
];

export const handle = { frame: "wide" };

export default function DeviceChecks() {
  const t = useT("learn");
  const frame = useT("frame");
  const roles = useT("roles");
  const path = useLocalePath();
  const { id } = useAssembly();
  const { people } = useLoaderData<typeof loader>();
  const count = (state: string) => people.filter(({ check }) => (check?.readiness ?? "none") === state).length;
  const columns = ["name", "state", "microphone", "camera", "speaker", "connection", "when", "reach"] as const;
  return (
    <div className="stack-8">
      <PageTitle
        title={t("checks.title")}
        actions={<ButtonLink to={path(`/assembly/${id}/device-check`)}>{t("checks.own")}</ButtonLink>}
      >
        {t("checks.text")}{" "}
        {t("checks.summary", {
          ready: count("ready"),
          total: people.length,
          help: count("needs-help"),
          none: count("none"),
        })}
      </PageTitle>
      <Table
        caption={t("checks.table")}
        hideCaption
        stack
        empty={<EmptyState title={t("checks.empty")} />}
        head={columns.map((column) => t(`checks.columns.${column}`))}
        rows={people.map((person) => ({
          key: person.participationId,
          cells: [
            <span key="name">
              {person.name}
              <span className="text-soft text-s block">{roles(person.role)}</span>
            </span>,
            <State key="state" state={person.check?.readiness ?? "none"} />,
            ...found(person.check, t, [frame("yes"), frame("no")]),
            person.check ? <CheckedAt key="when" atMs={person.check.atMs} /> : "–",
            <Reach key="reach" {...person} />,
          ],
        }))}
      />
    </div>
  );
}

type Check = ReturnType<typeof useLoaderData<typeof loader>>["people"][number]["check"];

/** Microphone, camera, sound, connection: in words. */
function found(
  check: Check,
  t: ReturnType<typeof useT<"learn">>,
  [yes, no]: readonly [string, string],
): readonly string[] {
  if (!check) return ["–", "–", "–", "–"];
  const { heard, camera, speaker, roundTripMs, trouble } = check;
  const mark = (works: boolean) => (works ? yes : no);
  const why = trouble ? t(`checks.trouble.${trouble}`) : no;
  const connection = roundTripMs === null ? t("checks.noLive") : t("checks.ms", { ms: roundTripMs });
  return [heard ? yes : why, heard && !camera ? why : mark(camera), mark(speaker), connection];
}

function State({ state }: { readonly state: "ready" | "can-follow" | "needs-help" | "none" }) {
  const t = useT("learn");
  const tone = state === "ready" ? "ok" : state === "needs-help" ? "danger" : "plain";
  return (
    <span className="whitespace-nowrap">
      <Tag tone={tone}>{t(`checks.state.${state}`)}</Tag>
    </span>
  );
}

function CheckedAt({ atMs }: { readonly atMs: number }) {
  const locale = useLocale();
  const { timeZone } = useAssembly();
  return <>{formatDayTime({ atMs, locale, timeZone })}</>;
}

function Reach({ phone, email }: { readonly phone: string | null; readonly email: string | null }) {
  if (phone)
    return (
      <a href={telAddress(phone)} className="tabular-nums whitespace-nowrap">
        {phone}
      </a>
    );
  return email ? <a href={`mailto:${email}`}>{email}</a> : <>–</>;
}
