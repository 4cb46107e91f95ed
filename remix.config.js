// The one Vite and Vitest configuration; every npm script passes it with --config. (Remix's older compiler used this file name
// for something else; that compiler is not used here.)
import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import tsconfigPaths from "vite-tsconfig-paths";

const remixOptions = {
  appDirectory: "app",
  serverModuleFormat: "esm",
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    // It would look at every beginning of an address, with each page and by an address of its own: one long address, and nobody is served.
    v3_lazyRouteDiscovery: false,
    v3_routeConfig: true,
    unstable_optimizeDeps: true,
  },
};

// Server, sockets and pages are built as one module graph, so that nothing stateful is loaded twice.
const serverEntry = {
  name: "server-entry",
  enforce: "post",
  config: (_, { command, isSsrBuild }) =>
    command === "build" && isSsrBuild
      ? {
          build: {
            target: "node20",
            sourcemap: true,
            rollupOptions: {
              input: {
                index: "server/index.ts",
                "draw-worker": "server/solver/draw-worker.ts",
                "examine-worker": "realtime/server/documents/examine-worker.ts",
              },
              // Remix names the one entry it knows of; ours are two.
              output: { entryFileNames: "[name].js" },
            },
          },
        }
      : undefined,
};

// React Aria ships its words in thirty languages; ours are two.
const twoLanguages = {
  name: "two-languages",
  enforce: "pre",
  load: (id) =>
    /(react-aria|react-stately).*\/intl\/.*\/[a-z]{2}-[A-Z]{2}\.m?js/.test(id) && !/(fr-FR|en-US)\.m?js/.test(id)
      ? "export default {}"
      : null,
};

// Laws begin from a seed of ours.
const seededLaws = {
  name: "seeded-laws",
  enforce: "pre",
  resolveId: (source, importer) =>
    source === "fast-check" && importer && !importer.endsWith("/seeded-laws.mjs")
      ? fileURLToPath(new URL("./e2e/stages/seeded-laws.mjs", import.meta.url))
      : null,
};

const group = (name, include, more = {}) => ({ extends: true, test: { name, include, ...more } });

export default {
  plugins: [
    process.env.VITEST && seededLaws,
    twoLanguages,
    tailwindcss(),
    !process.env.VITEST && remix(remixOptions),
    tsconfigPaths(),
    serverEntry,
  ],
  server: { watch: { ignored: ["**/data/**", "**/*.sqlite*", "**/test-results/**"] } },
  test: {
    environment: "node",
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Tests of databases wait for them half of the time: as many at once as there are cores, where the default leaves one core free.
    maxWorkers: "100%",
    // A module is transformed once for all test files that import it, and again only when it has changed.
    experimental: { fsModuleCache: true },
    // What needs no database keeps nothing between two test files: they share their modules, which are then read once and not three hundred
    // times. A worker that does not change its environment sets it up once: hence several groups of them.
    projects: [
      group("domain", ["app/{domain,i18n}/**/*.test.{ts,tsx}"], { isolate: false }),
      group("screens", ["app/{components,hooks}/**/*.test.ts", "app/!(domain|i18n)/**/*.test.tsx"], {
        isolate: false,
        environment: "jsdom",
        setupFiles: ["e2e/stages/screens-setup.mjs"],
      }),
      group(
        "server",
        [
          // Named here, and not excluded: what a group excludes is all it excludes, whatever the command line says.
          "{server,db,realtime}/**/!(*.db|*.db.long).test.{ts,tsx}",
          "app/!(domain|i18n|components|hooks)/**/!(*.db|*.db.long).test.ts",
          "app/*.test.{ts,tsx}",
        ],
        { isolate: false },
      ),
      group("databases", ["**/*.db{,.long}.test.ts"]),
    ],
  },
};
