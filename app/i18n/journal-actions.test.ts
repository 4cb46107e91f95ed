import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { locales } from "../domain/kernel/locale";
import { journal as english } from "./en/journal";
import { journal as french } from "./fr/journal";

const catalogues: Record<(typeof locales)[number], object> = { fr: french.did, en: english.did };

/** What stands for a part of an action in the commands: a new one is written here with all that it may be. */
const parts: Record<string, readonly string[]> = {
  "`invitation.${answer}`": ["invitation.accepted", "invitation.declined"],
  "`mail.${answer}-kept`": ["mail.send-kept", "mail.drop-kept"],
  "`${action}-start`": ["draw.make-start", "draw.replace-start"],
  "`draw.${state}`": ["draw.impossible", "draw.refused", "draw.stopped", "draw.failed"],
  "`${step.kind}.remove`": ["material.remove", "task.remove"],
  "`${step.kind}.move`": ["material.move", "task.move"],
};

function writtenActions(): string[] {
  const folder = new URL("../../server/", import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (path) => path.endsWith(".ts") && !/\.test\.ts$|^testing\//.test(path),
  );
  // A note names its subject, which an order and a question of rights do not.
  const notes = files.flatMap((path) => [
    ...readFileSync(new URL(path, folder), "utf8").matchAll(/action: ("[a-z-]+\.[a-z-]+"|`[^`]+`),[^}]*?\bsubject\b/g),
  ]);
  return notes.flatMap(([, action = ""]) =>
    action.startsWith("`") ? (parts[action] ?? [action]) : [action.slice(1, -1)],
  );
}

test.each(locales)("every action that commands write into the journal has its words (%s)", (locale) => {
  const actions = [...new Set(writtenActions())].sort();
  expect(actions).toContain("vote.cast");
  const said = (action: string) =>
    action
      .split(".")
      .reduce<unknown>((words, key) => (words as Record<string, unknown> | undefined)?.[key], catalogues[locale]);
  expect(actions.filter((action) => typeof said(action) !== "string")).toEqual([]);
});
