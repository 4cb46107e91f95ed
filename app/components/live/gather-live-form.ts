import { textsByName } from "../../domain/kernel/texts-by-name";

/** What a live form posts: the command's name, what the page knew when it was drawn, and what the person chose. */
export interface LiveFormInput {
  readonly name: string;
  readonly commandId: string;
  readonly input: Readonly<Record<string, unknown>>;
}

const OWN_FIELDS: readonly string[] = ["commandId", "intent", "input"];

/**
 * The input of a live command from its form; the same in the browser and, without JavaScript, on the server.
 * `input` is the JSON of what was known. Other fields join it: `name[]` is a list, `name:number` a number or null, an empty
 * text null, and `one+two` (a choice that says two things) is divided at its "+".
 */
export function gatherLiveForm(form: FormData): LiveFormInput {
  const input: Record<string, unknown> = { ...known(form.get("input")) };
  for (const [name, texts] of textsByName(form)) {
    if (OWN_FIELDS.includes(name)) continue;
    const [first = ""] = texts;
    if (name.endsWith("[]")) input[name.slice(0, -2)] = texts.filter(Boolean);
    else if (name.endsWith(":number")) input[name.slice(0, -7)] = first === "" ? null : Number(first);
    else if (name.includes("+")) Object.assign(input, divided(name, first));
    else input[name] = first === "" ? null : first;
  }
  return { name: String(form.get("intent") ?? ""), commandId: String(form.get("commandId") ?? ""), input };
}

function known(given: FormDataEntryValue | null): Record<string, unknown> {
  if (typeof given !== "string") return {};
  try {
    const read: unknown = JSON.parse(given);
    return typeof read === "object" && read !== null ? { ...read } : {};
  } catch {
    return {};
  }
}

function divided(name: string, value: string): Record<string, string | null> {
  const values = value.split("+");
  return Object.fromEntries(name.split("+").map((part, at) => [part, values[at] || null]));
}
