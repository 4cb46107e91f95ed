import { useLoaderData } from "@remix-run/react";
import type { SavedField } from "~/app/components/form/two-versions";
import type { Localised } from "~/app/domain/kernel/locale";
import { oneOf } from "~/app/domain/kernel/one-of";
import { materialKinds } from "~/app/domain/learning/material";
import { sharings } from "~/app/domain/learning/task";
import { useT } from "~/app/i18n/use-t";
import type { loader } from "./route.server";

/** The document or task as it is saved, under the names of its fields. */
export function useSavedStep(): SavedField[] {
  const t = useT("learn");
  const kinds = useT("phases");
  const frame = useT("frame");
  const { material, task, languages, phases } = useLoaderData<typeof loader>();
  const step = material ?? task;
  if (!step) return [];
  const localised = (name: string, label: string, texts: Localised): SavedField[] =>
    languages.map((locale) => ({
      name: `${name}.${locale}`,
      label: languages.length === 1 ? label : t("edit.inLanguage", { label, language: frame(`language.${locale}`) }),
      saved: texts[locale] ?? "",
    }));
  const phaseName = (id: string): string => {
    const phase = phases.find((one) => one.id === id);
    return phase ? kinds(phase.kind) : id;
  };
  const common: SavedField[] = [
    ...localised("title", t("edit.title"), step.title),
    { name: "phaseId", label: t("edit.phase"), saved: step.phaseId, show: phaseName },
    { name: "minutes", label: t("edit.minutes"), saved: String(step.minutes) },
  ];
  if (task) {
    const sharing = (value: string): string => {
      const chosen = oneOf(sharings, value);
      return chosen ? t(`edit.sharings.${chosen}`) : value;
    };
    return [
      ...common,
      ...localised("prompt", t("edit.prompt"), task.prompt),
      { name: "sharing", label: t("edit.sharing"), saved: task.sharing, show: sharing },
    ];
  }
  if (!material) return common;
  const kind = (value: string): string => {
    const chosen = oneOf(materialKinds, value);
    return chosen ? t(`edit.kinds.${chosen}`) : value;
  };
  return [
    { name: "kind", label: t("edit.kind"), saved: material.kind, show: kind },
    ...common,
    ...localised("body", t("edit.body"), material.body),
    { name: "url", label: t("edit.url"), saved: material.url ?? "" },
    {
      name: "public",
      label: t("edit.public"),
      saved: material.public ? "on" : "",
      show: (value) => frame(value === "on" ? "yes" : "no"),
    },
  ];
}
