import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Area } from "./catalogue";

/** The words of one area in the language of the page. */
export function useT<A extends Area>(area: A): TFunction<A> {
  return useTranslation<Area>(area).t as unknown as TFunction<A>;
}
