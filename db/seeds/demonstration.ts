import { addDays } from "~/app/domain/assembly/local-date";
import { HOUR_MS, MINUTE_MS } from "~/app/domain/kernel/clock";
import { newId, type PersonId } from "~/app/domain/kernel/ids";
import type { App } from "~/server/context";
import { findPerson } from "../repositories/person";
import { insertChallenge } from "../repositories/sign-in-challenge";
import { advanceTo } from "./advance-to";
import { decideTogether, publishResults, writeRecommendations } from "./decide";
import { DELIBERATION_SESSION, openDeliberation } from "./deliberate";
import { type Convention, type DemoWorld, demoWorld } from "./demo-world";
import { foundConvention, startSoThatTodayIs } from "./found-convention";
import { fillPool, seatMembers } from "./recruit-members";
import { membersOf, trainMembers } from "./train-members";

export const demoPoints = ["recruitment", "live", "published"] as const;
export type DemoPoint = (typeof demoPoints)[number];

export function isDemoPoint(text: string): text is DemoPoint {
  return demoPoints.some((point) => point === text);
}

/** A way in for one role of the demonstration: single use, good for a day. */
export interface DemoLink {
  readonly role: "organiser" | "facilitator" | "member" | "guarantor" | "expert" | "technical-assistant";
  readonly name: string;
  readonly link: string;
}

/**
 * Fills an empty installation with a student convention on housing, as far as the point asked for, through the same commands as
 * people use. The caller has made sure that it is empty and sends no mail.
 */
export async function loadDemonstration(app: App, point: DemoPoint): Promise<readonly DemoLink[]> {
  const now = app.clock.now();
  const world = demoWorld(app);
  const startsOn = startOf(point, now);
  world.travelTo(new Date(`${startsOn}T09:00:00Z`));
  const convention = await foundConvention(world, startsOn);
  await fillPool(world, convention);
  if (point !== "recruitment") await tellTheRest(world, convention, { point, now });
  return signInLinks(app, world, convention);
}

/** The first day of the preparation, such that today is the day the point is about. */
function startOf(point: DemoPoint, now: Date): string {
  switch (point) {
    case "recruitment":
      return startSoThatTodayIs(now, 0);
    case "live":
      return startSoThatTodayIs(now, DELIBERATION_SESSION);
    case "published":
      return addDays(startSoThatTodayIs(now, LAST_SESSION), -WEEKS_SINCE_DECISION * 7);
  }
}

const LAST_SESSION = 4;
const WEEKS_SINCE_DECISION = 3;

async function tellTheRest(
  world: DemoWorld,
  convention: Convention,
  { point, now }: { readonly point: "live" | "published"; readonly now: Date },
): Promise<void> {
  await seatMembers(world, convention);
  await trainMembers(world, convention);
  await advanceTo(world, convention, "deliberation");
  if (point === "live") {
    await openDeliberation(world, convention, new Date(now.getTime() - 20 * MINUTE_MS));
    return;
  }
  const sessionId = await openDeliberation(world, convention, null);
  await writeRecommendations(world, convention, sessionId);
  await decideTogether(world, convention);
  await publishResults(world, convention);
}

async function signInLinks(app: App, world: DemoWorld, convention: Convention): Promise<DemoLink[]> {
  const [facilitator] = convention.facilitators;
  const members = await membersOf(world, convention);
  const people: [DemoLink["role"], readonly (PersonId | undefined)[]][] = [
    ["organiser", [convention.organiser]],
    ["facilitator", [facilitator]],
    ["member", members],
    ["expert", [convention.team.expert]],
    ["technical-assistant", [convention.team.assistant]],
    ["guarantor", [convention.team.guarantor]],
  ];
  const links: DemoLink[] = [];
  for (const [role, ids] of people) {
    const person = await firstWithMail(app, ids);
    if (person) links.push({ role, name: person.name, link: await signInLink(app, person.email) });
  }
  return links;
}

/** One volunteer in twelve has no address, and whoever is drawn first may be one of them: a link goes to the first who has one. */
export async function firstWithMail(app: App, ids: readonly (PersonId | undefined)[]) {
  for (const id of ids) {
    const person = id && (await findPerson(app.stores.main, id));
    if (person?.email) return { name: person.name, email: person.email };
  }
  return undefined;
}

/** A link as in a sign-in mail, but good for a day: the demonstration has no mailbox. */
async function signInLink(app: App, email: string): Promise<string> {
  const token = newId<"sign-in-link">(app.random);
  const now = app.clock.now();
  await insertChallenge(app.stores.main, {
    id: newId(app.random),
    email,
    codeHash: app.secrets.keyedHash("sign-in-code", newId(app.random)),
    linkHash: app.secrets.tokenHash(token),
    tries: 0,
    createdAt: now,
    expiresAt: new Date(now.getTime() + 24 * HOUR_MS),
    usedAt: null,
    claimedBy: null,
    source: null,
  });
  return `${app.baseUrl}/fr/link/${token}`;
}
