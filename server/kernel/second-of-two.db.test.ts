import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DAY_MS } from "~/app/domain/kernel/clock";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import type { Result } from "~/app/domain/kernel/result";
import { someSettings } from "~/app/domain/testing/assembly";
import { aPoolFile, somePoolQuotas } from "~/app/domain/testing/recruitment";
import { insertLockedRecommendation } from "~/db/testing/locked-recommendation";
import { answerTask } from "../commands/learn/answer-task";
import { editMaterial } from "../commands/learn/edit-material";
import { editTask } from "../commands/learn/edit-task";
import { removeStep } from "../commands/learn/remove-step";
import { editAgenda } from "../commands/prepare/edit-agenda";
import { editItinerary } from "../commands/prepare/edit-itinerary";
import { editOrganisation } from "../commands/prepare/edit-organisation";
import { editSession } from "../commands/prepare/edit-session";
import { editSettings } from "../commands/prepare/edit-settings";
import { removeSession } from "../commands/prepare/remove-session";
import { discardUpload } from "../commands/recruit/discard-upload";
import { editQuotas } from "../commands/recruit/edit-quotas";
import { startImport } from "../commands/recruit/start-import";
import { uploadPool } from "../commands/recruit/upload-pool";
import { recordResponse } from "../commands/site/record-response";
import { prepareVote } from "../commands/vote/prepare-vote";
import type { Caller } from "../context";
import { editedStep } from "../queries/learn/edit-step";
import { taskPage } from "../queries/learn/task-page";
import { assemblySettings } from "../queries/prepare/assembly-settings";
import { calendar } from "../queries/prepare/calendar";
import { myOrganisations } from "../queries/prepare/my-organisations";
import { columnsPage } from "../queries/recruit/columns-page";
import { poolPage } from "../queries/recruit/pool-page";
import { quotasPage } from "../queries/recruit/quotas-page";
import { siteDesk } from "../queries/site/site-desk";
import { voteList } from "../queries/vote/vote-list";
import { type BuiltAssembly, buildAssembly } from "../testing/build-assembly";
import { type TestApp, testApp } from "../testing/test-app";

let world: TestApp;
let built: BuiltAssembly;
let other: Caller;
beforeEach(async () => {
  world = await testApp();
  built = await buildAssembly(world, { members: 1, phase: ["recruitment", "skills"], seats: 6, groupSize: 2 });
  other = await built.join("organiser");
});
afterEach(() => world.dispose());

/** A form: what its page sends back, and what it saves. */
interface EditForm {
  /** The mark in the page, as whoever asks sees it now. */
  seen(): Promise<string>;
  /** Saves one of two different versions. */
  save(by: Caller, version: 0 | 1, seen: string): Promise<Result<unknown>>;
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}
const id = () => world.commandId();
const words = ["Un", "Deux"] as const;
const both = (text: string) => ({ fr: text, en: text });
const pool = (people: number) => {
  const { header, rows } = aPoolFile(people);
  return { assemblyId: built.assemblyId, fileName: "pool.csv", header, rows };
};
const material = (title: string) => ({
  kind: "reading" as const,
  title: both(title),
  body: both("Un texte."),
  url: "",
  minutes: 8,
  public: true,
});
const task = (title: string) => ({
  title: both(title),
  prompt: both("Où vivez-vous ?"),
  sharing: "group" as const,
  minutes: 5,
});

async function aMaterial() {
  const { assemblyId, organiser, phases } = built;
  const phaseId = phases.find(({ kind }) => kind === "skills")?.id ?? ("" as never);
  const order = { assemblyId, materialId: null, phaseId, draft: material("Avant") };
  return { assemblyId, phaseId, materialId: must(await editMaterial(organiser, id(), order)).materialId };
}

async function aTask() {
  const { assemblyId, organiser, phases } = built;
  const phaseId = phases.find(({ kind }) => kind === "skills")?.id ?? ("" as never);
  const order = { assemblyId, taskId: null, phaseId, draft: task("Avant") };
  return { assemblyId, phaseId, taskId: must(await editTask(organiser, id(), order)).taskId };
}

async function firstSession() {
  const { sessions } = must(await calendar(built.organiser, built));
  const [session] = sessions;
  if (!session) throw new Error("no session");
  return session;
}

const forms: Record<string, () => Promise<EditForm>> = {
  "settings of an assembly": async () => ({
    seen: async () => must(await assemblySettings(built.organiser, built)).mark,
    save: (by, version, seen) => {
      const settings = someSettings({ seats: 6, groupSize: 2, contactName: words[version] });
      return editSettings(by, id(), { ...settings, assemblyId: built.assemblyId, seen });
    },
  }),
  "texts of an organisation": async () => ({
    seen: async () => must(await myOrganisations(built.organiser))[0]?.mark ?? "",
    save: async (_, version, seen) => {
      const { organisationId, organiser } = built;
      const texts = { name: "Ville", legalNotice: { fr: words[version] }, privacy: {} };
      return editOrganisation(organiser, id(), { ...texts, organisationId, seen });
    },
  }),
  quotas: async () => ({
    seen: async () => must(await quotasPage(built.organiser, built)).mark,
    save: (by, version, seen) => {
      const quotas = somePoolQuotas(6).map((quota) => ({ ...quota, max: 5 + version }));
      return editQuotas(by, id(), { assemblyId: built.assemblyId, quotas, seen });
    },
  }),
  "a file of volunteers": async () => ({
    seen: async () => must(await poolPage(built.organiser, built)).mark,
    save: (by, version, seen) => uploadPool(by, id(), { ...pool(10 + version), seen }),
  }),
  "a document to learn": async () => {
    const { assemblyId, phaseId, materialId } = await aMaterial();
    const step = { kind: "material", id: materialId } as const;
    return {
      seen: async () => must(await editedStep(built.organiser, { assemblyId, step })).mark ?? "",
      save: (by, version, seen) =>
        editMaterial(by, id(), { assemblyId, materialId, phaseId, draft: material(words[version]), seen }),
    };
  },
  "a task to learn": async () => {
    const { assemblyId, phaseId, taskId } = await aTask();
    const step = { kind: "task", id: taskId } as const;
    return {
      seen: async () => must(await editedStep(built.organiser, { assemblyId, step })).mark ?? "",
      save: (by, version, seen) =>
        editTask(by, id(), { assemblyId, taskId, phaseId, draft: task(words[version]), seen }),
    };
  },
  "the own answer to a task, on two devices": async () => {
    const { assemblyId, taskId } = await aTask();
    const [member] = built.members;
    if (!member) throw new Error("no member");
    const order = { assemblyId, taskId, language: "fr", sharing: "group" } as const;
    return {
      seen: async () => must(await taskPage(member, { assemblyId, taskId })).mark,
      save: (_, version, seen) => answerTask(member, id(), { ...order, text: words[version], seen }),
    };
  },
  "a session": async () => {
    const { id: sessionId } = await firstSession();
    return {
      seen: async () => (await firstSession()).mark,
      save: async (by, version, seen) => {
        const { startsAtMs, endsAtMs, place, address } = await firstSession();
        const times = { startsAt: new Date(startsAtMs), endsAt: new Date(endsAtMs) };
        const plan = { ...times, place, address, title: both(words[version]) };
        return editSession(by, id(), { ...plan, assemblyId: built.assemblyId, session: { id: sessionId, seen } });
      },
    };
  },
  "an item of an agenda": async () => {
    const { id: sessionId, agenda } = await firstSession();
    const itemId = agenda[0]?.id ?? ("" as never);
    return {
      seen: async () => (await firstSession()).agenda[0]?.mark ?? "",
      save: (by, version, seen) => {
        const item = { title: both(words[version]), prompt: {}, mode: "plenary", minutes: 10 } as const;
        const edit = { kind: "change", id: itemId, item } as const;
        return editAgenda(by, id(), { assemblyId: built.assemblyId, sessionId, edit, seen });
      },
    };
  },
  "the days of the phases": async () => ({
    seen: async () => must(await calendar(built.organiser, built)).mark,
    save: (by, version, seen) => {
      const last = built.phases.at(-1);
      if (!last) throw new Error("no phase");
      const day = (at: Date, days: number) => new Date(at.getTime() + days * DAY_MS).toISOString().slice(0, 10);
      const dates = [{ id: last.id, from: day(last.startsAt, 1), to: day(last.endsAt, 1 + version) }];
      return editItinerary(by, id(), { assemblyId: built.assemblyId, edit: { kind: "dates", dates }, seen });
    },
  }),
  "the authority's answer to a recommendation": async () => {
    await built.open("publication");
    const { assemblyId } = built;
    const recommendationId = await insertLockedRecommendation(world, assemblyId, { number: 1, title: "Un fonds" });
    return {
      seen: async () => must(await siteDesk(built.organiser, assemblyId)).recommendations[0]?.mark ?? "",
      save: (by, version, seen) => {
        const text = { fr: words[version] };
        const order = { assemblyId, recommendationId, state: "accepted", answeredOn: world.clock.now() } as const;
        return recordResponse(by, id(), { ...order, text, seen });
      },
    };
  },
  "the preparation of a vote": async () => {
    await built.open("decision");
    const { assemblyId } = built;
    await insertLockedRecommendation(world, assemblyId, { number: 1, title: "Un fonds" });
    return {
      seen: async () => must(await voteList(built.organiser, assemblyId)).mark,
      save: (by, version, seen) => {
        const terms = { threshold: "more-than-half", quorumPercent: 50, closesAt: null } as const;
        return prepareVote(by, id(), { ...terms, assemblyId, title: { fr: words[version] }, seen });
      },
    };
  },
};

const outcome = (result: Result<unknown>): string => (result.ok ? "saved" : result.refusal.code);

describe.each(Object.entries(forms))("%s", (_, open) => {
  it("saved by two from the same page is the first one's; the second is told, and may save over it knowingly", async () => {
    const form = await open();
    const seen = await form.seen();
    expect(outcome(await form.save(built.organiser, 0, seen))).toBe("saved");
    const after = await form.seen();
    expect(outcome(await form.save(other, 1, seen))).toBe("changed-meanwhile");
    expect(await form.seen()).toBe(after);
    expect(outcome(await form.save(other, 1, after))).toBe("saved");
  });

  it("saved by two at the same moment is one's, and the other is told", async () => {
    const form = await open();
    const seen = await form.seen();
    const saved = await Promise.all([form.save(built.organiser, 0, seen), form.save(other, 1, seen)]);
    expect(saved.map(outcome).sort()).toEqual(["changed-meanwhile", "saved"]);
  });
});

describe("what somebody else has changed", () => {
  it("is not removed by who has not seen it", async () => {
    const { assemblyId, phaseId, materialId } = await aMaterial();
    const step = { kind: "material", id: materialId } as const;
    const seen = must(await editedStep(other, { assemblyId, step })).mark;
    await editMaterial(built.organiser, id(), { assemblyId, materialId, phaseId, draft: material("Autre") });
    expect(outcome(await removeStep(other, id(), { assemblyId, step, seen }))).toBe("changed-meanwhile");
    const { id: sessionId, version } = await firstSession();
    const edit = { kind: "add", item: { title: both("Un"), prompt: {}, mode: "plenary", minutes: 10 } } as const;
    await editAgenda(built.organiser, id(), { assemblyId, sessionId, version, edit });
    expect(outcome(await removeSession(other, id(), { assemblyId, sessionId, version }))).toBe("changed-meanwhile");
  });

  it("is not taken for what an organiser said of another file's columns", async () => {
    const { assemblyId } = built;
    const { meanings } = aPoolFile(1);
    await uploadPool(other, id(), pool(10));
    const seen = must(await columnsPage(other, { assemblyId })).mark;
    await uploadPool(built.organiser, id(), pool(20));
    expect(outcome(await startImport(other, id(), { assemblyId, meanings, replace: false, seen }))).toBe(
      "changed-meanwhile",
    );
    expect(outcome(await discardUpload(other, id(), { assemblyId, seen }))).toBe("changed-meanwhile");
    expect(must(await poolPage(other, { assemblyId: assemblyId as AssemblyId })).file?.rows).toBe(20);
  });
});
