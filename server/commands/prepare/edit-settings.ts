import { instantOf } from "~/app/domain/assembly/local-date";
import { type AssemblySettings, checkSettings } from "~/app/domain/assembly/settings";
import { keysOf } from "~/app/domain/kernel/entries-of";
import type { AssemblyId, CommandId } from "~/app/domain/kernel/ids";
import { toLocalDateTime } from "~/app/domain/kernel/local-date-time";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import type { MainTx } from "~/db/connect";
import { type AssemblyRow, changeAssembly } from "~/db/repositories/assembly";
import { changePhase, listPhases } from "~/db/repositories/phase";
import { countDraws } from "~/db/repositories/preparation";
import { changeSession, listSessions } from "~/db/repositories/session-calendar";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut, type Done } from "../../kernel/carry-out";
import { settingsMark } from "../../kernel/prepare/settings-mark";
import { checkSeen, type FilledFrom } from "../../kernel/seen";
import { dropKeptDraw } from "../recruit/keep-draw";
import { renewForecast } from "../recruit/renew-forecast";

export interface NewSettings extends AssemblySettings, FilledFrom {
  readonly assemblyId: AssemblyId;
}

type Edited = { readonly version: number };

/**
 * Changes what is said about an assembly. Refuses what `checkSettings` refuses, another number of seats once a panel was drawn
 * (`seats-drawn`), and `changed-meanwhile`. With another time zone, phases and planned sessions keep the hour on the wall clock.
 */
export function editSettings(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId, seen, ...settings }: NewSettings,
): Promise<Result<Edited>> {
  return carryOut(caller, { commandId, action: "assembly.edit" }, async (tx): Promise<Result<Done<Edited>>> => {
    const authorised = await authorise(tx, caller.actor, { action: "assembly.edit", assemblyId });
    if (!authorised.ok) return authorised;
    const { assembly } = authorised.value;
    const same = checkSeen(settingsMark(assembly), seen);
    if (!same.ok) return same;
    const checked = checkSettings(settings);
    if (!checked.ok) return checked;
    if (settings.seats !== assembly.seats && (await countDraws(tx, assemblyId)) > 0) {
      return refuse("seats-drawn", { seats: assembly.seats }, "seats");
    }
    const change = { ...settings, languages: [...settings.languages] };
    if (!(await changeAssembly(tx, assembly, change))) return refuse("changed-meanwhile");
    const reseated = settings.seats !== assembly.seats;
    const wake = reseated ? await renewForecast(tx, caller.app, { id: assemblyId, seats: settings.seats }) : [];
    if (settings.timeZone !== assembly.timeZone) await keepWallClock(tx, assembly, settings.timeZone);
    const changed = keysOf(change).filter(
      (key) => JSON.stringify(sorted(change[key])) !== JSON.stringify(sorted(assembly[key])),
    );
    // Who reads what people wrote is worth more than that it changed.
    const { notesReaders } = settings;
    const data = { changed, ...(changed.includes("notesReaders") && { notesReaders }) };
    return accept({
      value: { version: assembly.version + 1 },
      journal: [
        { action: "assembly.edit", assemblyId, subject: { kind: "assembly", id: assemblyId }, data },
        ...(reseated ? await dropKeptDraw(tx, assemblyId) : []),
      ],
      wake,
    });
  });
}

/** PostgreSQL gives the keys of a JSON value back in its own order. */
function sorted(value: unknown): unknown {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value).sort() : value;
}

async function keepWallClock(tx: MainTx, { id, timeZone: before }: AssemblyRow, after: string): Promise<void> {
  const moved = (at: Date): Date => {
    const local = toLocalDateTime(at.getTime(), before);
    return instantOf(local.slice(0, 10), local.slice(11), after);
  };
  for (const phase of await listPhases(tx, id)) {
    await changePhase(tx, phase.id, { startsAt: moved(phase.startsAt), endsAt: moved(phase.endsAt) });
  }
  for (const session of await listSessions(tx, id)) {
    if (session.state !== "planned") continue;
    await changeSession(tx, session, { startsAt: moved(session.startsAt), endsAt: moved(session.endsAt) });
  }
}
