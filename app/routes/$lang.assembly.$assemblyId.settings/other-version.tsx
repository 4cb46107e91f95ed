import { Notice } from "~/app/components/notice/notice";
import type { AssemblySettings } from "~/app/domain/assembly/settings";
import type { FormReply } from "~/app/domain/kernel/reply";
import { useT } from "~/app/i18n/use-t";

interface OtherVersionProps {
  readonly settings: AssemblySettings;
  readonly typed: FormReply["values"];
}

/**
 * What another organiser saved meanwhile, where it differs from what was typed: nothing of theirs is lost, nothing of ours either.
 * Saving again keeps what stands in the form.
 */
export function OtherVersion({ settings, typed }: OtherVersionProps) {
  const t = useT("prepare");
  const labels: Record<string, string> = {
    title: t("title.label"),
    question: t("question.label"),
    authorityName: t("authority.name"),
    commitment: t("authority.commitment"),
    timeZone: t("people.timeZone"),
    seats: t("people.seats"),
    groupSize: t("people.groupSize"),
    contactName: t("contact.name"),
    contactPhone: t("contact.phone"),
    contactEmail: t("contact.email"),
  };
  const differing = Object.entries(flat(settings)).filter(([name, text]) => (typed[name] ?? "") !== text);
  return (
    <Notice tone="warn" title={t("settings.otherTitle")}>
      <p>{t("settings.otherText")}</p>
      {differing.length > 0 && (
        <dl className="stack-s">
          {differing.map(([name, text]) => (
            <div key={name}>
              <dt className="soft small">
                {labels[name.split(".")[0] ?? ""]} {name.includes(".") && `(${name.split(".")[1]})`}
              </dt>
              <dd>{text || "–"}</dd>
            </div>
          ))}
        </dl>
      )}
    </Notice>
  );
}

/** The settings under the names of their fields. */
function flat({ languages, ...settings }: AssemblySettings): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) =>
      typeof value === "object"
        ? languages.map((locale) => [`${name}.${locale}`, (value as AssemblySettings["title"])[locale] ?? ""])
        : [[name, String(value)]],
    ),
  );
}
