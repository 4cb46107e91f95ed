import type { CommandId, DeviceId, PersonId } from "~/app/domain/kernel/ids";
import { type Result, refuse } from "~/app/domain/kernel/result";
import { findChallengeByLink } from "~/db/repositories/sign-in-challenge";
import type { Caller } from "../../context";
import { peopleAt } from "../../kernel/auth/people-at";
import type { AskingDevice } from "./add-device";
import { spendChallenge } from "./spend-challenge";

export interface FollowLink {
  readonly token: string;
  /** Who of the household; may be left out when the address is one person's. */
  readonly personId: PersonId | null;
  readonly device: AskingDevice;
}

/** Signs in with the link of a mail (on POST only). Refuses with `link-unknown`, `choose-who`, and as `spendChallenge` does. */
export async function followLink(
  { app }: Caller,
  commandId: CommandId,
  { token, personId, device }: FollowLink,
): Promise<Result<{ readonly deviceId: DeviceId }>> {
  const challenge = await findChallengeByLink(app.stores.main, app.secrets.tokenHash(token));
  if (!challenge) return refuse("link-unknown");
  const people = await peopleAt(app.stores.main, challenge.email);
  const [first] = people;
  if (!first) return refuse("link-unknown");
  if (people.length > 1 && personId === null) return refuse("choose-who", {}, "personId");
  const whose = personId ?? first.person.id;
  return spendChallenge(app, commandId, { challenge, personId: whose, means: "link", device, proof: token });
}
