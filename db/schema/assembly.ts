import type { NotesReaders } from "~/app/domain/assembly/notes-readers";
import type { PhaseKind } from "~/app/domain/assembly/phase";
import type { Role } from "~/app/domain/assembly/role";
import type { AssemblyId, Id, OrganisationId, ParticipationId, PersonId, PhaseId } from "~/app/domain/kernel/ids";
import { boolean, index, integer, json, table, text, timestamp, uniqueIndex } from "../columns";
import { languages, localised } from "../shapes/localised";
import { idsOf } from "../shapes/plain";
import { organisation, person } from "./people";

export const assembly = table(
  "assembly",
  {
    id: text("id").$type<AssemblyId>().primaryKey(),
    organisationId: text("organisation_id")
      .$type<OrganisationId>()
      .notNull()
      .references(() => organisation.id),
    slug: text("slug").notNull(),
    template: text("template").$type<"online-assembly" | "student-convention">().notNull(),
    title: json("title", localised).notNull(),
    question: json("question", localised).notNull(),
    languages: json("languages", languages).notNull(),
    timeZone: text("time_zone").notNull(),
    seats: integer("seats").notNull(),
    groupSize: integer("group_size").notNull(),
    authorityName: json("authority_name", localised).notNull(),
    commitment: json("commitment", localised).notNull(),
    contactName: text("contact_name").notNull(),
    contactPhone: text("contact_phone").notNull(),
    contactEmail: text("contact_email").notNull(),
    /** Who reads the notes of the tables of sessions that are still to begin, once those are over. */
    notesReaders: text("notes_readers").$type<NotesReaders>().notNull().default("table"),
    createdAt: timestamp("created_at").notNull(),
    createdBy: text("created_by")
      .$type<PersonId>()
      .notNull()
      .references(() => person.id),
    version: integer("version").notNull(),
  },
  (t) => [uniqueIndex("assembly_slug").on(t.slug), index("assembly_organisation").on(t.organisationId)],
);

export const phase = table(
  "phase",
  {
    id: text("id").$type<PhaseId>().primaryKey(),
    assemblyId: text("assembly_id")
      .$type<AssemblyId>()
      .notNull()
      .references(() => assembly.id),
    kind: text("kind").$type<PhaseKind>().notNull(),
    position: integer("position").notNull(),
    startsAt: timestamp("starts_at").notNull(),
    endsAt: timestamp("ends_at").notNull(),
  },
  (t) => [index("phase_assembly").on(t.assemblyId)],
);

/** Append-only: which phases were open before and after; the last row says which are open now. */
export const phaseChange = table(
  "phase_change",
  {
    id: text("id").$type<Id<"phase-change">>().primaryKey(),
    assemblyId: text("assembly_id")
      .$type<AssemblyId>()
      .notNull()
      .references(() => assembly.id),
    ordinal: integer("ordinal").notNull(),
    from: json("from_phases", idsOf<PhaseId>()).notNull(),
    to: json("to_phases", idsOf<PhaseId>()).notNull(),
    by: text("by_person").$type<PersonId>().notNull(),
    at: timestamp("at").notNull(),
    reason: text("reason"),
    undoes: text("undoes").$type<Id<"phase-change">>(),
  },
  (t) => [uniqueIndex("phase_change_ordinal").on(t.assemblyId, t.ordinal)],
);

/** A person's role in one assembly. A member's seat number is theirs for the life of the assembly. */
export const participation = table(
  "participation",
  {
    id: text("id").$type<ParticipationId>().primaryKey(),
    assemblyId: text("assembly_id")
      .$type<AssemblyId>()
      .notNull()
      .references(() => assembly.id),
    personId: text("person_id")
      .$type<PersonId>()
      .notNull()
      .references(() => person.id),
    role: text("role").$type<Role>().notNull(),
    seat: integer("seat"),
    state: text("state").$type<"active" | "withdrawn">().notNull(),
    namePublic: boolean("name_public").notNull(),
    createdAt: timestamp("created_at").notNull(),
    endedAt: timestamp("ended_at"),
  },
  (t) => [
    uniqueIndex("participation_role").on(t.assemblyId, t.personId, t.role),
    uniqueIndex("participation_seat").on(t.assemblyId, t.seat),
    index("participation_person").on(t.personId),
  ],
);

/** A link that invites one person to a role of the team: 128-bit, single use, expiring, revocable. */
export const teamLink = table(
  "team_link",
  {
    id: text("id").$type<Id<"team-link">>().primaryKey(),
    assemblyId: text("assembly_id")
      .$type<AssemblyId>()
      .notNull()
      .references(() => assembly.id),
    role: text("role").$type<Role>().notNull(),
    forName: text("for_name").notNull(),
    forEmail: text("for_email"),
    tokenHash: text("token_hash").notNull(),
    createdBy: text("created_by").$type<PersonId>().notNull(),
    createdAt: timestamp("created_at").notNull(),
    expiresAt: timestamp("expires_at").notNull(),
    usedAt: timestamp("used_at"),
    usedBy: text("used_by").$type<PersonId>(),
    revokedAt: timestamp("revoked_at"),
  },
  (t) => [uniqueIndex("team_link_token").on(t.tokenHash), index("team_link_assembly").on(t.assemblyId)],
);
