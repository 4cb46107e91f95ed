/** What a browser kept for us, as a text; nothing where it is no record, or no longer one: who reads it asks of each value what it is. */
export function readRecord(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(text ?? "{}");
    return typeof kept === "object" && kept !== null ? { ...kept } : {};
  } catch {
    return {};
  }
}
