import { z } from "zod";
import { type CommandId, readCommandId, readId } from "~/app/domain/kernel/ids";
import type { RefusalCode } from "~/app/domain/refusal-code";

/** An id of ours in a form or a message; `code` is the refusal of what is none. */
export const idOf = <Noun extends string>(code: RefusalCode = "form-invalid") =>
  read((text) => readId<Noun>(text), code);

/** The id of a command: made by whoever asks, so that the same asked again is answered, not repeated. */
export const commandId = read<CommandId>(readCommandId, "form-invalid");

/** What was tested as a text is passed on as what it is. */
function read<Known extends string>(reader: (text: string) => Known | null, code: RefusalCode) {
  return z
    .string(code)
    .refine((text) => reader(text) !== null, code)
    .pipe(z.custom<Known>());
}
