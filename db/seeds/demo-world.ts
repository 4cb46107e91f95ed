import type { Actor } from "~/app/domain/assembly/actor";
import { visitor } from "~/app/domain/assembly/actor";
import { type AssemblyId, type CommandId, newId, type PersonId } from "~/app/domain/kernel/ids";
import { seededRandom } from "~/app/domain/kernel/random";
import type { Result } from "~/app/domain/kernel/result";
import type { App, Caller } from "~/server/context";
import { activeParticipations, organisationsOf } from "../repositories/participation";

/** The application with a clock that the demonstration moves, so that what happened last month is dated last month. */
export interface DemoWorld {
  readonly app: App;
  /** Choices of the story (who declines, who says what): the same in every installation. Ids and secrets stay random. */
  readonly story: ReturnType<typeof seededRandom>;
  travelTo(at: Date): void;
  as(personId: PersonId): Promise<Caller>;
  visitor(): Caller;
  commandId(): CommandId;
}

export function demoWorld(app: App): DemoWorld {
  let at = app.clock.now();
  const travelling: App = {
    ...app,
    clock: { now: () => at },
    // What a job would do, the demonstration does itself, in its own time.
    jobs: { wake: () => undefined, stop: async () => undefined },
  };
  return {
    app: travelling,
    story: seededRandom("convention étudiante sur le logement"),
    travelTo(next) {
      at = next;
    },
    as: async (personId) => ({ app: travelling, actor: await actorOf(travelling, personId) }),
    visitor: () => ({ app: travelling, actor: visitor }),
    commandId: () => newId<"command">(app.random),
  };
}

async function actorOf({ stores: { main } }: App, personId: PersonId): Promise<Actor> {
  const organised = await organisationsOf(main, personId);
  const held = await activeParticipations(main, personId);
  return {
    kind: "person",
    personId,
    organiserOf: organised.map(({ organisationId }) => organisationId),
    participations: held.map(({ id, assemblyId, role }) => ({ participationId: id, assemblyId, role })),
  };
}

/** The value of a command that must not be refused here: a refusal is a mistake in the story, and stops it. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the demonstration was refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** Who is who in the demonstration once it is under way. */
export interface Convention {
  readonly assemblyId: AssemblyId;
  readonly organiser: PersonId;
  readonly team: Readonly<Record<"expert" | "guarantor" | "assistant", PersonId>>;
  readonly facilitators: readonly PersonId[];
}
