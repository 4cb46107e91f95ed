import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useRef } from "react";
import { ButtonLink } from "~/app/components/button/button-link";
import { useAssembly, useMay } from "~/app/hooks/use-assembly";
import { useLocalePath } from "~/app/hooks/use-locale";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import { Crossed } from "./crossed";
import { Downloads } from "./downloads";
import { DrawnPeople } from "./drawn-people";
import { Fairness } from "./fairness";
import { Lottery } from "./lottery";
import { PeopleApart } from "./people-apart";
import { PerValue } from "./per-value";
import { Proof } from "./proof";
import { ResultStage } from "./result-stage";
import type { loader } from "./route.server";
import { ScreenButton } from "./screen-button";
import { StepTimes } from "./step-times";

export { loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "Result of the draw" : "Résultat du tirage") },
];

export default function DrawResultPage() {
  const t = useT("draw");
  const path = useLocalePath();
  const { id } = useAssembly();
  const may = useMay();
  const draw = useLoaderData<typeof loader>();
  const stage = useRef<HTMLDivElement>(null);
  return (
    <div className="stack-8">
      <div className="row print:hidden">
        <ButtonLink tone="quiet" to={path(`/assembly/${id}/draw`)}>
          {t("result.toList")}
        </ButtonLink>
        <ScreenButton stage={stage} />
        {may("assembly.edit") && (
          <ButtonLink tone="main" to={path(`/assembly/${id}/invitations`)}>
            {t("list.toInvitations")}
          </ButtonLink>
        )}
      </div>
      <div ref={stage} className="draw-stage">
        <ResultStage draw={draw} />
      </div>
      <PerValue record={draw.record} />
      <Proof draw={draw} />
      <Fairness draw={draw} />
      <Lottery draw={draw} />
      <Downloads draw={draw} />
      <Crossed draw={draw} />
      <PeopleApart draw={draw} />
      <StepTimes draw={draw} />
      <DrawnPeople draw={draw} named={may("assembly.edit")} />
    </div>
  );
}
