import { telAddress } from "~/app/domain/people/tel-address";
import { useT } from "~/app/i18n/use-t";
import type { InvitedPerson } from "./invited-person";

/** Phone first: the organiser calls. */
export function Reach({ person: { phone, email } }: { readonly person: InvitedPerson }) {
  const t = useT("invite");
  return (
    <div className="text-s">
      {phone && (
        <a className="tabular-nums block py-1 whitespace-nowrap" href={telAddress(phone)}>
          {phone}
        </a>
      )}
      {email ? (
        <a className="block py-1 break-words" href={`mailto:${email}`}>
          {email}
        </a>
      ) : (
        <span className="text-soft">{t("list.noMail")}</span>
      )}
    </div>
  );
}
