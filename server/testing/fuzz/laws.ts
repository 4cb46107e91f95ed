import type { Difference } from "./everything";
import type { Ownership } from "./ownership";
import type { Sender } from "./people";
import { secondTitle } from "./second-assembly";
import type { Answer, Sending } from "./send";

/** A stack trace, or a path of our source. */
const trace = /\n\s+at .+:\d+:\d+|node_modules|file:\/\/\/|\.tsx?:\d+/;
/** What was typed, come back as markup that would run. */
const markup = /<script>fuzz\(\)|<img src=x onerror=fuzz/;

/** What is wrong with an answer: a fault of ours, its insides shown, a text that would run, another assembly's words. */
export function faultsOf(answer: Answer, { method }: Sending, sender: Sender): string[] {
  const isPage = answer.type.startsWith("text/html");
  const isStranger = sender.home !== "second" && sender.name !== "holder" && method === "GET";
  return [
    ...(answer.status >= 500 ? [`answers ${answer.status}`] : []),
    ...(trace.test(answer.body) ? ["shows a stack trace"] : []),
    ...(isPage && markup.test(answer.body) ? ["gives back what was typed as markup"] : []),
    ...(isStranger && answer.body.includes(secondTitle) ? ["shows another assembly"] : []),
  ];
}

/** Refusals of the live connection that are faults of ours. */
export function faultsOfRefusal(code: string): string[] {
  return ["storage-busy", "fault-of-ours", "refused without a code", "too-many-commands"].includes(code)
    ? [`answers ${code}`]
    : [];
}

/** What reading wrote, but for the note that a device was seen. */
export function writtenByReading(found: readonly Difference[]): string[] {
  const seen = found.filter(({ table }) => table === "device");
  const [before, after] = [true, false].map((was) =>
    seen
      .filter((one) => one.was === was)
      .map(({ row: { lastSeenAt: _, expiresAt: __, ...rest } }) => JSON.stringify(rest)),
  );
  const onlySeen = before?.sort().join() === after?.sort().join();
  const others = found.filter(({ table }) => table !== "device");
  return [...others, ...(onlySeen ? [] : seen)].map((one) => `reading wrote ${described(one)}`);
}

/** What was written that the sender may not write: in a table that is not theirs, or in an assembly where they hold nothing. */
export function writtenAgainstRights(found: readonly Difference[], sender: Sender, { ownerOf }: Ownership): string[] {
  return found.flatMap((one) => {
    const owner = ownerOf(one.row);
    const allowed = sender.mayWrite.includes("*") || sender.mayWrite.includes(one.table);
    const isElsewhere = owner !== null && owner !== sender.home && sender.name !== "holder";
    return [
      ...(allowed ? [] : [`a ${sender.name} wrote ${described(one)}`]),
      ...(isElsewhere ? [`a ${sender.name} wrote in the ${owner} assembly: ${described(one)}`] : []),
    ];
  });
}

const described = ({ table, was, row }: Difference): string =>
  `${table} (${was ? "was" : "is"}) ${JSON.stringify(row).slice(0, 300)}`;
