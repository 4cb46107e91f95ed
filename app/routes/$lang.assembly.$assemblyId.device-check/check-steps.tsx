import { useState } from "react";
import { Button } from "~/app/components/button/button";
import { CommandForm } from "~/app/components/form/command-form";
import { SubmitButton } from "~/app/components/form/submit-button";
import { Notice } from "~/app/components/notice/notice";
import type { Readiness } from "~/app/domain/learning/device-check";
import { useAnswer } from "~/app/hooks/use-answer";
import { useT } from "~/app/i18n/use-t";
import { type CameraFound, CameraStep } from "./camera-step";
import { ConnectionStep } from "./connection-step";
import { type MicrophoneFound, MicrophoneStep } from "./microphone-step";
import { SpeakerStep } from "./speaker-step";

/** The four things that are tried, and the result for the team. */
export function CheckSteps({ onRestart }: { readonly onRestart: () => void }) {
  const t = useT("learn");
  const [microphone, setMicrophone] = useState<MicrophoneFound>({ level: null, trouble: null });
  const [camera, setCamera] = useState<CameraFound>({ works: false, trouble: null });
  const [speaker, setSpeaker] = useState(false);
  const [roundTripMs, setRoundTripMs] = useState<number | null>(null);
  const hidden = {
    microphoneLevel: microphone.level ?? "",
    camera: camera.works ? "yes" : "no",
    speaker: speaker ? "yes" : "no",
    roundTripMs: roundTripMs ?? "",
    trouble: microphone.trouble ?? camera.trouble ?? "",
  };
  return (
    <div className="stack-8">
      <div className="grid-cards">
        <MicrophoneStep onFound={setMicrophone} />
        <CameraStep onFound={setCamera} />
        <SpeakerStep onFound={setSpeaker} />
        <ConnectionStep onFound={setRoundTripMs} />
      </div>
      <CommandForm hidden={hidden}>
        <Result />
        <p className="text-soft text-s">{t("check.sendHint")}</p>
        <div className="row">
          <SubmitButton big>{t("check.send")}</SubmitButton>
          <Button onClick={onRestart}>{t("check.restart")}</Button>
        </div>
      </CommandForm>
    </div>
  );
}

/** What the server noted, in one sentence. */
function Result() {
  const t = useT("learn");
  const answer = useAnswer<{ readonly readiness?: Readiness }>();
  if (!answer?.readiness) return null;
  return (
    <Notice tone={answer.readiness === "ready" ? "done" : "warn"} live>
      {t(`check.result.${answer.readiness}`)}
    </Notice>
  );
}
