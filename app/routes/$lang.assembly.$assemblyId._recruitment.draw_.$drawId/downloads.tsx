import { ButtonLink } from "~/app/components/button/button-link";
import { useAssembly, useMay } from "~/app/hooks/use-assembly";
import { useLocalePath } from "~/app/hooks/use-locale";
import { useT } from "~/app/i18n/use-t";
import type { DrawOfPage } from "./draw-of-page";

/** The draw as tables for other tools: with names for organisers, the lottery for whoever may see the draw. */
export function Downloads({ draw }: { readonly draw: DrawOfPage }) {
  const t = useT("draw");
  const path = useLocalePath();
  const { id } = useAssembly();
  const isOrganiser = useMay()("assembly.edit");
  const at = (table: string): string => path(`/assembly/${id}/draw/${draw.id}/export?table=${table}`);
  const hasRemaining = isOrganiser && !draw.inputsDeleted;
  if (!isOrganiser && !draw.hasLottery) return null;
  return (
    <section className="stack-4 print:hidden" aria-labelledby="downloads">
      <h2 id="downloads">{t("result.downloads")}</h2>
      <div className="row">
        {isOrganiser && (
          <ButtonLink to={at("selected")} reloadDocument download>
            {t("result.selectedFile")}
          </ButtonLink>
        )}
        {hasRemaining && (
          <ButtonLink to={at("remaining")} reloadDocument download>
            {t("result.remainingFile")}
          </ButtonLink>
        )}
        {draw.hasLottery && (
          <ButtonLink to={at("lottery")} reloadDocument download>
            {t("result.lotteryFile")}
          </ButtonLink>
        )}
        {draw.hasLottery && draw.record.lottery?.place !== undefined && (
          <ButtonLink to={at("check")} reloadDocument download>
            {t("result.checkFile")}
          </ButtonLink>
        )}
      </div>
      {draw.hasLottery && (
        <p className="text-s text-soft max-w-measure">
          {t("result.checkNote")} <code>npm run draw -- --check …</code>
        </p>
      )}
      {isOrganiser && <p className="text-s text-soft max-w-measure">{t("result.fileNote")}</p>}
    </section>
  );
}
