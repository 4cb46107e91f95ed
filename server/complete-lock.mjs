// Adds to package-lock.json the optional packages of other platforms that npm leaves out when the registry it asked does not
// serve them; without them `npm ci` refuses the lock (npm/cli issue 9846). Run after each dependency change: `npm run lock`.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const SYSTEMS = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const PROCESSORS = ["x64", "arm64", "arm", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "wasm32"];
const FOLDER = "node_modules/";

/** The lock's key of a package as seen from another one, looked up as Node does: own folder first, then each folder above. */
function resolveInLock(packages, fromKey, name) {
  for (let folder = fromKey; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf(`/${FOLDER}`)))) {
    const key = `${folder ? `${folder}/` : ""}${FOLDER}${name}`;
    if (packages[key]) return key;
    if (!folder) return null;
  }
}

/** The folder that holds the platform packages already in the lock beside the missing one ("" is the top). */
function folderOfSiblings(packages, fromKey, names) {
  const sibling = names.map((name) => resolveInLock(packages, fromKey, name)).find(Boolean) ?? "";
  return sibling.slice(0, Math.max(0, sibling.lastIndexOf(FOLDER)));
}

/** The C library named by the words of a package's name, where it names one. */
function cLibraryOf(words, systems) {
  if (words.some((word) => word.startsWith("musl"))) return ["musl"];
  if (systems[0] === "linux" && words.some((word) => word.startsWith("gnu"))) return ["glibc"];
  return null;
}

/** The lock entry of a platform package, read from its name (`@esbuild/linux-arm64` → os linux, cpu arm64). */
function platformEntry(name, version, isDevelopment) {
  const words = name.split(/[-/]/).map((word) => word.replace(/^arm(hf|v7|eabi)?$/, "arm"));
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  const libc = cLibraryOf(words, os);
  return {
    version,
    cpu: cpu.length > 0 ? cpu : ["wasm32"],
    ...(isDevelopment && { dev: true }),
    ...(libc && { libc }),
    optional: true,
    ...(os.length > 0 && { os }),
  };
}

/** The lock with every missing optional platform package added, and how many were added. */
export function completeLock(lock) {
  const packages = { ...lock.packages };
  let added = 0;
  for (const [key, entry] of Object.entries(lock.packages)) {
    const optional = entry.optionalDependencies ?? {};
    for (const [name, version] of Object.entries(optional)) {
      const isExactVersion = /^\d/.test(version);
      if (!isExactVersion || resolveInLock(packages, key, name)) continue;
      const folder = folderOfSiblings(packages, key, Object.keys(optional));
      packages[`${folder}${FOLDER}${name}`] = platformEntry(name, version, entry.dev);
      added += 1;
    }
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1));
  return { lock: { ...lock, packages: Object.fromEntries(sorted) }, added };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = fileURLToPath(new URL("../package-lock.json", import.meta.url));
  const { lock, added } = completeLock(JSON.parse(readFileSync(path, "utf8")));
  if (added > 0) writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(added > 0 ? `package-lock.json: added ${added} optional packages.` : "package-lock.json was complete.");
}
