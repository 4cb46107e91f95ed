import { cardCode } from "~/app/domain/people/card-code";
import { listCards } from "~/db/repositories/card";
import { findPeopleByEmail } from "~/db/repositories/person";
import { addDevice } from "../commands/auth/add-device";
import { askForCode } from "../commands/auth/ask-for-code";
import { chooseWho } from "../commands/auth/choose-who";
import { confirmAddress } from "../commands/auth/confirm-address";
import { enterCode } from "../commands/auth/enter-code";
import { followLink } from "../commands/auth/follow-link";
import { printCards } from "../commands/auth/print-cards";
import { signInAtDesk } from "../commands/auth/sign-in-at-desk";
import { useCard as signInWithCard } from "../commands/auth/use-card";
import { answerByLink } from "../commands/recruit/answer-by-link";
import { enterByInvitation } from "../commands/recruit/enter-by-invitation";
import { invitationCode } from "../commands/recruit/prepare-invitations";
import { recordAnswer } from "../commands/recruit/record-answer";
import { sendInvitations } from "../commands/recruit/send-invitations";
import { acceptTeamLink } from "../commands/team/accept-team-link";
import { inviteToTeam } from "../commands/team/invite-to-team";
import { ATTACKER, type AttackedInstallation, type Holder, VICTIM } from "./attacked-installation";

/** One thing somebody does; `at` chooses among what is there. Refusals are answers too. */
export type Move = (there: AttackedInstallation, at: number) => Promise<void>;

const device = { userAgent: null, replaces: null };
const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];
const nobody = { personId: null, name: null, email: null };

/** The attacker writes down that somebody said yes on the phone. */
const recordYes: Move = async ({ world, ours, ...there }, at) => {
  const invited = pick(await there.invited(), at);
  if (!invited) return;
  const { assemblyId, organiser } = ours;
  const input = { assemblyId, invitationId: invited.id, answer: "accepted", namePublic: false } as const;
  await recordAnswer(organiser, world.commandId(), input);
};

/** The attacker answers with the code of a letter, as a visitor or on a device already held, and comes in by it. */
const useLetter: Move = async (there, at) => {
  const { world } = there;
  const invited = pick(await there.invited(), at);
  if (!invited) return;
  const token = invitationCode(world.app, invited.id);
  const mine = there.held.filter(({ by }) => by === "attacker");
  const on = at % 2 === 0 ? undefined : pick(mine, at)?.deviceId;
  const caller = on ? { ...world.visitor(), ...(await there.callerOn(on)) } : world.visitor();
  await answerByLink(caller, world.commandId(), { token, answer: "accepted", namePublic: false, locale: "fr" });
  there.hold("attacker", await enterByInvitation(world.visitor(), world.commandId(), { token, device }));
};

const useCardOf: Move = async (there, at) => {
  const { world, ours } = there;
  const member = pick(await there.seated(), at);
  if (!member) return;
  const order = { assemblyId: ours.assemblyId, participationIds: [member.id] };
  await printCards(ours.organiser, world.commandId(), order);
  const [card] = await listCards(world.app.stores.main, [member.id]);
  if (!card) return;
  const { secrets } = world.app;
  const by =
    at % 2 === 0 ? { code: cardCode(secrets.cardBits(card.id)) } : { token: secrets.linkToken("card", card.id) };
  there.hold("attacker", await signInWithCard(world.visitor(), world.commandId(), { by, device }));
};

const atDesk: Move = async (there, at) => {
  const { world, ours } = there;
  const member = pick(await there.seated(), at);
  if (!member) return;
  const own = { personId: ours.organiser.personId, means: "code", only: null, device } as const;
  const deskDeviceId = await addDevice(world.app.stores.main, world.app, own);
  const order = { assemblyId: ours.assemblyId, participationId: member.id, deskDeviceId, userAgent: null };
  there.hold("attacker", await signInAtDesk(ours.organiser, world.commandId(), order));
};

const send: Move = async ({ world, ours }, at) => {
  const deadlineMs = world.clock.now().getTime() + 86_400_000;
  const to = at % 2 === 0 ? "prepared" : "waiting";
  const input = { assemblyId: ours.assemblyId, deadlineMs, locale: "fr", to } as const;
  await sendInvitations(ours.organiser, world.commandId(), input);
};

const address = { attacker: ATTACKER.email, victim: VICTIM.email } as const;

/** Somebody answers and comes in by the link of an invitation in their mailbox, as a visitor or signed in. */
const openMailedInvitation =
  (by: Holder): Move =>
  async (there, at) => {
    const { world } = there;
    const token = pick(await there.mailbox(address[by], /\/invitation\/([A-Za-z0-9_-]{22})/), at);
    if (!token) return;
    const on = pick(
      there.held.filter((one) => one.by === by),
      at,
    )?.deviceId;
    const caller = { ...world.visitor(), ...(on && at % 2 === 0 ? await there.callerOn(on) : {}) };
    await answerByLink(caller, world.commandId(), { token, answer: "accepted", namePublic: false, locale: "fr" });
    there.hold(by, await enterByInvitation(world.visitor(), world.commandId(), { token, device }));
  };

/** Somebody asks for a code at their own address, and signs in as any of those it offers. */
const signInByMail =
  (by: Holder): Move =>
  async (there, at) => {
    const { world } = there;
    const asked = await askForCode(world.visitor(), world.commandId(), {
      email: address[by],
      locale: "fr",
      next: null,
    });
    world.clock.advance(60_000);
    if (!asked.ok) return;
    const challenge = asked.value;
    const { challengeId } = challenge;
    const code = pick(await there.mailbox(address[by], /connexion est.*?(\d{3} \d{3})/), 0);
    const link = pick(await there.mailbox(address[by], /\/link\/([A-Za-z0-9_-]{22})/), 0);
    const people = await findPeopleByEmail(world.app.stores.main, address[by]);
    const personId = pick(people, at)?.id ?? null;
    if (at % 3 === 0 && link) {
      there.hold(by, await followLink(world.visitor(), world.commandId(), { token: link, personId, device }));
      return;
    }
    const entered = await enterCode(world.visitor(), world.commandId(), { challenge, code: code ?? "", device });
    if (entered.ok && entered.value.kind === "choose" && personId) {
      const { proof } = entered.value;
      there.hold(by, await chooseWho(world.visitor(), world.commandId(), { challengeId, proof, personId, device }));
    } else if (entered.ok && entered.value.kind === "signed-in") there.hold(by, { ok: true, value: entered.value });
  };

/** The attacker takes up a link of their own team under the victim's name and address, and guesses the code that goes there. */
const poseInTeam: Move = async (there, at) => {
  const { world, ours } = there;
  const email = at % 2 === 0 ? null : ATTACKER.email;
  const invitation = { assemblyId: ours.assemblyId, role: "expert", name: VICTIM.name, email, locale: "fr" } as const;
  const made = await inviteToTeam(ours.organiser, world.commandId(), invitation);
  if (!made.ok) return;
  const token = world.app.secrets.linkToken("team", made.value.linkId);
  const known = pick(await findPeopleByEmail(world.app.stores.main, at % 5 === 0 ? VICTIM.email : ATTACKER.email), at);
  const typed = { personId: null, name: VICTIM.name, email: VICTIM.email };
  const newcomer = at % 3 === 0 && known ? { ...nobody, personId: known.id } : typed;
  const taken = await acceptTeamLink(world.visitor(), world.commandId(), { token, locale: "fr", newcomer, device });
  there.hold("attacker", taken);
  if (!taken.ok || !taken.value.deviceId) return;
  const { challenge, deviceId } = taken.value;
  const guess = { challenge, code: String(at % 1_000_000).padStart(6, "0"), deviceId };
  await confirmAddress(await there.callerOn(deviceId), world.commandId(), guess);
};

/** The victim is given one more role by their own people, and takes it up by the mail: signed in, as known, or on a lent tablet. */
const takeUpTheirs: Move = async (there, at) => {
  const { world, theirs } = there;
  const role = at % 2 === 0 ? "organiser" : "technical-assistant";
  const invitation = {
    assemblyId: theirs.assemblyId,
    role,
    name: VICTIM.name,
    email: VICTIM.email,
    locale: "fr",
  } as const;
  await inviteToTeam(theirs.organiser, world.commandId(), invitation);
  const token = pick(await there.mailbox(VICTIM.email, /\/team-link\/([A-Za-z0-9_-]{22})/), 0);
  if (!token) return;
  const on = pick(there.held, at)?.deviceId;
  const caller = on && at % 3 !== 0 ? await there.callerOn(on) : world.visitor();
  const lent = caller.actor.kind === "person" && caller.actor.only !== undefined;
  const whole = caller.actor.kind === "person" && !lent;
  // Who is signed in as themself on the attacker's device is the attacker: the victim does not take up a role there.
  if (whole && there.held.some(({ by, deviceId }) => by === "attacker" && deviceId === on)) return;
  const known = pick(await findPeopleByEmail(world.app.stores.main, VICTIM.email), at);
  const newcomer =
    at % 2 === 0 && known
      ? { ...nobody, personId: known.id }
      : { personId: null, name: VICTIM.name, email: VICTIM.email };
  there.hold("victim", await acceptTeamLink(caller, world.commandId(), { token, locale: "fr", newcomer, device }));
};

/** Every way in, as each of the two may use it. */
export const moves: Readonly<Record<string, Move>> = {
  recordYes,
  useLetter,
  useCardOf,
  atDesk,
  send,
  attackerOpensInvitation: openMailedInvitation("attacker"),
  victimOpensInvitation: openMailedInvitation("victim"),
  attackerSignsIn: signInByMail("attacker"),
  victimSignsIn: signInByMail("victim"),
  poseInTeam,
  takeUpTheirs,
};
