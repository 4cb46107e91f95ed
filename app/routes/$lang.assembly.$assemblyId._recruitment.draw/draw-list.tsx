import { ButtonLink } from "~/app/components/button/button-link";
import { When } from "~/app/components/time/when";
import { drawAlgorithms } from "~/app/domain/sortition/draw-request";
import { useAssembly, useMay } from "~/app/hooks/use-assembly";
import { useLocalePath } from "~/app/hooks/use-locale";
import { useT } from "~/app/i18n/use-t";

export interface DrawListProps {
  readonly draws: readonly {
    readonly id: string;
    readonly ordinal: number;
    readonly kind: "first" | "again" | "replacement" | "alternates";
    readonly atMs: number;
    readonly reason: string | null;
    readonly algorithm: string;
  }[];
}

/** Which way of sharing chances it was, where it is known. */
function AlgorithmUsed({ algorithm }: { readonly algorithm: string }) {
  const t = useT("draw");
  const known = drawAlgorithms.find((one) => one === algorithm);
  return known ? <> · {t(`ways.names.${known}`)}</> : null;
}

/** Every draw that was ever made, the last one on top. */
export function DrawList({ draws }: DrawListProps) {
  const t = useT("draw");
  const path = useLocalePath();
  const { id, timeZone } = useAssembly();
  const may = useMay();
  return (
    <section className="stack-4" aria-labelledby="draws">
      <h2 id="draws">{t("list.title")}</h2>
      <ol className="max-w-none border-t border-line" reversed>
        {[...draws].reverse().map((draw, at) => (
          <li key={draw.id} className="row justify-between gap-4 border-b border-line py-4">
            <div>
              <strong>{t(`list.${draw.kind}`)}</strong>
              <p className="text-s text-soft">
                {t("list.number", { number: draw.ordinal })} · <When at={draw.atMs} timeZone={timeZone} />
                <AlgorithmUsed algorithm={draw.algorithm} />
              </p>
              {draw.reason && <p className="max-w-measure">{t("list.reason", { reason: draw.reason })}</p>}
            </div>
            <ButtonLink tone={at === 0 ? "main" : "plain"} to={path(`/assembly/${id}/draw/${draw.id}`)}>
              {t("list.see")}
            </ButtonLink>
          </li>
        ))}
      </ol>
      {may("assembly.edit") && (
        <div>
          <ButtonLink to={path(`/assembly/${id}/invitations`)}>{t("list.toInvitations")}</ButtonLink>
        </div>
      )}
    </section>
  );
}
