import type { CommandId, DeviceId, PersonId } from "~/app/domain/kernel/ids";
import { type Result, refuse } from "~/app/domain/kernel/result";
import { findChallenge, type SignInChallengeId } from "~/db/repositories/sign-in-challenge";
import type { Caller } from "../../context";
import type { AskingDevice } from "./add-device";
import { spendChallenge } from "./spend-challenge";

export interface ChooseWho {
  readonly challengeId: SignInChallengeId;
  /** What `enterCode` answered when the code was right. */
  readonly proof: string;
  readonly personId: PersonId;
  readonly device: AskingDevice;
}

/** Says who of a household signs in, after the code was right. Refuses with `code-expired` and as `spendChallenge` does. */
export async function chooseWho(
  { app }: Caller,
  commandId: CommandId,
  { challengeId, proof, personId, device }: ChooseWho,
): Promise<Result<{ readonly deviceId: DeviceId }>> {
  const challenge = await findChallenge(app.stores.main, challengeId);
  const proven = app.secrets.same(proof, app.secrets.linkToken("proven", challengeId));
  if (!challenge || !proven) return refuse("code-expired");
  return spendChallenge(app, commandId, { challenge, personId, means: "code", device, proof: `${proof}:${personId}` });
}
