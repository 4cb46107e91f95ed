import type { RevisionContent } from "~/app/domain/drafting/revision-content";
import { canonicalJson } from "~/app/domain/kernel/canonical-json";
import { type AssemblyId, newId, type PersonId, type RecommendationId } from "~/app/domain/kernel/ids";
import type { Random } from "~/app/domain/kernel/random";
import type { MainDb } from "../connect";
import { recommendation, revision } from "../schema/drafting";

interface World {
  readonly app: { readonly stores: { readonly main: MainDb }; readonly clock: { now(): Date } };
  readonly random: Random;
}

/** A recommendation with a locked text, for tests of what comes after drafting. */
export async function insertLockedRecommendation(
  { app, random }: World,
  assemblyId: AssemblyId,
  { number, title }: { readonly number: number; readonly title: string },
): Promise<RecommendationId> {
  const { main } = app.stores;
  const at = app.clock.now();
  const id = newId<"recommendation">(random);
  const revisionId = newId<"revision">(random);
  const by = newId<"person">(random) as PersonId;
  await main.insert(recommendation).values({
    id,
    assemblyId,
    number,
    groupId: null,
    documentId: newId<"document">(random),
    title,
    addressee: "La présidence de l’université",
    cost: "",
    language: "fr",
    state: "locked",
    revisionId,
    createdBy: by,
    createdAt: at,
    version: 1,
  });
  const empty = { type: "doc" };
  const frozen: RevisionContent = {
    ...{ title, addressee: "La présidence de l’université", cost: "" },
    ...{ action: empty, reasons: empty, tradeOffs: empty },
  };
  const content = canonicalJson(frozen);
  await main
    .insert(revision)
    .values({ id: revisionId, recommendationId: id, sequence: 1, content, contentHash: `hash-${number}`, by, at });
  return id;
}
