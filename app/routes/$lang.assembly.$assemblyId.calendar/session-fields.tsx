import { DateTimeField } from "~/app/components/field/date-time-field";
import { LocalisedField } from "~/app/components/field/localised-field";
import { RadioCards } from "~/app/components/field/radio-cards";
import { TextField } from "~/app/components/field/text-field";
import { places } from "~/app/domain/assembly/session-plan";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useT } from "~/app/i18n/use-t";
import type { CalendarSession } from "./route.server";

/** When, where, and what a session is called. */
export function SessionFields({ session }: { readonly session?: Partial<CalendarSession> }) {
  const t = useT("calendar");
  const { timeZone, languages } = useAssembly();
  return (
    <>
      <LocalisedField
        name="title"
        label={t("sessions.name")}
        languages={languages}
        defaultValue={session?.title}
        required
        maxLength={200}
      />
      <div className="grid gap-5 md:grid-cols-2">
        <DateTimeField
          name="startsAt"
          label={t("sessions.startsAt")}
          defaultAtMs={session?.startsAtMs}
          timeZone={timeZone}
          required
        />
        <DateTimeField
          name="endsAt"
          label={t("sessions.endsAt")}
          defaultAtMs={session?.endsAtMs}
          timeZone={timeZone}
          required
        />
      </div>
      <RadioCards
        name="place"
        label={t("place.label")}
        inline
        defaultValue={session?.place ?? "online"}
        options={places.map((value) => ({ value, label: t(`place.${value}`), hint: t(`place.${value}Hint`) }))}
      />
      <TextField
        name="address"
        label={t("place.address")}
        hint={t("place.addressHint")}
        defaultValue={session?.address}
        optional
        maxLength={300}
      />
    </>
  );
}
