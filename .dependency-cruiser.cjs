// Who may import whom: the allow-list of the design, as rules. What is not listed here is refused, so a new kind of import is a
// decision: add it with its reason (.github/decisions/).

const { existsSync, readdirSync } = require("node:fs");

// Packages that only a server can run: a component that imported one would ship it to browsers, or fail there.
const SERVER_PACKAGES = [
  "@remix-run/(node|express|server-runtime)",
  "@sindresorhus/slugify",
  "better-sqlite3",
  "compression",
  "drizzle-orm",
  "express",
  "helmet",
  "highs",
  "ical-generator",
  "livekit-server-sdk",
  "negotiator",
  "nodemailer",
  "pg",
  "pino",
  "pino-http",
  "socket\\.io",
  "ws",
];
// What a page is drawn with: the clients underneath know nothing of it.
const FRAMEWORKS = ["react", "react-dom", "react-aria.*", "react-i18next", "@remix-run/.*", "@tiptap/.*"];
const inPackages = (names) => `^node_modules/(@types/)?(${names.join("|")})/`;
const ANY_PACKAGE = "^node_modules/";
const TEST_FILE = "\\.(test|spec)\\.tsx?$";
const SCRIPT_FILE = "\\.mjs$";
const SERVER_FILE = "\\.server\\.tsx?$";

const may = (comment, from, ...targets) => targets.map((to) => ({ comment, from, to }));
/** Files of one place, tests and scripts apart (they have rules of their own). */
const code = (path, not = []) => ({ path, pathNot: [TEST_FILE, SCRIPT_FILE, ...not] });
const types = (path) => ({ path, dependencyTypes: ["type-only"] });
const browserPackages = { path: ANY_PACKAGE, pathNot: inPackages(SERVER_PACKAGES) };
const nodeItself = { dependencyTypes: ["core"] };

const SHARED_PARTS = { path: "^app/(components|hooks|i18n|domain)/", pathNot: SERVER_FILE };
const SHARED_SERVER = "^app/components/.*\\.server\\.tsx?$";
const ROUTE_BACKEND = "^server/((kernel|commands|queries|auth|http)/|context\\.ts$)";

/**
 * The folders of routes, ready for a pattern: their names hold `$` and dots, which a group taken from one path and put into
 * another pattern would not survive.
 */
const routeFolders = existsSync("app/routes")
  ? readdirSync("app/routes").map((name) => `^app/routes/${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}/`)
  : [];

const ownFolderRules = (folder) => [
  ...may(
    "what a route shows: its own folder, never its server half (its types apart)",
    code(folder, [SERVER_FILE]),
    { path: folder, pathNot: SERVER_FILE },
    types(folder),
  ),
  ...may(
    "Remix reads loader and action from route.tsx: it may pass them on from its own server file, not use them",
    code(`${folder}route\\.tsx$`),
    { path: `${folder}route\\.server\\.tsx?$`, dependencyTypes: ["export"] },
  ),
  ...may("the server half of a route: its own folder", { path: `${folder}.*\\.server\\.tsx?$` }, { path: folder }),
];

const app = [
  ...may("declarations of types for the whole app", { path: "^app/[^/]+\\.d\\.ts$" }, { path: ".*" }),
  ...may("the domain imports itself", code("^app/domain/"), { path: "^app/domain/" }),
  ...may("builders may also be generators of random cases", code("^app/domain/testing/"), {
    path: inPackages(["fast-check"]),
  }),
  ...may(
    "catalogues and the choice of a language",
    code("^app/i18n/"),
    { path: "^app/(i18n|domain)/" },
    { path: inPackages(["cookie", "i18next", "negotiator", "react", "react-i18next"]) },
    types(ANY_PACKAGE),
  ),
  ...may(
    "shared interface parts",
    code("^app/(components|hooks)/", [SERVER_FILE]),
    SHARED_PARTS,
    { path: "^realtime/(protocol|browser)/" },
    { path: "^app/styles/" },
    browserPackages,
    types(ANY_PACKAGE),
  ),
  ...routeFolders.flatMap(ownFolderRules),
  ...may(
    "what a route shows: shared parts",
    code("^app/(routes/|root\\.tsx$|entry\\.client\\.tsx$|routes\\.ts$)", [SERVER_FILE]),
    SHARED_PARTS,
    { path: "^app/styles/" },
    { path: "\\.css$" },
    { path: "^realtime/(protocol|browser)/" },
    browserPackages,
    types(ANY_PACKAGE),
  ),
  ...may(
    "the root passes on its own loader",
    code("^app/root\\.tsx$"),
    { path: "^app/root\\.server\\.tsx?$", dependencyTypes: ["export"] },
    types("^app/root\\.server\\.tsx?$"),
  ),
  ...may(
    "the server half of the app",
    { path: ["^app/(routes/.*\\.server|entry\\.server|root\\.server)\\.tsx?$", SHARED_SERVER] },
    { path: "^app/(domain|i18n)/" },
    { path: SHARED_SERVER },
    { path: ROUTE_BACKEND },
    { path: inPackages(["@remix-run/(node|react|server-runtime)", "zod", "i18next"]) },
    types(ANY_PACKAGE),
  ),
  ...may("what several pages do in the same way: beside the parts that post it", { path: SHARED_SERVER }, SHARED_PARTS),
  ...may(
    "the page renderer",
    { path: "^app/entry\\.server\\.tsx$" },
    { path: inPackages(["isbot", "react", "react-dom", "react-i18next", "@remix-run/react"]) },
    nodeItself,
  ),
];

const realtime = [
  ...may(
    "messages, shared with the browser",
    code("^realtime/protocol/"),
    { path: "^(realtime/protocol|app/domain)/" },
    { path: inPackages(["zod"]) },
  ),
  ...may(
    "the browser's clients: free of any framework, so that a test, a hook or a script may drive them",
    code("^realtime/browser/"),
    { path: "^realtime/(browser|protocol)/" },
    { path: "^app/domain/" },
    { path: ANY_PACKAGE, pathNot: inPackages([...SERVER_PACKAGES, ...FRAMEWORKS]) },
  ),
  ...may(
    "live rooms and documents",
    code("^realtime/server/"),
    { path: "^realtime/(server|protocol)/" },
    { path: "^app/domain/" },
    { path: ROUTE_BACKEND },
    { path: "^server/(announcer|documents)/" },
    types("^server/"),
    { path: ANY_PACKAGE },
    nodeItself,
  ),
];

// What is done and what is read: the domain decides, repositories keep, ports are known by type.
const USE_CASE = [
  { path: "^(app/domain|db/repositories)/" },
  { path: "^db/(transaction|violations)\\.ts$" },
  // To hash canonical text (a ballot sheet, a receipt); chance comes as an argument.
  { path: "^crypto$" },
  types("^(server/|db/[^/]+\\.ts$)"),
];

const server = [
  ...may(
    "what commands and queries both stand on: rights, one transaction, the loaders they share",
    code("^server/kernel/"),
    { path: "^server/kernel/" },
    ...USE_CASE,
  ),
  ...may(
    "what is done, and what is read: never each other",
    code("^server/(commands|queries)/"),
    { path: "^server/$1/" },
    { path: "^server/kernel/" },
    ...USE_CASE,
  ),
  ...may("the end of an address is made of a title in any script", code("^server/commands/prepare/make-slug\\.ts$"), {
    path: inPackages(["@sindresorhus/slugify"]),
  }),
  ...may("a lock stores what the shared document says", code("^server/kernel/draft/read-texts\\.ts$"), {
    path: inPackages(["yjs"]),
  }),
  ...may(
    "a port: its own folder, the domain, the configuration, and the types of what it is handed",
    code("^server/(announcer|documents|auth|mail|jobs|http|log|solver|video)/"),
    { path: "^server/$1/" },
    { path: "^app/domain/" },
    { path: "^server/config\\.ts$" },
    types("^(server/|db/[^/]+\\.ts$)"),
    { path: ANY_PACKAGE },
    nodeItself,
  ),
  ...may(
    "the usher follows rights into the rooms of the video port: it reads what is so, and is called again and again",
    code("^server/usher/"),
    { path: "^server/(usher|announcer|jobs|queries)/" },
    { path: "^(app/domain|db/repositories)/" },
    types("^server/"),
  ),
  ...may("Express is put together from what signs in and what logs", code("^server/http/create-http\\.ts$"), {
    path: "^server/(auth|log)/",
  }),
  ...may("mails speak to people", code("^server/mail/"), { path: "^app/i18n/" }),
  ...may("so does a file that is refused", code("^server/http/refused-download\\.ts$"), { path: "^app/i18n/" }),
  ...may("a mail is worded where it is written", code("^server/commands/"), {
    path: "^server/mail/compose-mail\\.ts$",
  }),
  ...may("jobs drive the ports", code("^server/jobs/"), { path: "^server/(mail|kernel|commands)/" }),
  ...may("devices, leases and the log of a text are rows", code("^server/(auth|jobs|documents)/"), {
    path: "^db/repositories/",
  }),
  ...may(
    "backups: what is kept, as it is kept",
    code("^server/backup/"),
    { path: "^server/(backup/|(config|start-fault)\\.ts$)" },
    { path: "^db/([^/]+\\.ts$|(sqlite|postgres)/)" },
    { path: ANY_PACKAGE },
    nodeItself,
  ),
  ...may(
    "the environment, parsed once",
    code("^server/config\\.ts$"),
    { path: "^app/domain/" },
    { path: ANY_PACKAGE },
    nodeItself,
  ),
  ...may(
    "what routes and sockets are handed",
    code("^server/context\\.ts$"),
    { path: "^app/domain/" },
    types("^(server|db|realtime|node_modules)/"),
  ),
  ...may(
    "the composition root",
    code("^server/[^/]+\\.ts$", ["^server/(config|context)\\.ts$"]),
    { path: "^server/" },
    { path: "^realtime/server/attach\\.ts$" },
    { path: "^(db|app/domain)/" },
    { path: ANY_PACKAGE },
    { path: "^virtual:" },
    types("^realtime/"),
    nodeItself,
  ),
];

const db = [
  ...may(
    "tables; the JSON columns borrow the domain's types",
    code("^db/schema/"),
    { path: "^db/(schema/|shapes/|[^/]+\\.ts$)" },
    { path: inPackages(["drizzle-orm", "zod"]) },
    types("^app/domain/"),
  ),
  ...may(
    "what JSON columns hold: schemas for the domain's types, which parse a row where it is read",
    code("^db/shapes/"),
    { path: "^db/shapes/" },
    { path: inPackages(["zod"]) },
    types("^app/domain/"),
  ),
  ...may(
    "queries live here only; a row is parsed where it is read",
    code("^db/repositories/"),
    { path: "^db/(repositories/|schema/|shapes/|[^/]+\\.ts$)" },
    { path: "^app/domain/" },
    { path: inPackages(["drizzle-orm", "zod"]) },
  ),
  ...may(
    "stores, columns, migrations",
    code("^db/([^/]+\\.ts$|(migrations|sqlite|postgres)/)"),
    { path: "^db/(schema/|migrations/|sqlite/|postgres/|[^/]+\\.ts$)" },
    types("^app/domain/"),
    { path: ANY_PACKAGE },
    nodeItself,
  ),
  ...may("a text that is hashed is canonical", code("^db/columns\\.ts$"), {
    path: "^app/domain/kernel/canonical-json\\.ts$",
  }),
  ...may(
    "one believable assembly, made by the same commands as people use",
    code("^db/seeds/"),
    { path: "^(db/seeds|db/repositories|app/domain|server/(commands|kernel))/" },
    // What the members of the demonstration typed is written as their editors would have sent it.
    { path: inPackages(["yjs"]) },
    types("^(server|db)/"),
  ),
  ...may("databases for tests", code("^db/testing/"), { path: "^(db|app/domain)/" }, { path: ANY_PACKAGE }, nodeItself),
];

const tests = [
  ...may(
    "a law of the domain needs the domain, a test runner, and files that people can read",
    { path: `^app/domain/.*${TEST_FILE}` },
    { path: "^app/domain/" },
    { path: inPackages(["vitest", "fast-check"]) },
    nodeItself,
  ),
  ...may(
    "the laws of the draw hold with the solvers it is really drawn with",
    { path: `^app/domain/sortition/.*${TEST_FILE}` },
    { path: "^server/solver/" },
  ),
  ...may(
    "a page's test, and what it is built from",
    { path: `^app/.*${TEST_FILE}`, pathNot: "^app/domain/" },
    { path: "^(app|realtime/(protocol|browser|testing)|node_modules)/" },
    nodeItself,
  ),
  ...may(
    "a route's test may run it against a real database",
    { path: `^app/routes/.*${TEST_FILE}` },
    { path: "^(server|db)/" },
  ),
  ...may(
    "a test of shared texts writes them with the editors that people use",
    { path: [`^realtime/.*${TEST_FILE}`, "^realtime/testing/"] },
    { path: "^app/components/editor/(rich-text-extensions|shared-text|others-carets)\\.ts$" },
  ),
  ...may(
    "the fuzz asks every route, in one process with the server",
    { path: "^server/testing/fuzz/remix-build\\.ts$" },
    { path: "^app/(root\\.tsx|entry\\.server\\.tsx|routes\\.ts)$" },
  ),
  ...may(
    "a test behind the pages, and what it is built from",
    { path: [`^(server|db|realtime)/.*${TEST_FILE}`, "^(server|realtime)/testing/"] },
    { path: "^(server|db|realtime|app/domain|app/i18n)/" },
    { path: ANY_PACKAGE },
    nodeItself,
  ),
  ...may(
    "tests of the edge, and of what everybody can send, run the server with all its pages",
    { path: "^server/testing/fuzz/remix-build\\.ts$" },
    { path: "^app/(routes|root|entry\\.server)\\.tsx?$" },
  ),
];

const e2e = [
  ...may("journeys touch screens only", { path: "^e2e/" }, { path: "^e2e/" }, { path: ANY_PACKAGE }, nodeItself),
  ...may(
    "fixtures start a video server as people do",
    { path: "^e2e/(fixtures|stages)/" },
    { path: "^server/[^/]+\\.mjs$" },
  ),
  ...may(
    "a fixture that writes rows opens the database as the server does",
    { path: "^e2e/fixtures/" },
    {
      path: "^db/sqlite/held-database\\.ts$",
    },
  ),
  ...may("measurements run the real core", { path: "^e2e/load/" }, { path: "^(app/domain|server|db|realtime)/" }),
];

const scripts = [
  ...may(
    "scripts need nothing installed, and may lean on each other",
    { path: SCRIPT_FILE, pathNot: "^e2e/load/" },
    { path: "^(server|db|e2e)/.*\\.mjs$" },
    nodeItself,
  ),
  ...may(
    "the draw on the command line runs the source itself",
    { path: "^server/draw\\.mjs$" },
    { path: "^(server/solver|app/domain)/" },
  ),
  ...may(
    "what runs the source reads TypeScript",
    { path: "^server/run-from-source\\.mjs$" },
    { path: inPackages(["tsx"]) },
  ),
  ...may(
    "backups on the command line run the source itself",
    { path: "^server/(backup|restore)\\.mjs$" },
    { path: "^server/backup/" },
  ),
];

module.exports = {
  forbidden: [
    {
      name: "no-circle",
      comment: "two files that need each other are one file, or lack a third; for types too",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "builders-stay-in-tests",
      comment: "builders make up data: for tests and the demonstration",
      severity: "error",
      from: { pathNot: [TEST_FILE, "/testing/", "^db/seeds/", "^e2e/"] },
      to: { path: "/testing/" },
    },
    {
      name: "known-packages",
      comment: "a package must be named in package.json, in the right list",
      severity: "error",
      from: {},
      to: {
        pathNot: "^virtual:",
        dependencyTypes: ["npm-no-pkg", "unknown", "undetermined"],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "no-tools-at-run-time",
      comment: "what is served must run after npm ci --omit=dev",
      severity: "error",
      from: {
        path: "^(app|server|db|realtime)/",
        pathNot: [TEST_FILE, "/testing/", SCRIPT_FILE, "\\.config\\.ts$", "^server/dev\\.ts$", "^app/routes\\.ts$"],
      },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  allowed: [...app, ...realtime, ...server, ...db, ...tests, ...e2e, ...scripts],
  allowedSeverity: "error",
  options: {
    doNotFollow: { path: "^node_modules/" },
    exclude: { path: "^(build|data|test-results)/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".json", ".css", ".d.ts"],
    },
  },
};
