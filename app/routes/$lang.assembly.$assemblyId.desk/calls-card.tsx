import { Link } from "@remix-run/react";
import { Phone } from "lucide-react";
import { buttonClass } from "~/app/components/button/button-class";
import { Card } from "~/app/components/card/card";
import { Table } from "~/app/components/table/table";
import { When } from "~/app/components/time/when";
import { telAddress } from "~/app/domain/people/tel-address";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocalePath } from "~/app/hooks/use-locale";
import { useT } from "~/app/i18n/use-t";
import type { Desk } from "./route.server";

const MOST_SHOWN = 8;

/** Who needs a call, why, and the number to press. */
export function CallsCard({ calls, whole }: Pick<Desk, "calls"> & { readonly whole: boolean }) {
  const t = useT("desk");
  const path = useLocalePath();
  const { id, timeZone } = useAssembly();
  const shown = calls.slice(0, MOST_SHOWN);
  return (
    <Card {...(!whole && { className: "xl:col-span-8" })}>
      <Table
        caption={t("calls.title")}
        stack
        head={[t("calls.who"), t("calls.why"), t("calls.last"), ""]}
        empty={
          <>
            <h2>{t("calls.title")}</h2>
            <p className="text-soft">{t("calls.none")}</p>
          </>
        }
        rows={shown.map(({ key, name, reason, phone, lastContactMs }) => ({
          key,
          cells: [
            <strong key="who">{name}</strong>,
            t(`calls.reason.${reason}`),
            lastContactMs === null ? "–" : <When key="last" at={lastContactMs} timeZone={timeZone} as="date" />,
            phone ? (
              <CallLink key="call" name={name} phone={phone} />
            ) : (
              <span key="call" className="text-soft text-s">
                {t("calls.noPhone")}
              </span>
            ),
          ],
        }))}
      />
      {calls.length > shown.length && (
        <p>
          <Link to={path(`/assembly/${id}/members`)}>{t("calls.more", { count: calls.length - shown.length })}</Link>
        </p>
      )}
    </Card>
  );
}

function CallLink({ name, phone }: { readonly name: string; readonly phone: string }) {
  const t = useT("desk");
  return (
    <a href={telAddress(phone)} className={buttonClass({ tone: "plain" })}>
      <Phone aria-hidden="true" />
      <span>
        {phone}
        <span className="sr-only"> {t("calls.call", { name })}</span>
      </span>
    </a>
  );
}
