import { seatPlan } from "./seats";

/** The sign of the product: twelve seats. Decorative; the name stands beside it. */
export function Sign({ size = "2.6rem" }: { readonly size?: string }) {
  const { places, radius } = seatPlan(12);
  return (
    <svg
      className="shrink-0 fill-accent"
      viewBox={`-0.01 -0.01 1.02 ${(0.52 + radius).toFixed(3)}`}
      style={{ width: size }}
      aria-hidden="true"
    >
      {places.map(({ x, y, ring, angle }) => (
        <circle key={`${ring}:${angle}`} cx={x.toFixed(4)} cy={y.toFixed(4)} r={radius.toFixed(4)} />
      ))}
    </svg>
  );
}
