// The rules of app/styles/README.md that a machine can check: a class has a user, a set of utilities one place, and our own CSS an end.
const FOLDER = "app/styles/";
/** Tokens included. What is added here is a shape that no utilities can say; whoever needs more lines raises this and says why. */
const MOST_LINES = 1560;
/** As many utilities in one string are a component's look: in a third file it is a copy. */
const LONG_SET = 6;
const MOST_FILES = 2;
/** Written by a library into the page, so that no source of ours holds the word. */
const FROM_ELSEWHERE = new Map([
  ["ProseMirror-separator", "ProseMirror puts it after a caret at the end of a line"],
  ["is-editor-empty", "tiptap's placeholder marks an empty text"],
]);

const isTest = (path) => /\.(test|spec)\.tsx?$/.test(path);
const isSource = (path) => /^(app|realtime\/browser)\/.*\.tsx?$/.test(path) && !isTest(path);
const withoutComments = (css) => css.replaceAll(/\/\*[\s\S]*?\*\//g, "");

/** The classes that selectors name: what stands before a brace, never in a declaration or in the query of a medium. */
function classesIn(css) {
  const selectors = [...withoutComments(css).matchAll(/([^{};]*)\{/g)].map(([, selector = ""]) => selector);
  const named = selectors.filter((selector) => !selector.trim().startsWith("@"));
  return new Set(named.flatMap((selector) => [...selector.matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name]) => name)));
}

function unusedClasses(sheets, sources) {
  const words = new Set(sources.flatMap(({ text }) => text.match(/[\w-]+/g) ?? []));
  return sheets.flatMap(({ path, text }) =>
    [...classesIn(text)]
      .filter((name) => !words.has(name) && !FROM_ELSEWHERE.has(name))
      .map((name) => `${path}: nothing has the class "${name}"`),
  );
}

function copiedSets(sources) {
  const places = new Map();
  for (const { path, text } of sources) {
    for (const [, set = ""] of text.matchAll(/className="([^"]+)"/g)) {
      const words = [...new Set(set.split(/\s+/))].sort();
      if (words.length < LONG_SET) continue;
      const key = words.join(" ");
      places.set(key, (places.get(key) ?? new Set()).add(path));
    }
  }
  return [...places]
    .filter(([, paths]) => paths.size > MOST_FILES)
    .map(([set, paths]) => `${[...paths].join(", ")}: make a component of what has the look "${set}"`);
}

/** Every breach as one line of text. `files`: path and text of all that lies under app and realtime. */
export function findStyleBreaches(files) {
  const sheets = files.filter(({ path }) => path.endsWith(".css"));
  const sources = files.filter(({ path }) => isSource(path));
  const astray = sheets.filter(({ path }) => !path.startsWith(FOLDER));
  const lines = sheets.reduce((sum, { text }) => sum + text.split("\n").length - 1, 0);
  return [
    ...astray.map(({ path }) => `${path}: our own CSS lies in ${FOLDER}, in a layer`),
    ...(lines > MOST_LINES ? [`${FOLDER}: ${lines} lines of CSS, at most ${MOST_LINES}; say it with utilities`] : []),
    ...unusedClasses(sheets, sources),
    ...copiedSets(sources),
  ];
}
