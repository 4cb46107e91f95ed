import { useEffect, useRef, useState } from "react";
import { useT } from "~/app/i18n/use-t";
import type { HelpCall } from "../../domain/deliberation/live-state";
import { Button } from "../button/button";
import { useNameOf } from "./live-context";
import { playChime } from "./play-chime";

const SOUND_KEY = "hemicycle-help-sound";

/** Makes calls for help noticed by who may answer: a short sound, the number in the tab's title, a sentence read out. */
export function HelpWatch({ calls }: { readonly calls: readonly HelpCall[] }) {
  const t = useT("live");
  const nameOf = useNameOf();
  const open = calls.filter(({ progress }) => progress.kind === "open");
  const last = open.at(-1);
  const [sound, setSound] = useSound();
  useTitleCount(open.length);
  useChime(open, sound);
  return (
    <>
      <p className="sr-only" role="status">
        {last && t("help.calls", { name: nameOf(last.participationId) })}
      </p>
      <Button tone="quiet" aria-pressed={sound} onClick={() => setSound(!sound)}>
        {t(sound ? "help.soundOn" : "help.soundOff")}
      </Button>
    </>
  );
}

function useChime(open: readonly HelpCall[], sound: boolean): void {
  const heard = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const isNew = open.some(({ callId }) => !heard.current.has(callId));
    heard.current = new Set(open.map(({ callId }) => callId));
    if (isNew && sound) void playChime();
  }, [open, sound]);
}

/** "(2) Console": seen among other tabs. */
function useTitleCount(count: number): void {
  useEffect(() => {
    const plain = document.title.replace(/^\(\d+\) /, "");
    document.title = count > 0 ? `(${count}) ${plain}` : plain;
    return () => {
      document.title = document.title.replace(/^\(\d+\) /, "");
    };
  }, [count]);
}

/** Kept in this browser; on until the person switches it off. */
function useSound(): readonly [boolean, (on: boolean) => void] {
  const [sound, setSound] = useState(true);
  useEffect(() => setSound(localStorage.getItem(SOUND_KEY) !== "off"), []);
  return [
    sound,
    (on) => {
      localStorage.setItem(SOUND_KEY, on ? "on" : "off");
      setSound(on);
    },
  ];
}
