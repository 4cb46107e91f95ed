import { LifeBuoy, Mail, Phone } from "lucide-react";
import { telAddress } from "~/app/domain/people/tel-address";
import { useT } from "~/app/i18n/use-t";
import type { Contact } from "./nav-item";

/** The assembly's contact, on every screen of a member, one touch away. */
export function Help({ contact }: { readonly contact?: Contact | undefined }) {
  const t = useT("frame");
  return (
    <details className="drop print:hidden">
      <summary className="btn max-sm:px-[0.8rem]">
        <LifeBuoy aria-hidden="true" />
        <span className="max-sm:hidden">{t("help.label")}</span>
        <span className="sm:hidden">{t("help.short")}</span>
      </summary>
      <div className="drop-panel stack-2">
        <h2>{t("help.title")}</h2>
        {contact ? (
          <>
            <p>{t("help.text")}</p>
            <p>
              <strong>{contact.name}</strong>
            </p>
            {contact.phone && (
              <a className="btn" href={telAddress(contact.phone)}>
                <Phone aria-hidden="true" /> {t("help.call", { phone: contact.phone })}
              </a>
            )}
            {contact.email && (
              <a className="btn" href={`mailto:${contact.email}`}>
                <Mail aria-hidden="true" /> {t("help.write", { email: contact.email })}
              </a>
            )}
          </>
        ) : (
          <p>{t("help.none")}</p>
        )}
      </div>
    </details>
  );
}
