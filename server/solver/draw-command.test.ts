import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { drawCommand } from "./draw-command";

const folder = mkdtempSync(join(tmpdir(), "draw-command-"));
afterEach(() => vi.restoreAllMocks());

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The exit code and the one object on the output; fails when the output holds anything else. */
async function run(args: readonly string[]) {
  const written: string[] = [];
  const keep = (text: string | Uint8Array): boolean => {
    written.push(String(text));
    return true;
  };
  vi.spyOn(process.stdout, "write").mockImplementation(keep);
  vi.spyOn(process.stderr, "write").mockImplementation(() => true);
  const code = await drawCommand(args);
  const output = written.join("");
  expect(output.endsWith("}\n") && output.trimEnd().split("\n")).toHaveLength(1);
  return { code, output, answer: JSON.parse(output) };
}

const codesOf = (problems: readonly { code: string }[]): string[] => problems.map(({ code }) => code);
const features = file("features.csv", "feature,value,min,max\nage,young,1,2\nage,old,1,2\n");
const people = file(
  "people.csv",
  "id,age,address,note\na,young,1 Elm,=1+1\nb,young,2 Elm,x\nc,old,1 elm,\nd,old,3 Elm,\ne,old,4 Elm,\n",
);
const basic = ["--people", people, "--features", features, "--seed", "s"];
const three = [...basic, "--seats", "3"];

describe("a draw from files", () => {
  it("exits 0 with every probability, and says the same again apart from the seconds", async () => {
    const [one, two] = [await run([...three, "--lottery", "50"]), await run([...three, "--lottery", "50"])];
    expect(one.code).toBe(0);
    expect(one.answer).toMatchObject({ status: "drawn", algorithm: "leximin", seats: 3, unreachable: [], gap: 0 });
    const chances = Object.values<number>(one.answer.probabilities);
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(3, 9);
    const plain = (output: string): string => output.replace(/"seconds":[\d.]+/, "");
    expect(plain(two.output)).toBe(plain(one.output));
  });

  it("writes the answer, who is selected, who remains beside their addresses, and the lottery that was hashed", async () => {
    const paths = ["json", "selected", "remaining", "panels"].map((name) => join(folder, `out-${name}`));
    const [json = "", selected = "", remaining = "", panels = ""] = paths;
    const { answer, output } = await run([
      ...[...three, "--household", "address", "--lottery", "30", "--json", json],
      ...["--selected", selected, "--remaining", remaining, "--panels", panels],
    ]);
    expect(readFileSync(json, "utf8")).toBe(output);
    const text = readFileSync(panels, "utf8");
    expect(createHash("sha256").update(text).digest("hex")).toBe(answer.lotteryHash);
    const lottery: string[][] = JSON.parse(text).panels;
    expect(lottery).toContainEqual(answer.drawn);
    for (const [id, count] of Object.entries(answer.counts))
      expect(lottery.filter((panel) => panel.includes(id))).toHaveLength(count as number);
    expect(lottery.some((panel) => panel.includes("a") && panel.includes("c"))).toBe(false);
    const rows = (path: string): string[] => readFileSync(path, "utf8").trim().split("\r\n");
    expect(rows(selected)).toHaveLength(4);
    const tables = [...rows(selected), ...rows(remaining)].join("\n");
    expect(tables).not.toContain(",=1+1");
    const home = answer.drawn.includes("a") ? "c" : answer.drawn.includes("c") ? "a" : undefined;
    if (home) expect(tables).not.toContain(`\n${home},`);
  });

  it("keeps who is in and leaves out who is out", async () => {
    const more = ["--in", file("in.txt", "a\r\n"), "--out", file("out.csv", "name,ID\nx,d\n"), "--lottery", "20"];
    const { answer } = await run([...three, ...more]);
    expect(answer.probabilities).toMatchObject({ a: 1, d: 0 });
    expect(answer.unreachable).toEqual(["d"]);
    expect(answer.counts).toMatchObject({ a: 20, d: 0 });
  });
});

describe("a draw that cannot be", () => {
  it("exits 3 with the clash and the least relaxation, whatever the kind", async () => {
    const tight = file("tight.csv", "feature,value,min,max\nage,young,3,3\nage,old,0,2\n");
    const { code, answer } = await run(["--people", people, "--features", tight, "--seats", "3"]);
    expect(code).toBe(3);
    expect(answer).toMatchObject({
      status: "infeasible",
      clash: [{ feature: "age", value: "young", bound: "min", seats: 3 }],
      relaxations: [{ seats: 1 }, {}].slice(0, 1),
    });
    expect((await run([...basic, "--seats", "99999999"])).code).toBe(3);
  });

  it("exits 4 when the time is over before it began, still with one object", async () => {
    const { code, answer } = await run([...three, "--time-limit", "0"]);
    expect([code, answer.status, answer.gap, answer.panels]).toEqual([4, "stopped", 1, 0]);
  });
});

describe("bad input", () => {
  it("is told at once: options, quotas, people and lists", async () => {
    const badFeatures = file(
      "bad-f.csv",
      "feature,value,min,max,min_flex,max_flex\nage,young,1.5,2,,1\nage,old,3,2,4,\n",
    );
    const badPeople = file("bad-p.csv", "id,age\na,young\nb,\na,ancient\n");
    const { code, answer } = await run([
      ...["--people", badPeople, "--features", badFeatures, "--seats", "0", "--algorithm", "magic"],
      ...[
        "--in",
        file("bad-in.txt", "a\nzz\n"),
        "--out",
        file("bad-out.txt", "a\n"),
        "--json",
        join(folder, "no/where"),
      ],
    ]);
    expect(code).toBe(2);
    expect(answer.problems).toEqual([
      { code: "option-not-known-value", option: "--algorithm", value: "magic" },
      { code: "option-out-of-range", option: "--seats", value: "0" },
      { code: "file-not-writable", option: "--json", path: join(folder, "no/where") },
      { code: "quota-number-not-whole", table: "features", row: 2, column: "min", value: "1.5" },
      { code: "quota-flex-order", table: "features", row: 2, column: "max_flex", value: "2 > 1" },
      { code: "quota-min-over-max", table: "features", row: 3, column: "max", value: "3 > 2" },
      { code: "quota-flex-order", table: "features", row: 3, column: "min_flex", value: "4 > 3" },
      { code: "feature-empty", table: "people", row: 3, column: "age" },
      { code: "id-doubled", table: "people", row: 4, column: "id", value: "a", firstRow: 2 },
      { code: "value-not-in-quotas", table: "people", row: 4, column: "age", value: "ancient" },
      { code: "person-unknown", table: "in", row: 2, id: "zz" },
      { code: "person-confirmed-and-excluded", table: "out", row: 1, id: "a" },
    ]);
  });

  it.each([
    ["an empty file", "", ["file-without-rows"]],
    ["a file of blank lines", "\uFEFF\r\n\r\n;;\r\n", ["file-without-rows"]],
    ["a header only", "id,age\n", ["file-without-rows"]],
    ["a spreadsheet", "PK\u0003\u0004", ["file-is-spreadsheet"]],
    ["another alphabet's bytes", Buffer.from("id,age\né,old\n", "latin1"), ["file-not-utf-eight"]],
    ["a quote that never ends", 'id,age\na,"young\nb,old\n', ["file-quotes-open"]],
    ["a row of too many columns", `id,age\n${",".repeat(300)}`, ["file-too-many-columns"]],
    ["a cell that is too long", `id,age\na,${"x".repeat(6_000)}`, ["file-cell-too-long"]],
    ["too many lines", "\n".repeat(60_000), ["file-too-many-rows"]],
    ["a file that is too large", "x".repeat(13 * 1024 * 1024), ["file-too-large"]],
    ["too many cells", "id,age\na,young,x\n", ["row-too-long"]],
    ["a column missing and one twice", "id,id\na,b\n", ["column-doubled", "column-missing"]],
  ])("%s in the place of people is named", async (_, content, codes) => {
    const bad = file("bad.csv", content);
    const { code, answer } = await run(["--people", bad, "--features", features, "--seats", "1"]);
    expect(code).toBe(2);
    expect(codesOf(answer.problems)).toEqual(codes);
  });

  it.each(["-1", "1.5", "abc", "1e1", "٣"])("%s is no number of seats", async (seats) => {
    const { code, answer } = await run([...basic, `--seats=${seats}`]);
    expect([code, codesOf(answer.problems)]).toEqual([2, ["option-not-a-number"]]);
  });

  it("tells every option that is missing, once, and files that are not there", async () => {
    expect(codesOf((await run([])).answer.problems)).toEqual(["option-missing", "option-missing", "option-missing"]);
    const nowhere = ["--people", "nowhere.csv", "--features", folder, "--seats", "2", "--constructor"];
    expect(codesOf((await run(nowhere)).answer.problems)).toEqual(["option-unknown", "file-missing", "file-missing"]);
  });
});

describe("a draw that was made on the screens", () => {
  it("is not checked when its file is not there, or is something else", async () => {
    const missing = await run(["--check", join(folder, "nowhere.json")]);
    expect([missing.code, codesOf(missing.answer.problems)]).toEqual([2, ["file-missing"]]);
    const other = await run(["--check", file("other.json", '{"format":"hemicycle-lottery-1"}')]);
    expect([other.code, other.answer.status, codesOf(other.answer.problems)]).toEqual([
      2,
      "bad-input",
      ["file-not-a-draw"],
    ]);
  });
});
