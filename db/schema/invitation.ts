import type { AssemblyId, CandidateId, DrawId, Id, ParticipationId, PersonId } from "~/app/domain/kernel/ids";
import { index, table, text, timestamp, uniqueIndex } from "../columns";
import { assembly } from "./assembly";
import { candidate, draw } from "./recruitment";

/** Who was drawn is asked whether they come: by a link, by a letter, by telephone. */
export const invitation = table(
  "invitation",
  {
    id: text("id").$type<Id<"invitation">>().primaryKey(),
    assemblyId: text("assembly_id")
      .$type<AssemblyId>()
      .notNull()
      .references(() => assembly.id),
    drawId: text("draw_id")
      .$type<DrawId>()
      .notNull()
      .references(() => draw.id),
    candidateId: text("candidate_id")
      .$type<CandidateId>()
      .notNull()
      .references(() => candidate.id),
    /** What opens it: the link of the mail, the code of the letter. Both follow from the id and the installation's secret. */
    linkHash: text("link_hash").notNull(),
    codeHash: text("code_hash").notNull(),
    state: text("state").$type<"prepared" | "sent" | "accepted" | "declined" | "unanswered" | "withdrawn">().notNull(),
    sentAt: timestamp("sent_at"),
    sentBy: text("sent_by_means").$type<"mail" | "letter">(),
    /** Where the link was mailed: whoever holds it reads the mails of this address, and of no other. */
    mailedTo: text("mailed_to"),
    deadline: timestamp("deadline"),
    answeredAt: timestamp("answered_at"),
    answeredBy: text("answered_by_means").$type<"link" | "phone">(),
    recordedBy: text("recorded_by").$type<PersonId>(),
    reason: text("reason"),
    replacedBy: text("replaced_by").$type<DrawId>(),
    participationId: text("participation_id").$type<ParticipationId>(),
    createdAt: timestamp("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("invitation_candidate").on(t.drawId, t.candidateId),
    uniqueIndex("invitation_link").on(t.linkHash),
    uniqueIndex("invitation_code").on(t.codeHash),
    index("invitation_assembly").on(t.assemblyId),
  ],
);
