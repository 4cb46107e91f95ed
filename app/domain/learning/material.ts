import { type Locale, type Localised, locales } from "../kernel/locale";
import { accept, type Result, refuse } from "../kernel/result";
import { isSafeAddress } from "../kernel/safe-address";
import { ADDRESS_MAX, MATERIAL_TITLE_MAX, READING_MAX, STEP_MINUTES_MAX } from "./limits";

export const materialKinds = ["reading", "video", "pdf"] as const;
export type MaterialKind = (typeof materialKinds)[number];

/** What an organiser says of a material. `minutes` is how long it takes; `body` is Markdown, and stays empty for links. */
export interface MaterialDraft {
  readonly kind: MaterialKind;
  readonly title: Localised;
  readonly body: Localised;
  readonly url: string;
  readonly minutes: number;
  readonly public: boolean;
}

/** A material that may be kept: empty texts are left out, and only a link has an address. */
export interface CheckedMaterial extends Omit<MaterialDraft, "url"> {
  readonly url: string | null;
}

type MaterialRefusal = "step-title-missing" | "reading-missing" | "link-missing" | "url-invalid" | StepRefusal;
export type StepRefusal = "text-too-long" | "step-minutes-wrong";

/**
 * Decides whether a material may be kept. Refuses `step-title-missing` (no title in any language), `reading-missing` (a reading without a
 * text in a language that has a title), `link-missing` and `url-invalid` (a video or PDF needs an https address), `text-too-long`,
 * `step-minutes-wrong` (1 to 600, whole).
 */
export function checkMaterial(draft: MaterialDraft): Result<CheckedMaterial, MaterialRefusal> {
  const title = withoutEmpty(draft.title);
  const body = draft.kind === "reading" ? withoutEmpty(draft.body) : {};
  const [first] = locales.filter((locale) => title[locale] !== undefined);
  if (first === undefined) return refuse("step-title-missing", {}, `title.${locales[0]}`);
  const long = tooLong(title, "title", MATERIAL_TITLE_MAX) ?? tooLong(body, "body", READING_MAX);
  if (long) return long;
  if (!fitsMinutes(draft.minutes)) return refuse("step-minutes-wrong", { max: STEP_MINUTES_MAX }, "minutes");
  const url = draft.url.trim();
  if (draft.kind === "reading") {
    if (body[first] === undefined) return refuse("reading-missing", {}, `body.${first}`);
    return accept({ ...draft, title, body, url: null });
  }
  if (url === "") return refuse("link-missing", {}, "url");
  if (!/^https:/i.test(url) || !isSafeAddress(url) || url.length > ADDRESS_MAX) return refuse("url-invalid", {}, "url");
  return accept({ ...draft, title, body, url });
}

/** Whether a step may be said to take so long. */
export function fitsMinutes(minutes: number): boolean {
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= STEP_MINUTES_MAX;
}

/** The texts that say something. */
export function withoutEmpty(text: Localised): Localised {
  const kept: Partial<Record<Locale, string>> = {};
  for (const locale of locales) {
    const said = text[locale]?.trim();
    if (said) kept[locale] = said;
  }
  return kept;
}

/** Refuses the first text that is longer than `max` characters, beside its field `name.<locale>`. */
export function tooLong(text: Localised, name: string, max: number) {
  const found = locales.find((locale) => (text[locale]?.length ?? 0) > max);
  return found && refuse("text-too-long", { max }, `${name}.${found}`);
}
