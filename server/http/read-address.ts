import { data } from "@remix-run/node";
import { type Id, readId } from "~/app/domain/kernel/ids";
import { statusOf } from "./reply";

/** The parts of our addresses that are ids, and of what. */
interface AddressIds {
  readonly assemblyId: Id<"assembly">;
  readonly sessionId: Id<"session">;
  readonly drawId: Id<"draw">;
  readonly materialId: Id<"material">;
  readonly taskId: Id<"learning-task">;
  readonly recommendationId: Id<"recommendation">;
  readonly voteId: Id<"vote">;
}

type Params = Readonly<Record<string, string | undefined>>;

/** The ids in an address, by the names of its parts; null where one of them is none. */
export function findAddress<Name extends keyof AddressIds>(
  params: Params,
  ...names: readonly Name[]
): Pick<AddressIds, Name> | null {
  const ids = names.map((name) => [name, readId(params[name])] as const);
  return ids.some(([, id]) => id === null) ? null : (Object.fromEntries(ids) as Pick<AddressIds, Name>);
}

/** The ids in the address of a page; of an address that holds none there is no page (`not-found`). */
export function readAddress<Name extends keyof AddressIds>(
  params: Params,
  ...names: readonly Name[]
): Pick<AddressIds, Name> {
  const found = findAddress(params, ...names);
  if (found) return found;
  const refusal = { code: "not-found" } as const;
  throw data({ refusal }, { status: statusOf(refusal) });
}
