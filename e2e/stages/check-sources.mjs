// The rules of style that no linter knows: sizes, names, and words that must not be written in some places.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findStyleBreaches } from "./check-styles.mjs";

const MOST_LINES = 300;
const FOLDERS = ["app", "server", "db", "realtime", "e2e"];
const IS_SOURCE = /\.(tsx?|mjs|cjs|js)$/;
const TEST = /\.(test|spec)\.tsx?$/;
/** Catalogues, generated migrations and plain data may be long. */
const MAY_BE_LONG = /^(app\/i18n\/|db\/migrations\/(sqlite|pg)\/|.*\/data\/)/;
const VAGUE_NAMES = /(^|[-.])(utils?|helpers?|misc|commons?)(?=[-.]|$)/;
const MAY_BE_CALLED_INDEX = new Set(["server/index.ts"]);

/** Where a text may be called an id: what reads them, rows of the database, and builders of tests. */
const READS_IDS = /^(app\/domain\/kernel\/ids\.ts$|db\/|e2e\/)|\/testing\//;

/** Each rule: where it holds, what it refuses, and the sentence that says what to do instead. */
const REFUSED_WORDS = [
  {
    where: (path) => /^(app\/domain|server\/commands)\//.test(path) && !TEST.test(path),
    pattern:
      /\bDate\.now\(|\bnew Date\b(\(\s*\)|(?!\s*\())|(?<!new )\bDate\(\)|\bMath\.random\(|\bperformance\.now\(|\brandom(Bytes|UUID|Int)\(|\bgetRandomValues\(/,
    instead: "time and chance are arguments (Clock, Random)",
  },
  {
    where: (path) => TEST.test(path),
    pattern: /\b(vi|jest)\.(do)?mock\(/i,
    instead: "our own modules are never mocked",
  },
  {
    where: (path) => TEST.test(path),
    pattern: /\b(test|it|describe)\.only\(/,
    instead: "a test left alone hides the others",
  },
  {
    where: (path) => path.startsWith("e2e/journeys/"),
    pattern: /\bwaitForTimeout\(|\bsetTimeout\(/,
    instead: "a journey waits on what the screen says, never on time",
  },
  {
    where: (path) => path.startsWith("db/repositories/"),
    pattern:
      /\b(orderBy|asc|desc|ascNulls(First|Last)|descNullsLast)\((\w+\.)?(\w*[nN]ame|title|subject|label|feature|value|email|addressee)\b/,
    instead: "names stand in the order of their letters, codes in that of their code points: folded(…), byCodePoint(…)",
  },
  {
    where: (path) =>
      /^(db|server|realtime|e2e)\/.*\.ts$/.test(path) && !TEST.test(path) && path !== "db/sqlite/held-database.ts",
    pattern: /^import (?!type )[^"]*"better-sqlite3"/,
    instead:
      "databases are opened by db/sqlite/held-database.ts: a native object that is garbage ends the process on Node 24",
  },
  {
    where: (path) =>
      /^(app|server|realtime)\//.test(path) &&
      !TEST.test(path) &&
      !/\/testing\/|^app\/domain\/(assembly|people)\//.test(path),
    pattern: /\bRole\[\] = \[|\brole === "(?!member")|\["(organiser|facilitator|technical-assistant|guarantor)"/,
    instead: "rights are in one table: ask permits, isGivenTo or worksAt",
  },
  {
    where: (path) => path.startsWith("db/schema/"),
    pattern: /\bjson(Text)?\(.*\$type\b|^import (?!type )[^"]*"drizzle-orm\/(pg|sqlite)-core"/,
    instead: "a JSON column is what its schema says, and no row leaves it unparsed: json(name, shape) of db/columns.ts",
  },
  {
    where: (path) => path.startsWith("db/repositories/") && !TEST.test(path),
    pattern: /\bsql</,
    instead: "nobody parses what raw SQL answers: name the column, or give it .mapWith(column)",
  },
  {
    where: (path) => /^(db\/repositories|server\/(kernel|commands|queries))\//.test(path) && !TEST.test(path),
    pattern: /\bJSON\.parse\(/,
    instead:
      "what was stored is parsed by a schema where it is read: jsonText(name, shape), readJson(column, shape, text)",
  },
  {
    where: (path) => !TEST.test(path) && !READS_IDS.test(path),
    pattern: /\bas (readonly )?(\w*Id\b|Id<)/,
    instead: "an id is parsed once: readId (app/domain/kernel/ids.ts), idOf in a schema, readAddress of an address",
  },
  {
    where: (path) => !TEST.test(path) && !READS_IDS.test(path),
    pattern: /\{22(,80)?\}/,
    instead: "an id is parsed once: its pattern stands in app/domain/kernel/ids.ts",
  },
  { where: () => true, pattern: /@ts-(ignore|nocheck)\b/, instead: "say the type" },
  { where: () => true, pattern: /\bTODO\b(?!\s*\(?#\d+)/, instead: "a TODO carries the number of its issue: TODO #12" },
];

/** How many casts (`as Type`) a folder's code may have in a thousand lines. A folder that is not named here has not come so far yet. */
const MOST_CASTS = {
  db: 2,
  server: 2,
  realtime: 1,
  "app/components": 2,
  "app/domain": 2,
  "app/hooks": 2,
  "app/i18n": 2,
  "app/routes": 0.5,
};
/** Loops over typed arrays say that a place is there; asked at each place, they would be slower. As many as there are, and counted here only. */
const CASTS_IN_LOOPS = { "app/domain/sortition": 127 };
const NO_CODE = /\/\*[\s\S]*?\*\/|\/\/.*$|"(?:\\.|[^"\\\n])*"|^(?:import|export)\b[^;]*?\bfrom\b/gm;
const CAST =
  /\bas\s+(?:[A-Z\d({["']|[a-z]+\.[A-Z]|(?:any|unknown|object|string|number|boolean|never|keyof|readonly|typeof)\b)/g;

function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

function checkName(path) {
  const parts = path.split("/");
  const file = parts.at(-1);
  if (/^index\.(tsx?|mjs)$/.test(file) && !MAY_BE_CALLED_INDEX.has(path)) {
    return [`${path}: import from the file itself, not from an index`];
  }
  const names = path.startsWith("app/i18n/") ? [] : parts.map((part) => part.replace(/\.\w+$/, ""));
  return names.filter((name) => VAGUE_NAMES.test(name)).map((name) => `${path}: name "${name}" for its one job`);
}

function checkLength(path, lines) {
  const length = lines.at(-1) === "" ? lines.length - 1 : lines.length;
  if (length <= MOST_LINES || MAY_BE_LONG.test(path)) return [];
  return [`${path}: ${length} lines; a file has at most ${MOST_LINES}`];
}

function checkWords(path, lines) {
  const rules = REFUSED_WORDS.filter(({ where }) => where(path));
  return rules.flatMap(({ pattern, instead }) =>
    lines.flatMap((line, at) => {
      const isProse = /^\s*(\*|\/\/|\/\*)/.test(line) && !/@ts-|TODO/.test(line);
      return !isProse && pattern.test(line) ? [`${path}:${at + 1}: ${instead}: ${line.trim()}`] : [];
    }),
  );
}

/** One act, one verb: what a command is called, its file is called. */
function checkVerb(path, text) {
  if (!/^server\/commands\/.*\.ts$/.test(path) || TEST.test(path) || !/\b(carryOut|inSession)[<(]/.test(text))
    return [];
  const file = path.split("/").at(-1).replace(/\.ts$/, "");
  const verb = file.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  return new RegExp(`^export (async )?function ${verb}\\b`, "m").test(text)
    ? []
    : [`${path}: a command bears the name of its file: export function ${verb}`];
}

/** How many casts a text has; what stands in comments, in words and in imports is none. */
export function countCasts(text) {
  const code = text.replace(NO_CODE, (found) => (found.startsWith('"') ? '""' : ""));
  return (code.match(CAST) ?? []).length;
}

/** Each cast is a claim that nobody checks: a folder has few, and those where no parsing can help. */
function checkCasts() {
  const isApart = (path) => Object.keys(CASTS_IN_LOOPS).some((folder) => path.startsWith(`${folder}/`));
  const inThousand = Object.entries(MOST_CASTS).flatMap(([folder, most]) => {
    const texts = codeUnder(folder, (path) => !isApart(path));
    const lines = texts.reduce((sum, text) => sum + text.split("\n").length - 1, 0);
    return checkCastsIn(folder, texts, Math.floor((lines * most) / 1000));
  });
  const inLoops = Object.entries(CASTS_IN_LOOPS).flatMap(([folder, most]) =>
    checkCastsIn(folder, codeUnder(folder), most),
  );
  return [...inThousand, ...inLoops];
}

function codeUnder(folder, isMeant = () => true) {
  const isCode = (path) => /\.tsx?$/.test(path) && !/\.d\.ts$|\/testing\//.test(path) && !TEST.test(path);
  return filesUnder(folder)
    .filter((path) => isCode(path) && isMeant(path))
    .map((path) => readFileSync(path, "utf8"));
}

function checkCastsIn(folder, texts, most) {
  const casts = texts.reduce((sum, text) => sum + countCasts(text), 0);
  return casts > most ? [`${folder}: casts: ${casts}, at most ${most} in this folder: parse at the edge instead`] : [];
}

function checkStyles() {
  const paths = ["app", "realtime"].flatMap(filesUnder).filter((path) => /\.(css|tsx?)$/.test(path));
  return findStyleBreaches(paths.map((path) => ({ path, text: readFileSync(path, "utf8") })));
}

const LISTS_REFUSALS = /^app\/domain\/[\w-]+\/refusal-codes\.ts$/;
const SAYS_REFUSALS = /^app\/i18n\//;
const quoted = (text) => [...text.matchAll(/"([a-z][a-z-]*)"/g)].map(([, word]) => word);

/** Codes that are listed, have their sentences, and that nothing refuses with. */
function checkRefusals(texts) {
  const answered = new Set();
  for (const [path, text] of texts) {
    if (!TEST.test(path) && !LISTS_REFUSALS.test(path) && !SAYS_REFUSALS.test(path))
      for (const word of quoted(text)) answered.add(word);
  }
  return [...texts]
    .filter(([path]) => LISTS_REFUSALS.test(path))
    .flatMap(([path, text]) =>
      quoted(text)
        .filter((code) => !answered.has(code))
        .map((code) => [path, code]),
    )
    .map(([path, code]) => `${path}: nothing is refused with "${code}": take it and its sentences out`);
}

/** Every breach as one line of text. This file names what it refuses, and is left out. */
export function findBreaches() {
  const paths = FOLDERS.flatMap(filesUnder).filter(
    (path) => IS_SOURCE.test(path) && !path.endsWith("check-sources.mjs"),
  );
  const texts = new Map(paths.map((path) => [path, readFileSync(path, "utf8")]));
  const inFiles = [...texts].flatMap(([path, text]) => {
    const lines = text.split("\n");
    return [...checkName(path), ...checkLength(path, lines), ...checkWords(path, lines), ...checkVerb(path, text)];
  });
  return [...inFiles, ...checkCasts(), ...checkStyles(), ...checkRefusals(texts)];
}
