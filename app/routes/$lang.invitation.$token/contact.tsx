import { telAddress } from "~/app/domain/people/tel-address";
import { useT } from "~/app/i18n/use-t";

export interface ContactProps {
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
}

/** Somebody to ask, by phone first. */
export function Contact({ contact: { name, phone, email } }: ContactProps) {
  const t = useT("invite");
  return (
    <section aria-labelledby="contact">
      <h2 id="contact" className="text-l">
        {t("answer.contact")}
      </h2>
      <p>{name}</p>
      {phone && (
        <p>
          <a className="tabular-nums" href={telAddress(phone)}>
            {phone}
          </a>
        </p>
      )}
      {email && (
        <p>
          <a href={`mailto:${email}`}>{email}</a>
        </p>
      )}
    </section>
  );
}
