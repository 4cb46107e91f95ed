import { useLocation } from "@remix-run/react";
import { locales } from "~/app/domain/kernel/locale";
import { useLocale } from "~/app/hooks/use-locale";
import { useT } from "~/app/i18n/use-t";

/** The same page in the other languages. A plain link: the page is loaded anew with that language's words. */
export function LanguageSwitch() {
  const t = useT("frame");
  const current = useLocale();
  const { pathname, search } = useLocation();
  return (
    <nav aria-label={t("language.label")} className="switch print:hidden">
      {locales.map((locale) =>
        locale === current ? (
          <span key={locale} lang={locale} aria-current="true">
            {t(`language.${locale}`)}
          </span>
        ) : (
          <a key={locale} href={pathname.replace(/^\/[^/]*/, `/${locale}`) + search} hrefLang={locale} lang={locale}>
            {t(`language.${locale}`)}
          </a>
        ),
      )}
    </nav>
  );
}
