import { useTranslation } from "react-i18next";

/** An action in words, as a person says it; an action without words yet keeps its code, readable. */
export function useActionText(): (action: string) => string {
  const { i18n } = useTranslation();
  return (action) => {
    const key = `journal:did.${action}`;
    const say = i18n.t as unknown as (key: string) => string;
    return i18n.exists(key) ? say(key) : action.replaceAll(/[.-]/g, " ");
  };
}
