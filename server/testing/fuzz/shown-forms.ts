import type { Field } from "./bodies";

/** A form of a page as it stands in its HTML, with what it would send if its first button were pressed now. */
export interface ShownForm {
  /** Where it is sent, without the query. */
  readonly path: string;
  readonly fields: readonly Field[];
}

/** What somebody who presses the button would have chosen. */
const aFile = {
  fileName: "volontaires.csv",
  bytes: Buffer.from("identifiant;nom;genre\nv1;Zoé;femme\nv2;Paul;homme\n"),
};

const FORM = /<form\b([^>]*)>([\s\S]*?)<\/form>/g;
const CONTROL = /<(input)\b([^>]*)>|<(button|textarea|select)\b([^>]*)>([\s\S]*?)<\/\3>/g;
const OPTION = /<option\b([^>]*)>/g;

/** The forms that post. Our own pages only: React writes every attribute with double quotes. */
export function shownForms(html: string, here: string): ShownForm[] {
  return [...html.matchAll(FORM)]
    .filter(([, attributes = ""]) => attribute(attributes, "method") === "post")
    .map(([, attributes = "", inside = ""]) => ({
      path: (attribute(attributes, "action") ?? here).split(/[?#]/, 1)[0] ?? here,
      fields: fieldsIn(inside),
    }));
}

const fieldsIn = (inside: string): Field[] =>
  [...inside.matchAll(CONTROL)].flatMap(([, input, single = "", kind = "", own = "", content = ""]) =>
    input === undefined ? control(kind, own, content) : control(input, single, ""),
  );

function control(kind: string, attributes: string, content: string): Field[] {
  const name = attribute(attributes, "name");
  if (name === undefined) return [];
  if (attribute(attributes, "type") === "file") return [[name, aFile]];
  const value = attribute(attributes, "value") ?? "";
  const ticked = !/\btype="(checkbox|radio)"/.test(attributes) || /\bchecked=/.test(attributes);
  if (kind === "input" && !ticked) return [];
  if (kind === "textarea") return [[name, unescaped(content)]];
  if (kind !== "select") return [[name, value]];
  const options = [...content.matchAll(OPTION)].map(([, own = ""]) => own);
  const chosen = options.find((own) => /\bselected=/.test(own)) ?? options.at(-1) ?? "";
  return [[name, attribute(chosen, "value") ?? ""]];
}

function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
  return found === undefined ? undefined : unescaped(found);
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", "#39": "'" };

const unescaped = (text: string): string =>
  text.replaceAll(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);

/** The names in the queries of a page's links and of its forms that ask. */
export function queryNamesIn(html: string): string[] {
  const links = [...html.matchAll(/\b(?:href|action)="[^"]*\?([^"]*)"/g)].flatMap(([, query = ""]) => [
    ...new URLSearchParams(unescaped(query)).keys(),
  ]);
  const asking = [...html.matchAll(FORM)].filter(([, attributes = ""]) => attribute(attributes, "method") !== "post");
  return [...links, ...asking.flatMap(([, , inside = ""]) => fieldsIn(inside).map(([name]) => name))];
}

const sources = import.meta.glob<string>(["/app/routes/**/*.{ts,tsx}", "/app/root.server.ts", "/server/auth/*.ts"], {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The names of queries that our pages read, whether or not any address shows them. */
export function queryNamesRead(): string[] {
  const read = Object.values(sources).flatMap((text) =>
    [...text.matchAll(/\bsearch(?:Params)?\.get(?:All)?\("(\w+)"\)/g)].flatMap(([, name]) => name ?? []),
  );
  return [...new Set(read)].sort();
}
