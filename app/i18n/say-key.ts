import type { i18n } from "i18next";

/** The text of a key that is made of a code: typed keys do not reach there. Ask `exists` first. */
export function sayKey({ t }: i18n, key: string, options: object = {}): string {
  const say = t as unknown as (key: string, options: object) => string;
  return say(key, options);
}
