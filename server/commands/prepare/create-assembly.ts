import { instantOf, type LocalDate } from "~/app/domain/assembly/local-date";
import { mayOrganise } from "~/app/domain/assembly/permits";
import { type Plan, planFromTemplate } from "~/app/domain/assembly/plan-from-template";
import { type AssemblySettings, checkSettings } from "~/app/domain/assembly/settings";
import type { TemplateName } from "~/app/domain/assembly/template";
import { type AssemblyId, type CommandId, newId, type OrganisationId, type PersonId } from "~/app/domain/kernel/ids";
import { inLocale } from "~/app/domain/kernel/locale";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import type { MainTx } from "~/db/connect";
import { insertAssembly, slugsLike } from "~/db/repositories/assembly";
import { insertParticipation } from "~/db/repositories/participation";
import { appendPhaseChange, insertPhase } from "~/db/repositories/phase";
import type { Caller } from "../../context";
import { carryOut, type Done } from "../../kernel/carry-out";
import { freeSlug, makeSlug } from "./make-slug";
import { savePlannedSession } from "./save-planned-session";

export interface NewAssembly extends AssemblySettings {
  readonly organisationId: OrganisationId;
  readonly template: TemplateName;
  /** The first day of the preparation. */
  readonly startsOn: LocalDate;
}

type Created = { readonly assemblyId: AssemblyId };

/**
 * Makes an assembly from a template, with its itinerary and sessions; its maker becomes an organiser of it, and the preparation is
 * open. Refuses strangers to the organisation (`role-not-permitted`) and what `checkSettings` refuses.
 */
export async function createAssembly(
  caller: Caller,
  commandId: CommandId | null,
  input: NewAssembly,
): Promise<Result<Created>> {
  return carryOut(caller, { commandId, action: "assembly.create" }, async (tx): Promise<Result<Done<Created>>> => {
    const { actor } = caller;
    const permitted = mayOrganise(actor, input.organisationId);
    if (!permitted.ok) return permitted;
    if (actor.kind !== "person") return refuse("sign-in-needed");
    const checked = checkSettings(input);
    if (!checked.ok) return checked;
    const plan = planFromTemplate(input.template, input.startsOn, caller.app.random);
    const made = await saveAssembly(tx, caller, { input, plan, by: actor.personId });
    return accept({
      value: { assemblyId: made },
      journal: [
        {
          action: "assembly.create",
          assemblyId: made,
          subject: { kind: "assembly", id: made },
          data: { template: input.template, seats: input.seats },
        },
      ],
      rightsChanged: [actor.personId],
    });
  });
}

async function saveAssembly(
  tx: MainTx,
  { app }: Caller,
  { input, plan, by }: { readonly input: NewAssembly; readonly plan: Plan; readonly by: PersonId },
): Promise<AssemblyId> {
  const { startsOn, ...settings } = input;
  const { timeZone } = settings;
  const [assemblyId, at] = [newId<"assembly">(app.random), app.clock.now()];
  const slug = makeSlug(inLocale(input.title, input.languages[0] ?? "fr"));
  await insertAssembly(tx, {
    ...settings,
    id: assemblyId,
    slug: freeSlug(slug, await slugsLike(tx, slug)),
    languages: [...input.languages],
    createdAt: at,
    createdBy: by,
    version: 1,
  });
  for (const [position, { id, kind, from, to }] of plan.itinerary.entries()) {
    const [startsAt, endsAt] = [instantOf(from, "00:00", timeZone), instantOf(to, "23:59", timeZone)];
    await insertPhase(tx, { id, assemblyId, kind, position, startsAt, endsAt });
  }
  const first = plan.itinerary.slice(0, 1).map(({ id }) => id);
  const change = { id: newId<"phase-change">(app.random), assemblyId, ordinal: 1, by, at };
  await appendPhaseChange(tx, { ...change, from: [], to: first, reason: null, undoes: null });
  await insertParticipation(tx, organiserRow({ id: newId(app.random), assemblyId, personId: by, createdAt: at }));
  for (const session of plan.sessions) {
    await savePlannedSession(tx, app.random, { assemblyId, timeZone, session, itinerary: plan.itinerary });
  }
  return assemblyId;
}

function organiserRow(
  row: Pick<Parameters<typeof insertParticipation>[1], "id" | "assemblyId" | "personId" | "createdAt">,
) {
  return { ...row, role: "organiser", seat: null, state: "active", namePublic: false, endedAt: null } as const;
}
