import { createHash } from "node:crypto";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { mergeUpdates } from "yjs";
import { textFields } from "~/app/domain/drafting/revision-content";
import { plainText } from "~/app/domain/drafting/rich-text";
import { canonicalJson } from "~/app/domain/kernel/canonical-json";
import { newId } from "~/app/domain/kernel/ids";
import { listDocumentUpdates } from "~/db/repositories/document-update";
import type { RecommendationRow } from "~/db/repositories/recommendation";
import { findRevision } from "~/db/repositories/revision";
import type { Caller } from "../../context";
import { thawDrafts } from "../../jobs/thaw-drafts";
import { readTexts } from "../../kernel/draft/read-texts";
import { type BuiltAssembly, buildAssembly, type Somebody } from "../../testing/build-assembly";
import { buildDraft, readDraft, writeParagraph } from "../../testing/build-drafting";
import { runJob } from "../../testing/run-job";
import { type TestApp, testApp } from "../../testing/test-app";
import { editFields } from "./edit-fields";
import { lockRecommendation } from "./lock-recommendation";
import { documentOf } from "./settle-document";
import { unlockRecommendation } from "./unlock-recommendation";

let world: TestApp;
let built: BuiltAssembly;
let author: Somebody;
let draft: RecommendationRow;
beforeEach(async () => {
  world = await testApp();
  built = await buildAssembly(world, { members: 2, facilitators: 1, seats: 2, phase: "drafting" });
  const [first] = built.members;
  if (!first) throw new Error("no member");
  author = first;
  draft = await buildDraft(world, built, author);
});
afterEach(() => world.dispose());

const code = (result: { ok: boolean; refusal?: { code: string } }): string =>
  result.ok ? "accepted" : (result.refusal?.code ?? "");

const orderOf = ({ assemblyId, id }: RecommendationRow) => ({ assemblyId, recommendationId: id });
const lock = (caller: Caller, row = draft, commandId = world.commandId()) =>
  lockRecommendation(caller, commandId, orderOf(row));
const unlock = (caller: Caller, reason = "Une coquille") =>
  unlockRecommendation(caller, world.commandId(), { ...orderOf(draft), reason });
const type = (words: string) => writeParagraph(world, draft, { by: author, words });

async function revisionOf(row: RecommendationRow) {
  const { revisionId } = await readDraft(world, row.id);
  const revision = revisionId && (await findRevision(world.app.stores.main, revisionId));
  if (!revision) throw new Error("not locked");
  return revision;
}

describe("locking", () => {
  test("stores every field as canonical text with its fingerprint, and freezes the shared text", async () => {
    const sequence = await type("Créer un fonds.");
    await editFields(author, world.commandId(), { ...orderOf(draft), edits: { cost: { from: "", to: "2 M€" } } });
    expect(code(await lock(author))).toBe("accepted");
    const revision = await revisionOf(draft);
    const { state } = await world.app.documents.read(draft.documentId);
    const content = { title: draft.title, addressee: "", cost: "2 M€", ...readTexts(state) };
    expect(revision).toMatchObject({ sequence, content: canonicalJson(content) });
    expect(revision.contentHash).toBe(createHash("sha256").update(revision.content).digest("hex"));
    expect(world.announced.slice(-2).map(({ type }) => type)).toEqual(["recommendation-locked", "text-locked"]);
    await expect(type("Trop tard.")).rejects.toThrow("locked");
  });

  test("asks for a title and for what is asked, and leaves the text open", async () => {
    expect(await lock(author)).toMatchObject({ refusal: { code: "action-missing", field: "action" } });
    await type("Créer un fonds.");
    await editFields(author, world.commandId(), {
      ...orderOf(draft),
      edits: { title: { from: draft.title, to: " " } },
    });
    expect(await lock(author)).toMatchObject({ refusal: { code: "title-missing", field: "title" } });
    await type("Et le tenir.");
  });

  test("refuses when a field is not what the screen showed", async () => {
    await type("Créer un fonds.");
    const seen = { title: "Un autre titre", addressee: "", cost: "" };
    const result = await lockRecommendation(author, world.commandId(), { ...orderOf(draft), seen });
    expect(result).toMatchObject({ refusal: { code: "changed-meanwhile", field: "title" } });
    await type("Toujours ouvert.");
  });

  test("is for authors, facilitators and organisers of this assembly, in the phases of writing", async () => {
    await type("Créer un fonds.");
    const [, other] = built.members;
    if (!other) throw new Error("no second member");
    expect(code(await lock(other))).toBe("not-your-group");
    expect(code(await lock(world.visitor()))).toBe("sign-in-needed");
    expect(code(await lock(await built.join("observer")))).toBe("role-not-permitted");
    expect(code(await lock(await world.as(await world.person("Une inconnue"))))).toBe("assembly-unknown");
    const unknown = { ...draft, id: newId<"recommendation">(world.random) };
    expect(code(await lock(author, unknown))).toBe("recommendation-unknown");
    await built.open("decision");
    expect(code(await lock(author))).toBe("phase-not-open");
    expect((await readDraft(world, draft.id)).state).toBe("draft");
  });

  test("twice at once locks once, and the text stays frozen", async () => {
    await type("Créer un fonds.");
    const both = await Promise.all([lock(author), lock(built.organiser)]);
    expect(both.map(code).sort()).toEqual(["accepted", "document-locked"]);
    await expect(type("Trop tard.")).rejects.toThrow("locked");
    expect((await readDraft(world, draft.id)).version).toBe(draft.version + 1);
  });

  test("the same command again gets the first answer", async () => {
    await type("Créer un fonds.");
    const commandId = world.commandId();
    const first = await lock(author, draft, commandId);
    expect(await lock(author, draft, commandId)).toEqual(first);
    expect(code(await lock(author))).toBe("document-locked");
  });
});

describe("unlocking", () => {
  test("is for organisers, with a reason; the text can be written again and the revision stays", async () => {
    await type("Créer un fonds.");
    await lock(author);
    const revision = await revisionOf(draft);
    expect(code(await unlock(author))).toBe("role-not-permitted");
    expect(code(await unlock(built.organiser, "  "))).toBe("reason-missing");
    expect(code(await unlock(built.organiser))).toBe("accepted");
    expect(await readDraft(world, draft.id)).toMatchObject({ state: "draft", revisionId: null });
    expect(await findRevision(world.app.stores.main, revision.id)).toBeDefined();
    await type("Et le tenir.");
    expect(code(await unlock(built.organiser))).toBe("not-locked");
  });

  test("a draft whose lock was cut short is opened again at the second run of the job", async () => {
    await type("Créer un fonds.");
    await world.app.documents.lock(documentOf(draft));
    const job = thawDrafts(world.app);
    await runJob(job, world.app);
    await expect(type("Encore gelé.")).rejects.toThrow("locked");
    await runJob(job, world.app);
    await type("De nouveau ouvert.");
  });
});

test("the locked text equals the shared text at its sequence, whatever is being written meanwhile", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...textFields), fc.string({ minLength: 1, maxLength: 6 })), { maxLength: 6 }),
      fc.nat(6),
      async (writes, at) => {
        const row = await buildDraft(world, built, author);
        await writeParagraph(world, row, { by: author, words: "Créer un fonds." });
        const underWay: Promise<unknown>[] = [];
        let locking: ReturnType<typeof lock> | null = null;
        for (const [index, [field, words]] of writes.entries()) {
          if (index === at) locking = lock(author, row);
          underWay.push(writeParagraph(world, row, { by: author, field, words }).catch(() => null));
          if (index % 2 === 0) await Promise.resolve();
        }
        const locked = await (locking ?? lock(author, row));
        await Promise.all(underWay);
        expect(code(locked)).toBe("accepted");
        const revision = await revisionOf(row);
        const updates = await listDocumentUpdates(world.app.stores.documents, row.documentId);
        expect(updates.at(-1)?.sequence).toBe(revision.sequence);
        const texts = readTexts(mergeUpdates(updates.map(({ update }) => update)));
        const { title, addressee, cost } = row;
        expect(revision.content).toBe(canonicalJson({ title, addressee, cost, ...texts }));
        expect(plainText(texts.action)).toContain("Créer un fonds.");
      },
    ),
    { numRuns: 15 },
  );
});
