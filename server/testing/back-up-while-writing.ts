import { readFileSync } from "node:fs";
import path from "node:path";
import { openStores } from "~/db/connect";
import { backUp, keptInstallation, look, restore, writeAtFullSpeed } from "./kept-installation";

/** One backup that was made while a writer wrote, and what came back from it. */
export interface Round {
  /** Pairs of a text and its person that were acknowledged before the backup began, and when it had ended. */
  readonly before: number;
  readonly after: number;
  readonly people: number;
  readonly texts: number;
  readonly isWhole: boolean;
  readonly said: string;
}

const A_FEW = 20;

/** Backs up again and again while a writer writes as fast as it can; then restores every one of them and looks. */
export async function backUpWhileWriting(times: number): Promise<Round[]> {
  const kept = await keptInstallation();
  try {
    const stores = await openStores(kept.options);
    const writer = writeAtFullSpeed(stores);
    const made: { file: string; before: number; after: number; said: string }[] = [];
    for (let time = 0; time < times; time += 1) {
      const file = path.join(kept.folder, `${time}.tar.gz`);
      await writer.writes(A_FEW);
      const before = writer.acknowledged();
      const { said } = await backUp(kept, file);
      made.push({ file, before, after: writer.acknowledged(), said });
    }
    await writer.stop();
    await stores.close();
    const rounds: Round[] = [];
    for (const { file, before, after, said } of made) {
      const place = await kept.emptyPlace();
      const restored = await restore(place, file);
      if (restored.code !== 0) throw new Error(`${said}\n${restored.said}`);
      const found = await look(place);
      const secret = (of: string): string => readFileSync(path.join(of, "secret"), "utf8");
      const upload = readFileSync(path.join(place.options.dataDir, "uploads/pool/volunteers é.csv"), "utf8");
      const isWhole =
        found.installation === "an-installation" &&
        secret(place.options.dataDir) === secret(kept.options.dataDir) &&
        upload === "name\nOdette\n";
      rounds.push({ before, after, people: found.people, texts: found.texts, isWhole, said });
    }
    return rounds;
  } finally {
    await kept.dispose();
  }
}

/** What is wrong with the rounds, in words; nothing when every copy holds what was acknowledged before, as at one instant. */
export function faultsOf(rounds: readonly Round[]): string[] {
  return rounds.flatMap(({ before, after, people, texts, isWhole, said }, at) => [
    ...(people < before ? [`${at}: ${before} acknowledged, ${people} restored`] : []),
    ...(people > after + 1 ? [`${at}: more than was ever written`] : []),
    // The text is written first: at any instant there are as many of both, or one text more.
    ...(texts - people < 0 || texts - people > 1 ? [`${at}: ${texts} texts beside ${people} persons`] : []),
    ...(isWhole ? [] : [`${at}: ${said}`]),
  ]);
}
