/** The title of a page in the browser's tab: most particular first, the product last. */
export function pageTitle(...parts: readonly string[]): string {
  const whole = [...parts, "Hemicycle"].filter((part) => part !== "").join(" · ");
  return whole.replaceAll("'", "’");
}
