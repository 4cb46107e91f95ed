import { DrawTrouble, type DrawTroubleProps } from "~/app/components/draw-trouble/draw-trouble";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocalePath } from "~/app/hooks/use-locale";

/** Why nobody was drawn, with the way to the quotas. */
export function DrawTroubleNotice({ trouble }: Pick<DrawTroubleProps, "trouble">) {
  const path = useLocalePath();
  return <DrawTrouble trouble={trouble} toQuotas={path(`/assembly/${useAssembly().id}/recruit/quotas`)} />;
}
