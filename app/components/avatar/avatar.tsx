export interface AvatarProps {
  readonly name: string;
  readonly size?: "s" | "m" | "l";
}

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
    <span className={`avatar size-${size}`} aria-hidden="true" title={name}>
      {initials(name)}
    </span>
  );
}
