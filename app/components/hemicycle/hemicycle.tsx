import { memo } from "react";
import { seatPlan } from "./seats";

export type SeatState = "empty" | "here" | "speaking" | "waiting" | "away" | "for" | "against" | "blank" | "drawn";

export interface Seat {
  readonly state: SeatState;
  /** Whose seat it is, shown on hover. */
  readonly title?: string;
}

export interface HemicycleProps {
  readonly seats: readonly (Seat | SeatState)[];
  /** The whole picture in words: "143 présents sur 150". */
  readonly label: string;
  readonly legend?: readonly { readonly state: SeatState; readonly label: string; readonly count?: number }[];
  readonly className?: string;
}

/** The assembly as seats in rings. A seat is a person: it never jumps, it only fills. */
export const Hemicycle = memo(function Hemicycle({ seats, label, legend, className = "" }: HemicycleProps) {
  const { places, radius } = seatPlan(seats.length);
  return (
    <figure className={`m-0 ${className}`.trim()}>
      <svg
        className="hemicycle block w-full"
        viewBox={`-0.01 -0.01 1.02 ${(0.52 + radius).toFixed(3)}`}
        role="img"
        aria-label={label}
      >
        {places.map((place, at) => {
          const seat = seats[at] ?? "empty";
          const { state, title } = typeof seat === "string" ? { state: seat, title: undefined } : seat;
          return (
            <circle
              key={`${place.ring}:${place.angle}`}
              className={`seat ${state}`}
              cx={place.x.toFixed(4)}
              cy={place.y.toFixed(4)}
              r={radius.toFixed(4)}
            >
              {title && <title>{title}</title>}
            </circle>
          );
        })}
      </svg>
      {legend && <Legend rows={legend} />}
    </figure>
  );
});

function Legend({ rows }: { rows: NonNullable<HemicycleProps["legend"]> }) {
  return (
    <figcaption>
      <ul className="flex max-w-none flex-wrap justify-center gap-x-5 gap-y-1 text-s text-soft">
        {rows.map(({ state, label, count }) => (
          <li key={state} className="flex items-center gap-[0.4rem]">
            <svg viewBox="0 0 1 1" className="size-4" aria-hidden="true">
              <circle className={`seat sample ${state}`} cx="0.5" cy="0.5" r="0.42" />
            </svg>
            {label}
            {count !== undefined && <span className="tabular-nums"> {count}</span>}
          </li>
        ))}
      </ul>
    </figcaption>
  );
}
