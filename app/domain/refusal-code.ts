import { assemblyCodes } from "./assembly/refusal-codes";
import { deliberationCodes } from "./deliberation/refusal-codes";
import { draftingCodes } from "./drafting/refusal-codes";
import { followUpCodes } from "./follow-up/refusal-codes";
import { kernelCodes } from "./kernel/refusal-codes";
import { learningCodes } from "./learning/refusal-codes";
import { peopleCodes } from "./people/refusal-codes";
import { recruitmentCodes } from "./recruitment/refusal-codes";
import { sortitionCodes } from "./sortition/refusal-codes";
import { votingCodes } from "./voting/refusal-codes";

/** The codes of every refusal there is, by the area that they are about; each has one sentence in each language (`app/i18n`). */
export const refusalCodes = {
  kernel: kernelCodes,
  people: peopleCodes,
  assembly: assemblyCodes,
  recruitment: recruitmentCodes,
  sortition: sortitionCodes,
  deliberation: deliberationCodes,
  drafting: draftingCodes,
  voting: votingCodes,
  learning: learningCodes,
  followUp: followUpCodes,
} as const;

export type RefusalCode = (typeof refusalCodes)[keyof typeof refusalCodes][number];

const known: ReadonlySet<string> = new Set(Object.values(refusalCodes).flat());

/** Whether a text (the message of a schema, what came over a line) is the code of a refusal. */
export function isRefusalCode(text: unknown): text is RefusalCode {
  return typeof text === "string" && known.has(text);
}
