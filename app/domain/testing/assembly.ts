import type { Itinerary, PlannedPhase } from "../assembly/itinerary";
import { type PhaseKind, phaseKinds } from "../assembly/phase";
import type { AssemblySettings } from "../assembly/settings";
import type { TemplateName } from "../assembly/template";
import type { OrganisationId, PhaseId } from "../kernel/ids";

/** Settings that are accepted: a French and English student convention of 48 in groups of 8. */
export function someSettings(changes: Partial<AssemblySettings> = {}): AssemblySettings {
  return {
    title: { fr: "Convention étudiante sur le logement", en: "Student convention on housing" },
    question: {
      fr: "Comment permettre à chacune et chacun de se loger dignement pendant ses études ?",
      en: "How can every student be decently housed?",
    },
    languages: ["fr", "en"],
    timeZone: "Europe/Paris",
    seats: 48,
    groupSize: 8,
    authorityName: { fr: "La présidence de l'université", en: "The university's presidency" },
    commitment: { fr: "Nous répondrons à chaque recommandation.", en: "We will answer every recommendation." },
    contactName: "Claire Fontaine",
    contactPhone: "01 23 45 67 89",
    contactEmail: "convention@example.org",
    notesReaders: "table",
    ...changes,
  };
}

interface NewAssemblyLike extends AssemblySettings {
  readonly organisationId: OrganisationId;
  readonly template: TemplateName;
  readonly startsOn: string;
}

/** An order for a new assembly that is accepted, once the organisation is the right one. */
export function aNewAssembly(changes: Partial<NewAssemblyLike> = {}): NewAssemblyLike {
  return {
    ...someSettings(),
    organisationId: "organisation" as OrganisationId,
    template: "student-convention",
    startsOn: "2026-03-16",
    ...changes,
  };
}

/** One phase: `aPhase("learning", "2026-03-01", "2026-03-14")`; its id is its kind unless told otherwise. */
export function aPhase(kind: PhaseKind, [from, to]: readonly [string, string], id: string = kind): PlannedPhase {
  return { id: id as PhaseId, kind, from, to };
}

/** Preparation in January, recruitment in February, learning in March, deliberation in April, … : a lawful itinerary. */
export function anItinerary(): Itinerary {
  const kinds = phaseKinds.filter((kind) => kind !== "skills");
  return kinds.map((kind, at) => aPhase(kind, [`2026-0${at + 1}-01`, `2026-0${at + 1}-28`]));
}
