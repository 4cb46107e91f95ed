import type { DeviceId, Id, OrganisationId, ParticipationId, PersonId } from "~/app/domain/kernel/ids";
import type { Locale } from "~/app/domain/kernel/locale";
import { index, integer, json, primaryKey, table, text, timestamp, uniqueIndex } from "../columns";
import { localised } from "../shapes/localised";

export const organisation = table("organisation", {
  id: text("id").$type<OrganisationId>().primaryKey(),
  name: text("name").notNull(),
  legalNotice: json("legal_notice", localised).notNull(),
  privacy: json("privacy", localised).notNull(),
  createdAt: timestamp("created_at").notNull(),
});

/** Somebody known to the installation. An address may be shared by a household; a person may have none. */
export const person = table(
  "person",
  {
    id: text("id").$type<PersonId>().primaryKey(),
    name: text("name").notNull(),
    /** Where they are written to. It signs in nobody until `emailProvenAt`, except whoever proves it. */
    email: text("email"),
    /** When they showed that mail to the address reaches them; nothing for what an organiser wrote. */
    emailProvenAt: timestamp("email_proven_at"),
    phone: text("phone"),
    locale: text("locale").$type<Locale>().notNull(),
    createdAt: timestamp("created_at").notNull(),
  },
  (t) => [index("person_email").on(t.email)],
);

export const organisationOrganiser = table(
  "organisation_organiser",
  {
    organisationId: text("organisation_id")
      .$type<OrganisationId>()
      .notNull()
      .references(() => organisation.id),
    personId: text("person_id")
      .$type<PersonId>()
      .notNull()
      .references(() => person.id),
    since: timestamp("since").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.personId] })],
);

/** One mail with a code and a link; spending either spends both. */
export const signInChallenge = table(
  "sign_in_challenge",
  {
    id: text("id").$type<Id<"sign-in-challenge">>().primaryKey(),
    email: text("email").notNull(),
    /** Empty when the mail carried its link alone. */
    codeHash: text("code_hash").notNull(),
    linkHash: text("link_hash").notNull(),
    tries: integer("tries").notNull(),
    createdAt: timestamp("created_at").notNull(),
    expiresAt: timestamp("expires_at").notNull(),
    usedAt: timestamp("used_at"),
    /** Somebody signed in who says the address is theirs: the code then proves it, and signs nobody in. */
    claimedBy: text("claimed_by").$type<PersonId>(),
    /** A hash of where it was asked from. */
    source: text("source_hash"),
  },
  (t) => [
    uniqueIndex("sign_in_challenge_link").on(t.linkHash),
    index("sign_in_challenge_expiry").on(t.expiresAt),
    index("sign_in_challenge_email").on(t.email, t.createdAt),
  ],
);

/**
 * How many mails a key (the hash of an address that is known here, never of another) was asked for in its window. A few rows stand
 * for every address that is not known, so that strangers leave nothing that grows.
 */
export const signInLimit = table("sign_in_limit", {
  key: text("key").primaryKey(),
  windowStart: timestamp("window_start").notNull(),
  used: integer("used").notNull(),
});

/** A signed-in device: the token is only in its cookie. */
export const device = table(
  "device",
  {
    id: text("id").$type<DeviceId>().primaryKey(),
    tokenHash: text("token_hash").notNull(),
    personId: text("person_id")
      .$type<PersonId>()
      .notNull()
      .references(() => person.id),
    label: text("label").notNull(),
    means: text("means")
      .$type<"code" | "link" | "card" | "desk" | "setup" | "team" | "invitation" | "letter" | "demonstration">()
      .notNull(),
    /** The one participation it opens, when somebody else handed the way in over (a card, a letter's code, the desk). */
    participationId: text("participation_id").$type<ParticipationId>(),
    createdAt: timestamp("created_at").notNull(),
    lastSeenAt: timestamp("last_seen_at").notNull(),
    expiresAt: timestamp("expires_at").notNull(),
    endedAt: timestamp("ended_at"),
    /** When its person last proved who they are; null where somebody else handed them the way in (a card, the desk). */
    provenAt: timestamp("proven_at"),
    /** The network it was signed in from, shortened (`networkOf`); forgotten when the device ends. */
    network: text("network"),
    /** When it first showed its cookie under the name of now; null for a device of before, whose old cookie is taken until then. */
    hostCookieAt: timestamp("host_cookie_at"),
  },
  (t) => [
    uniqueIndex("device_token").on(t.tokenHash),
    index("device_person").on(t.personId),
    index("device_expiry").on(t.endedAt, t.expiresAt),
  ],
);

/** A printed card for a member without e-mail: opens that seat and nothing else, until revoked or printed anew. */
export const signInCard = table(
  "sign_in_card",
  {
    id: text("id").$type<Id<"sign-in-card">>().primaryKey(),
    personId: text("person_id")
      .$type<PersonId>()
      .notNull()
      .references(() => person.id),
    /** Nothing on cards printed before cards opened one seat only: those open nothing any more. */
    participationId: text("participation_id").$type<ParticipationId>(),
    codeHash: text("code_hash").notNull(),
    linkHash: text("link_hash").notNull(),
    createdAt: timestamp("created_at").notNull(),
    createdBy: text("created_by").$type<PersonId>().notNull(),
    revokedAt: timestamp("revoked_at"),
  },
  (t) => [
    uniqueIndex("sign_in_card_code").on(t.codeHash),
    uniqueIndex("sign_in_card_link").on(t.linkHash),
    index("sign_in_card_seat").on(t.participationId),
  ],
);

/** The single-use link that makes the first organiser. */
export const setupLink = table("setup_link", {
  tokenHash: text("token_hash").primaryKey(),
  createdAt: timestamp("created_at").notNull(),
  usedAt: timestamp("used_at"),
});
