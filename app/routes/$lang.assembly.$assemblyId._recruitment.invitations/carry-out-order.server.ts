import type { AssemblyId } from "~/app/domain/kernel/ids";
import { fromLocalDateTime } from "~/app/domain/kernel/local-date-time";
import { type Result, refuse } from "~/app/domain/kernel/result";
import { closeUnanswered } from "~/server/commands/recruit/close-unanswered";
import { deleteUndrawn } from "~/server/commands/recruit/delete-undrawn";
import { planUndrawnDeletion } from "~/server/commands/recruit/plan-undrawn-deletion";
import { recordAnswer } from "~/server/commands/recruit/record-answer";
import { sendInvitations } from "~/server/commands/recruit/send-invitations";
import { startDraw } from "~/server/commands/recruit/start-draw";
import { withdrawMember } from "~/server/commands/recruit/withdraw-member";
import type { Caller } from "~/server/context";
import type { InvitationsOrder } from "./form";

interface Place {
  readonly assemblyId: AssemblyId;
  readonly timeZone: string;
}

/** Has one order of the page carried out. */
export async function carryOutOrder(
  caller: Caller,
  order: InvitationsOrder,
  { assemblyId, timeZone }: Place,
): Promise<Result<unknown>> {
  const { commandId } = order;
  switch (order.intent) {
    case "send":
    case "send-again": {
      const deadlineMs = fromLocalDateTime(order.deadline, timeZone);
      if (deadlineMs === undefined) return refuse("date-invalid", {}, "deadline");
      const to = order.intent === "send" ? "prepared" : "waiting";
      return sendInvitations(caller, commandId, { assemblyId, deadlineMs, locale: order.language, to });
    }
    case "close":
      return closeUnanswered(caller, commandId, { assemblyId });
    case "replace":
      return startDraw(caller, commandId, { assemblyId, what: "replacement", reason: "" });
    case "alternates":
      return startDraw(caller, commandId, { assemblyId, what: "alternates", reason: "", count: order.count });
    case "record-yes":
    case "record-no":
      return recordAnswer(caller, commandId, {
        assemblyId,
        invitationId: order.invitationId,
        answer: order.intent === "record-yes" ? "accepted" : "declined",
        namePublic: order.namePublic === "on",
      });
    case "withdraw": {
      const { invitationId } = order;
      return withdrawMember(caller, commandId, { assemblyId, invitationId, reason: order.reason });
    }
    case "plan-deletion": {
      const atMs = fromLocalDateTime(`${order.deleteAt.slice(0, 10)}T00:00`, timeZone);
      if (atMs === undefined) return refuse("date-invalid", {}, "deleteAt");
      return planUndrawnDeletion(caller, commandId, { assemblyId, atMs });
    }
    case "delete-now":
      return deleteUndrawn(caller, commandId, { assemblyId });
  }
}
