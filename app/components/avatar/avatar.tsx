export interface AvatarProps {
  readonly name: string;
  readonly size?: "s" | "m" | "l";
}

const sizes = { s: "size-8 text-xs", m: "size-10 text-s", l: "size-18 text-title-s" } as const;

/** First letters of a name, two at most: "Léa Martin" → "LM", "Inès" → "IN". */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/[\s-]+/)
    .filter(Boolean);
  const letters =
    words.length > 1
      ? [words[0], words.at(-1)].map((word) => word?.slice(0, 1)).join("")
      : (words[0] ?? "?").slice(0, 2);
  return letters.toLocaleUpperCase();
}

/** Hidden from readers: the name stands beside it. */
export function Avatar({ name, size = "m" }: AvatarProps) {
  return (
    <span
      className={`inline-grid shrink-0 place-items-center rounded-full bg-accent-wash font-bold in-[.own]:bg-card ${sizes[size]}`}
      aria-hidden="true"
      title={name}
    >
      {initials(name)}
    </span>
  );
}
