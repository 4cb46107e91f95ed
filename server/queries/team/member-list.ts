import { permits } from "~/app/domain/assembly/permits";
import type { AssemblyId, ParticipationId } from "~/app/domain/kernel/ids";
import { accept, type Result } from "~/app/domain/kernel/result";
import { listCards } from "~/db/repositories/card";
import { lastSeenOf } from "~/db/repositories/device";
import { type DeviceCheckRow, listDeviceChecks } from "~/db/repositories/member-readiness";
import { listParticipants } from "~/db/repositories/participation";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";

export interface MemberLine {
  readonly id: ParticipationId;
  readonly seat: number | null;
  readonly name: string;
  readonly byMail: boolean;
  /** For those at the desk only, to call. */
  readonly phone: string | null;
  readonly byPhone: boolean;
  readonly card: boolean;
  /** To the day. */
  readonly lastSeenAtMs: number | null;
  readonly device: "fine" | "trouble" | null;
}

export interface MemberList {
  readonly members: readonly MemberLine[];
  readonly mayPrint: boolean;
  readonly mayHandOver: boolean;
}

/** The members by seat, and how each can be reached. Addresses are never shown. Refuses as `authorise` does. */
export async function memberList(
  { app, actor }: Caller,
  { assemblyId, search }: { readonly assemblyId: AssemblyId; readonly search: string },
): Promise<Result<MemberList>> {
  const { main } = app.stores;
  const authorised = await authorise(main, actor, { action: "member.see", assemblyId });
  if (!authorised.ok) return authorised;
  const may = (action: "card.print" | "device.sign-in-at-desk" | "device-check.see") =>
    permits(actor, action, authorised.value.scope).ok;
  const members = (await listParticipants(main, assemblyId)).filter(({ role }) => role === "member");
  const ids = members.map(({ personId }) => personId);
  const cards = new Set(
    (
      await listCards(
        main,
        members.map(({ id }) => id),
      )
    ).map(({ participationId }) => participationId),
  );
  const seen = await lastSeenOf(main, ids);
  const checks = may("device-check.see") ? await listDeviceChecks(main, assemblyId) : [];
  const checkOf = new Map(checks.map((check) => [check.participationId, check]));
  const atDesk = may("device.sign-in-at-desk");
  const lines = members.map((member) => ({
    id: member.id,
    seat: member.seat,
    name: member.name,
    byMail: member.email !== null,
    byPhone: member.phone !== null,
    phone: atDesk ? member.phone : null,
    card: cards.has(member.id),
    lastSeenAtMs: seen.get(member.personId)?.getTime() ?? null,
    device: stateOf(checkOf.get(member.id)),
  }));
  return accept({
    members: lines.filter((line) => matches(line, search)),
    mayPrint: may("card.print"),
    mayHandOver: atDesk,
  });
}

function stateOf(check: DeviceCheckRow | undefined): MemberLine["device"] {
  if (!check) return null;
  const fine = check.camera && check.speaker && (check.microphoneLevel ?? 0) > 0 && !check.trouble;
  return fine ? "fine" : "trouble";
}

/** Every word searched is in the name (accents and case apart), or is the seat. */
function matches({ name, seat }: Pick<MemberLine, "name" | "seat">, search: string): boolean {
  const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const words = plain(search).split(/\s+/).filter(Boolean);
  return words.every((word) => plain(name).includes(word) || String(seat) === word);
}
