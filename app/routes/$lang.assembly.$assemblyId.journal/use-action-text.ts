import { useTranslation } from "react-i18next";
import { sayKey } from "~/app/i18n/say-key";

/** An action in words, as a person says it; an action without words yet keeps its code, readable. */
export function useActionText(): (action: string) => string {
  const { i18n } = useTranslation();
  return (action) => {
    const key = `journal:did.${action}`;
    return i18n.exists(key) ? sayKey(i18n, key) : action.replaceAll(/[.-]/g, " ");
  };
}
