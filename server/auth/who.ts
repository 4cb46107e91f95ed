import { type Actor, type PersonActor, visitor } from "~/app/domain/assembly/actor";
import { DAY_MS } from "~/app/domain/kernel/clock";
import type { DeviceId, ParticipationId, PersonId } from "~/app/domain/kernel/ids";
import { deviceEndsAfterUse, deviceEndsAt, isOfTeam, isProven } from "~/app/domain/people/device-life";
import type { Main } from "~/db/connect";
import { findDeviceOfToken, findSignedIn, markHostCookie, touchDevice } from "~/db/repositories/device";
import { activeParticipations, organisationsOf, type ParticipationRow } from "~/db/repositories/participation";
import type { App, SignedIn } from "../context";
import { jarOf } from "./cookie";
import { deviceCookie, deviceToken, forgottenFormerCookie, formerDeviceToken } from "./device-cookie";
import { tokenHash } from "./token";

export interface Who {
  readonly actor: Actor;
  readonly signedIn: SignedIn | null;
  /** What the answer sets: the device's cookie when it is due to be sent again, under the name of now. */
  readonly cookies: readonly string[];
}

const nobody: Who = { actor: visitor, signedIn: null, cookies: [] };

type Asked = Pick<App, "stores" | "clock" | "baseUrl">;

/** The one way to know who asks: for loaders, actions, sockets and upgrades alike, from the Cookie header. */
export async function who(app: Asked, cookieHeader: string | undefined | null): Promise<Who> {
  const now = app.clock.now();
  const shown = await shownDevice(app, cookieHeader);
  if (!shown) return nobody;
  const { device, person, token, former } = shown;
  const actor = await actorOf(app.stores.main, person.id, device.participationId);
  const ofTeam = isOfTeam(actor);
  if (deviceEndsAt(device, ofTeam) <= now) return nobody;
  const due = now.getTime() - device.lastSeenAt.getTime() > DAY_MS;
  const until = due ? deviceEndsAfterUse(now, ofTeam) : deviceEndsAt(device, ofTeam);
  if (due || until < device.expiresAt) {
    await touchDevice(app.stores.main, device.id, { lastSeenAt: due ? now : device.lastSeenAt, expiresAt: until });
  }
  const jar = jarOf(app);
  const proven = isProven({ provenAt: device.provenAt, hasAddress: person.email !== null }, now);
  return {
    actor: { ...actor, device: { id: device.id, proven } },
    signedIn: {
      deviceId: device.id,
      personId: person.id,
      name: person.name,
      locale: person.locale,
      inPerson: device.participationId === null,
      until,
    },
    cookies: [...(due || former ? [deviceCookie(token, jar)] : []), ...(former ? [forgottenFormerCookie(jar)] : [])],
  };
}

/** The device whose cookie was sent, though nobody is signed in on it any more. */
export async function shownDeviceId(app: Asked, cookieHeader: string | undefined | null): Promise<DeviceId | null> {
  const token = deviceToken(cookieHeader, jarOf(app));
  return token === null ? null : ((await findDeviceOfToken(app.stores.main, tokenHash(token)))?.id ?? null);
}

type ShownDevice = NonNullable<Awaited<ReturnType<typeof findSignedIn>>> & {
  readonly token: string;
  /** Its cookie still has the name of before. */
  readonly former: boolean;
};

/**
 * The device whose cookie was sent. A cookie named as before is taken from a device of that time alone, and until it has shown the new
 * one: nobody is signed out by the change, and no device of later is ever known by a name that a neighbour could set.
 */
async function shownDevice(app: Asked, cookieHeader: string | undefined | null): Promise<ShownDevice | null> {
  const { main } = app.stores;
  const now = app.clock.now();
  const jar = jarOf(app);
  const token = deviceToken(cookieHeader, jar);
  const found = token === null ? undefined : await findSignedIn(main, tokenHash(token), now);
  if (token !== null && found) {
    if (found.device.hostCookieAt === null && jar.secure) await markHostCookie(main, found.device.id, now);
    return { ...found, token, former: false };
  }
  const former = formerDeviceToken(cookieHeader, jar);
  const before = former === null ? undefined : await findSignedIn(main, tokenHash(former), now);
  if (former === null || before?.device.hostCookieAt !== null) return null;
  return { ...before, token: former, former: true };
}

/** A person with the roles they hold now; with `only`, as seen from a device that opens that one participation. */
export async function actorOf(db: Main, personId: PersonId, only: ParticipationId | null = null): Promise<PersonActor> {
  const active = await activeParticipations(db, personId);
  if (only !== null) {
    const participations = active.filter(({ id }) => id === only).map(heldRole);
    return { kind: "person", personId, organiserOf: [], participations, only };
  }
  const organised = await organisationsOf(db, personId);
  return {
    kind: "person",
    personId,
    organiserOf: organised.map(({ organisationId }) => organisationId),
    participations: active.map(heldRole),
  };
}

const heldRole = ({ id, assemblyId, role }: ParticipationRow) => ({ participationId: id, assemblyId, role });
