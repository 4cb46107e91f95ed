import { type Actor, visitor } from "~/app/domain/assembly/actor";
import { DAY_MS } from "~/app/domain/kernel/clock";
import type { ParticipationId, PersonId } from "~/app/domain/kernel/ids";
import { DEVICE_LIFE_MS } from "~/app/domain/people/device-life";
import type { Main } from "~/db/connect";
import { findSignedIn, touchDevice } from "~/db/repositories/device";
import { activeParticipations, organisationsOf, type ParticipationRow } from "~/db/repositories/participation";
import type { App, SignedIn } from "../context";
import { deviceToken } from "./device-cookie";
import { tokenHash } from "./token";

export interface Who {
  readonly actor: Actor;
  readonly signedIn: SignedIn | null;
  /** The device's token, when its cookie is due to be sent again. */
  readonly renewedToken: string | null;
}

const nobody: Who = { actor: visitor, signedIn: null, renewedToken: null };

/** The one way to know who asks: for loaders, actions, sockets and upgrades alike, from the Cookie header. */
export async function who(app: Pick<App, "stores" | "clock">, cookieHeader: string | undefined | null): Promise<Who> {
  const token = deviceToken(cookieHeader);
  if (!token) return nobody;
  const now = app.clock.now();
  const found = await findSignedIn(app.stores.main, tokenHash(token), now);
  if (!found) return nobody;
  const { device, person } = found;
  const due = now.getTime() - device.lastSeenAt.getTime() > DAY_MS;
  if (due)
    await touchDevice(app.stores.main, device.id, {
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + DEVICE_LIFE_MS),
    });
  return {
    actor: await actorOf(app.stores.main, person.id, device.participationId),
    signedIn: {
      deviceId: device.id,
      personId: person.id,
      name: person.name,
      locale: person.locale,
      inPerson: device.participationId === null,
    },
    renewedToken: due ? token : null,
  };
}

/** A person with the roles they hold now; with `only`, as seen from a device that opens that one participation. */
export async function actorOf(db: Main, personId: PersonId, only: ParticipationId | null = null): Promise<Actor> {
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
