// npm run bench:draw: the draw's figures on this machine, medians of three cold commands per instance.
// Options: --data FOLDER (public instances; their small copies otherwise), --runs N, --only NAME.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { largePool, rareValues, tightPool, withHouseholds } from "./draw-instances.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const copies = join(root, "app/domain/sortition/testdata");
const { values } = parseArgs({
  options: { data: { type: "string" }, runs: { type: "string" }, only: { type: "string" } },
});
const runs = Number(values.runs ?? 3);
const folder = mkdtempSync(join(tmpdir(), "draw-bench-"));

function write(name, { header, rows, quotas }) {
  const at = join(folder, name);
  mkdirSync(at, { recursive: true });
  writeFileSync(join(at, "respondents.csv"), [header, ...rows].map((cells) => cells.join()).join("\n"));
  const head = ["feature", "value", "min", "max"];
  writeFileSync(join(at, "categories.csv"), [head, ...quotas].map((cells) => cells.join()).join("\n"));
  return at;
}

function read(path) {
  const lines = readFileSync(path, "utf8").trim().split(/\r?\n/);
  return lines.map((line) => line.split(","));
}

function publicInstance(name) {
  const places = [values.data, copies].filter(Boolean).map((place) => join(place, name));
  return places.find((place) => existsSync(place));
}

function sharedHouseholds(place) {
  if (!place) return undefined;
  const [header, ...rows] = read(join(place, "respondents.csv"));
  const [, ...quotas] = read(join(place, "categories.csv"));
  return write("synthetic-households", withHouseholds({ header, rows, quotas }, { share: 0.15, seed: 3 }));
}

function clashing(place) {
  if (!place) return undefined;
  const [header, ...rows] = read(join(place, "respondents.csv"));
  const [, ...quotas] = read(join(place, "categories.csv"));
  const tight = quotas.map(([feature, value, min, max]) =>
    value === "g2" ? [feature, value, 29, 30] : [feature, value, min, max],
  );
  return write("synthetic-clash", { header, rows, quotas: tight });
}

const large = largePool({ people: 10_000, seats: 150, seed: 1 });
// Volunteers who lean more: rarer people, smaller chances.
const leaning = largePool({ people: 10_000, seats: 150, seed: 1, lean: 2 });
const sfe = publicInstance("synthetic_sfe_like_110");
const homes = ["--household", "address"];
const instances = [
  { name: "example_small", place: publicInstance("example_small_20"), seats: 20, target: "0.1, 100 each, 1 s" },
  { name: "example_large", place: publicInstance("example_large_200"), seats: 200, target: "0.1, 100 each, 1 s" },
  { name: "bench_500_75", place: publicInstance("bench_500_75"), seats: 75, target: "exact, 2 s" },
  { name: "bench_750_112", place: publicInstance("bench_750_112"), seats: 112, target: "exact, 2 s" },
  { name: "synthetic 1727/110", place: sfe, seats: 110, target: "exact, 5 s, 400 MB" },
  { name: "the same, households", place: sharedHouseholds(sfe), seats: 110, options: homes, target: "20 s" },
  { name: "10,000/150", place: write("large", large), seats: 150, target: "0.5 %, 60 s, 600 MB" },
  {
    name: "the same, households",
    place: write("large-households", withHouseholds(large, { share: 0.15, seed: 2 })),
    seats: 150,
    options: homes,
    target: "0.5 %, 120 s",
  },
  { name: "10,000/150, leaning", place: write("leaning", leaning), seats: 150, target: "0.5 %, 60 s" },
  {
    name: "the same, households",
    place: write("leaning-households", withHouseholds(leaning, { share: 0.15, seed: 2 })),
    seats: 150,
    options: homes,
    target: "0.5 %, 120 s",
  },
  {
    name: "6,000/120, every quota met with equality",
    place: write("tight", tightPool({ people: 6000, seats: 120, values: [2, 6, 8, 4, 3, 5], seed: 4 })),
    seats: 120,
    target: "exact, all in floor/ceil",
  },
  ...[1, 2].flatMap((times) =>
    [2000, 10_000].map((people) => ({
      name: `${people} people, every value ${times === 1 ? "once" : "twice"}`,
      place: write(`rare-${times}-${people}`, rareValues({ people, times })),
      seats: 150,
      target: "60 s",
    })),
  ),
  { name: "clashing quotas 1727", place: clashing(sfe), seats: 110, target: "clash and relaxation, 2 s" },
];

function run({ place, seats, options = [] }) {
  const json = join(folder, "answer.json");
  const files = ["--people", join(place, "respondents.csv"), "--features", join(place, "categories.csv")];
  const rest = ["--seats", String(seats), "--lottery", "1000", "--seed", "bench", "--json", json, ...options];
  const watch = join(root, "e2e/load/draw-memory.mjs");
  const began = performance.now();
  const args = ["--import", watch, join(root, "server/draw.mjs"), ...files, ...rest];
  const { stderr, status, error } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (error || ![0, 3].includes(status ?? -1)) throw new Error(`draw ended with ${status}: ${stderr.slice(-500)}`);
  const peak = Number(/peak memory (\d+) MB/.exec(stderr)?.[1] ?? 0);
  const cpu = Number(/processor ([\d.]+) s/.exec(stderr)?.[1] ?? 0);
  return { ...JSON.parse(readFileSync(json, "utf8")), peak, cpu, cold: (performance.now() - began) / 1000 };
}

function offBy({ counts, probabilities, lotterySize }) {
  let most = 0;
  let outside = 0;
  const ids = Object.keys(counts ?? {});
  for (const id of ids) {
    const fair = lotterySize * probabilities[id];
    most = Math.max(most, Math.abs(counts[id] - fair));
    if (counts[id] < Math.floor(fair + 1e-6) || counts[id] > Math.ceil(fair - 1e-6)) outside++;
  }
  return { most, within: ids.length > 0 ? 100 * (1 - outside / ids.length) : 100 };
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

function line(instance) {
  const answers = Array.from({ length: runs }, () => run(instance));
  const [first] = answers;
  const { most, within } = offBy(first);
  const proof =
    first.status === "infeasible" ? `clash of ${first.clash.length}, ${first.relaxations[0]?.seats} seat(s) more` : "";
  const gap = first.exact ? "exact" : `gap ${first.gap?.toExponential(1)}`;
  return [
    instance.name,
    median(answers.map(({ seconds }) => seconds)).toFixed(2),
    median(answers.map(({ cold }) => cold)).toFixed(2),
    median(answers.map(({ cpu }) => cpu)).toFixed(2),
    `${Math.max(...answers.map(({ peak }) => peak))}`,
    first.minProbability?.toFixed(6) ?? "",
    proof ? "" : first.bound.toFixed(6),
    proof ? "" : `${(100 * (1 - first.minProbability / first.bound)).toFixed(3)} %`,
    proof || gap,
    proof ? "" : most.toFixed(2),
    proof ? "" : `${within.toFixed(1)} %`,
    instance.target,
  ];
}

const revision = execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" }).trim();
console.log(
  `Draw at ${revision}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}; medians of ${runs}.\n`,
);
const head = [
  "instance",
  "seconds",
  "cold command",
  "processor",
  "peak MB",
  "min probability",
  "proven bound",
  "minimum below bound",
  "proof",
  "off by",
  "in floor/ceil",
  "must reach",
];
console.log(`| ${head.join(" | ")} |\n|${head.map(() => "---").join("|")}|`);
for (const instance of instances) {
  if (values.only && !instance.name.includes(values.only)) continue;
  if (!instance.place) console.log(`| ${instance.name} | not here: give its folder with --data |`);
  else console.log(`| ${line(instance).join(" | ")} |`);
}
