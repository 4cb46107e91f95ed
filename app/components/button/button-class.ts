export type ButtonTone = "plain" | "main" | "quiet" | "danger" | "now";

export interface ButtonLook {
  readonly tone?: ButtonTone | undefined;
  readonly big?: boolean | undefined;
}

/** The class names of a button's look; links that look like buttons share them. */
export function buttonClass({ tone = "plain", big = false }: ButtonLook, extra = ""): string {
  return ["btn", tone === "plain" ? "" : tone, big ? "big" : "", extra].filter(Boolean).join(" ");
}
