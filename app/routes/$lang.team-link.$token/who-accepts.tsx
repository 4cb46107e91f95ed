import { RadioCards } from "~/app/components/field/radio-cards";
import { TextField } from "~/app/components/field/text-field";
import { useT } from "~/app/i18n/use-t";
import { SOMEONE_ELSE } from "./someone-else";

export interface WhoAcceptsProps {
  readonly known: readonly { readonly personId: string; readonly name: string }[];
  readonly name: string;
  readonly email: string | null;
}

/** Who takes the link up: one of those of its address, or somebody new who says their name. */
export function WhoAccepts({ known, name, email }: WhoAcceptsProps) {
  const t = useT("team");
  const [first] = known;
  return (
    <>
      {first && (
        <RadioCards
          name="personId"
          label={t("accept.who")}
          defaultValue={first.personId}
          options={[
            ...known.map((person) => ({ value: person.personId, label: person.name })),
            { value: SOMEONE_ELSE, label: t("accept.someoneElse") },
          ]}
        />
      )}
      <TextField
        name="name"
        label={t("accept.name")}
        hint={t("accept.nameHint")}
        defaultValue={first ? "" : name}
        autoComplete="name"
        required={!first}
        optional={first !== undefined}
      />
      <TextField
        name="email"
        type="email"
        inputMode="email"
        label={t("accept.email")}
        hint={t("accept.emailHint")}
        defaultValue={email ?? ""}
        autoComplete="email"
        optional
      />
    </>
  );
}
