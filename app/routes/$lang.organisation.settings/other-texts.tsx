import { Notice } from "~/app/components/notice/notice";
import { type Localised, locales } from "~/app/domain/kernel/locale";
import type { FormReply } from "~/app/domain/kernel/reply";
import { useT } from "~/app/i18n/use-t";

interface OtherTextsProps {
  readonly stored: { readonly name: string; readonly legalNotice: Localised; readonly privacy: Localised };
  readonly typed: FormReply["values"];
}

/** What somebody else saved meanwhile, where it differs from what was typed. Saving again keeps what stands in the form. */
export function OtherTexts({ stored, typed }: OtherTextsProps) {
  const t = useT("prepare");
  const frame = useT("frame");
  const texts = [
    { name: "name", label: t("organisation.name"), text: stored.name },
    ...(["legalNotice", "privacy"] as const).flatMap((field) =>
      locales.map((locale) => ({
        name: `${field}.${locale}`,
        label: `${t(`organisation.${field}`)} (${frame(`language.${locale}`)})`,
        text: stored[field][locale] ?? "",
      })),
    ),
  ];
  return (
    <Notice tone="warn" title={t("settings.otherTitle")}>
      <p>{t("settings.otherText")}</p>
      <dl className="stack-s">
        {texts
          .filter(({ name, text }) => plain(typed[name]) !== text)
          .map(({ name, label, text }) => (
            <div key={name}>
              <dt className="soft small">{label}</dt>
              <dd className="whitespace-pre-line">{text || "–"}</dd>
            </div>
          ))}
      </dl>
    </Notice>
  );
}

/** Browsers send line ends of their own. */
function plain(typed: string | readonly string[] | undefined): string {
  return String(typed ?? "")
    .replaceAll("\r\n", "\n")
    .trim();
}
