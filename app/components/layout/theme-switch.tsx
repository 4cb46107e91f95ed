import { useLocation } from "@remix-run/react";
import { type FormEvent, useState } from "react";
import { preferenceCookies } from "~/app/domain/kernel/cookie";
import { type Theme, useRootData } from "~/app/hooks/use-root-data";
import { useT } from "~/app/i18n/use-t";

const themes = ["system", "light", "dark"] as const;

/** Light, dark, or as the device. A form by GET without JavaScript; with it, at once and without a request. */
export function ThemeSwitch() {
  const t = useT("frame");
  const root = useRootData();
  const { pathname, search } = useLocation();
  const [chosen, setChosen] = useState<Theme>();
  const current = chosen ?? root?.theme ?? "system";
  const choose = (event: FormEvent<HTMLFormElement>) => {
    const button = (event.nativeEvent as SubmitEvent).submitter;
    const theme = themes.find((name) => name === button?.getAttribute("value"));
    if (!theme) return;
    event.preventDefault();
    setChosen(theme);
    show(theme);
  };
  return (
    <form method="get" action={pathname} onSubmit={choose} className="switch print:hidden">
      <fieldset>
        <legend className="sr-only">{t("theme.label")}</legend>
        {[...new URLSearchParams(search)].map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        {themes.map((theme) => (
          <button key={theme} type="submit" name="theme" value={theme} aria-pressed={theme === current}>
            {t(`theme.${theme}`)}
          </button>
        ))}
      </fieldset>
    </form>
  );
}

/** Shows and remembers it; the cookie is read by the server for the next page. */
function show(theme: Theme): void {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  const jar = { secure: location.protocol === "https:" };
  for (const cookie of preferenceCookies("theme", theme === "system" ? "" : theme, jar)) {
    // The Cookie Store API is not in every browser we serve.
    // biome-ignore lint/suspicious/noDocumentCookie: see above
    document.cookie = cookie;
  }
}
