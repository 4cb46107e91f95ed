import type { FormReply } from "~/app/domain/kernel/reply";

/** The fields of a form that waits until its person is known again, as they were sent; those of the page in between are left out. */
export function HeldFields({
  values,
  but = [],
}: {
  readonly values: FormReply["values"];
  readonly but?: readonly string[];
}) {
  return Object.entries(values)
    .filter(([name]) => !name.startsWith("confirm-") && !but.includes(name))
    .flatMap(([name, value]) =>
      (typeof value === "string" ? [value] : value).map((each, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the hidden fields of one answer never move.
        <input key={`${name}:${at}:${each}`} type="hidden" name={name} value={each} />
      )),
    );
}
