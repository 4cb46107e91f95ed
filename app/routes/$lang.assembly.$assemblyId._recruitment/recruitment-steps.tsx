import { Link, useLocation } from "@remix-run/react";
import { Check } from "lucide-react";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocale, useLocalePath } from "~/app/hooks/use-locale";
import { formatNumber } from "~/app/i18n/format-number";
import { useT } from "~/app/i18n/use-t";
import type { RecruitmentFrame } from "./route.server";

type Frame = Omit<RecruitmentFrame, "organiser">;

interface Step {
  readonly to: string;
  readonly label: string;
  readonly note: string;
  readonly done: boolean;
}

/** Four ways in, in the order in which they are gone. */
export function RecruitmentSteps({ frame }: { readonly frame: Frame }) {
  const t = useT("recruit");
  const path = useLocalePath();
  const { id } = useAssembly();
  const steps = useSteps(frame);
  const [, here = ""] = useLocation().pathname.split(`${id}/`);
  const current = steps.findLast(({ to }) => here === to || here.startsWith(`${to}/`));
  const isCurrent = (to: string): boolean => current?.to === to;
  return (
    <nav aria-label={t("steps.label")} className="print:hidden">
      <ol className="max-w-none grid grid-cols-2 gap-x-3 gap-y-4 md:grid-cols-4">
        {steps.map(({ to, label, note, done }) => (
          <li key={to}>
            <Link
              to={path(`/assembly/${id}/${to}`)}
              aria-current={isCurrent(to) ? "page" : undefined}
              className={`block border-t-4 pt-2 text-ink no-underline hover:border-accent ${isCurrent(to) ? "border-accent" : done ? "border-ok" : "border-line"}`}
            >
              <strong className="flex items-center gap-1">
                {label}
                {done && (
                  <>
                    <Check aria-hidden="true" className="size-5 text-ok" />
                    <span className="sr-only">({t("steps.done")})</span>
                  </>
                )}
              </strong>
              <span className="text-s text-soft tabular-nums block">{note}</span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function useSteps({ people, quotas, draws, drawing, invited, accepted, seats }: Frame): Step[] {
  const t = useT("recruit");
  const locale = useLocale();
  const poolNote = t("steps.poolNote", { count: people }).replace(String(people), formatNumber(people, locale));
  const drawNote = draws === 0 ? t("steps.drawNone") : t("steps.drawNote", { count: draws });
  return [
    { to: "recruit", label: t("steps.pool"), note: people === 0 ? t("steps.poolNone") : poolNote, done: people > 0 },
    {
      to: "recruit/quotas",
      label: t("steps.quotas"),
      note: quotas === 0 ? t("steps.quotasNone") : t("steps.quotasNote", { count: quotas }),
      done: quotas > 0,
    },
    { to: "draw", label: t("steps.draw"), note: drawing ? t("steps.drawing") : drawNote, done: draws > 0 },
    {
      to: "invitations",
      label: t("steps.invitations"),
      note: invited === 0 ? t("steps.invitationsNone") : t("steps.invitationsNote", { accepted, seats }),
      done: invited > 0 && accepted >= seats,
    },
  ];
}
