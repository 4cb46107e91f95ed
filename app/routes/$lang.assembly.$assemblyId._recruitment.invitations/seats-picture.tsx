import { Hemicycle, type SeatState } from "~/app/components/hemicycle/hemicycle";
import { useT } from "~/app/i18n/use-t";

export interface SeatsPictureProps {
  readonly seats: number;
  readonly accepted: number;
  readonly waiting: number;
}

/** The room as it fills: yes, waiting, to be filled. */
export function SeatsPicture({ seats, accepted, waiting }: SeatsPictureProps) {
  const t = useT("invite");
  const states = Array.from({ length: seats }, (_, at): SeatState => {
    if (at < accepted) return "here";
    return at < accepted + waiting ? "waiting" : "empty";
  });
  return (
    <Hemicycle
      seats={states}
      label={t("seatsLabel", { accepted, waiting, seats })}
      legend={[
        { state: "here", label: t("legend.accepted"), count: accepted },
        { state: "waiting", label: t("legend.waiting"), count: waiting },
        { state: "empty", label: t("legend.free"), count: Math.max(0, seats - accepted - waiting) },
      ]}
    />
  );
}
