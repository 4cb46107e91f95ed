import type { Localised } from "~/app/domain/kernel/locale";
import { accept, type Result } from "~/app/domain/kernel/result";
import { provenSoFar } from "~/app/domain/recruitment/proven-so-far";
import { type DrawAlgorithm, drawAlgorithms } from "~/app/domain/sortition/draw-request";
import { listDrawsWithReports } from "~/db/repositories/draw";
import { listMaterials } from "~/db/repositories/material";
import { findOrganisation } from "~/db/repositories/organisation";
import { findPool } from "~/db/repositories/pool";
import { listQuotas } from "~/db/repositories/quota";
import { listPublicNames, listSeatedFeatures } from "~/db/repositories/seated-features";
import { listSessions } from "~/db/repositories/session-calendar";
import type { App } from "../../context";
import { publicAssembly } from "./public-assembly";

/** What the frame and the first page of a public site show. */
export async function siteHome({ stores: { main } }: App, slug: string) {
  const found = await publicAssembly(main, slug, "home");
  if (!found.ok) return found;
  const { assembly, phases, openPhases, parts } = found.value;
  const organisation = await findOrganisation(main, assembly.organisationId);
  const sessions = await listSessions(main, assembly.id);
  return accept({
    parts,
    slug,
    title: assembly.title,
    question: assembly.question,
    languages: assembly.languages,
    timeZone: assembly.timeZone,
    seats: assembly.seats,
    authorityName: assembly.authorityName,
    commitment: assembly.commitment,
    contact: { name: assembly.contactName, phone: assembly.contactPhone, email: assembly.contactEmail },
    organisation: organisation?.name ?? "",
    legalNotice: organisation?.legalNotice ?? {},
    privacy: organisation?.privacy ?? {},
    phases: phases.map(({ id, kind, startsAt, endsAt }) => ({
      id,
      kind,
      startsAtMs: startsAt.getTime(),
      endsAtMs: endsAt.getTime(),
      open: openPhases.includes(id),
    })),
    sessions: sessions.map(({ id, title, startsAt, endsAt, place }) => ({
      id,
      title,
      startsAtMs: startsAt.getTime(),
      endsAtMs: endsAt.getTime(),
      place,
    })),
  });
}

export interface FeatureCounts {
  readonly feature: string;
  readonly rows: readonly {
    readonly value: string;
    readonly min: number;
    readonly max: number;
    readonly seated: number;
  }[];
}

export interface SiteDraw {
  readonly seats: number;
  readonly volunteers: number | null;
  readonly seated: number;
  readonly features: readonly FeatureCounts[];
  readonly draws: readonly {
    ordinal: number;
    kind: "first" | "again" | "replacement" | "alternates";
    atMs: number;
    /** People drawn by it: a replacement keeps the others' seats. */
    drawn: number;
    algorithm: DrawAlgorithm | null;
    /** The smallest chance anybody had whom a panel could contain; nothing where chances were not made equal. */
    smallestChance: number | null;
    /** When the calculation was stopped before its end; the smallest chance is then counted in its list. */
    stoppedAtMs: number | null;
    seed: string;
    inputsHash: string;
    reason: string | null;
  }[];
  /** Only members who consented. */
  readonly names: readonly string[];
}

/** How people were drawn: counts per feature, the draws on record, and the names of those who consented. */
export async function siteDraw({ stores: { main } }: App, slug: string): Promise<Result<SiteDraw>> {
  const found = await publicAssembly(main, slug, "draw");
  if (!found.ok) return found;
  const { id, seats } = found.value.assembly;
  const [quotas, people] = [await listQuotas(main, id), await listSeatedFeatures(main, id)];
  const features = [...new Set(quotas.map(({ feature }) => feature))].map((feature) => ({
    feature,
    rows: quotas
      .filter((quota) => quota.feature === feature)
      .map(({ value, min, max }) => ({
        value,
        min,
        max,
        seated: people.filter((one) => one[feature] === value).length,
      })),
  }));
  const draws = await listDrawsWithReports(main, id);
  return accept({
    seats,
    volunteers: (await findPool(main, id))?.people ?? null,
    seated: people.length,
    features,
    draws: draws.map(drawInPublic),
    names: (await listPublicNames(main, id)).map(({ name }) => name),
  });
}

function drawInPublic(draw: Awaited<ReturnType<typeof listDrawsWithReports>>[number]): SiteDraw["draws"][number] {
  const { ordinal, kind, at, report: record, seed, inputsHash, reason, stoppedAt } = draw;
  const algorithm = drawAlgorithms.find((one) => one === draw.algorithm) ?? null;
  const counted = stoppedAt && algorithm ? provenSoFar(record, algorithm)?.reached : undefined;
  return {
    ordinal,
    kind,
    atMs: at.getTime(),
    drawn: record.drawn,
    algorithm,
    smallestChance: record.equalised ? (counted ?? record.minProbability) : null,
    stoppedAtMs: stoppedAt?.getTime() ?? null,
    seed,
    inputsHash,
    reason,
  };
}

export interface SiteMaterial {
  readonly id: string;
  readonly kind: "reading" | "video" | "pdf";
  readonly title: Localised;
  readonly body: Localised;
  readonly url: string | null;
  readonly minutes: number;
}

/** What members learnt from, as far as it is public. */
export async function siteMaterials({ stores: { main } }: App, slug: string): Promise<Result<readonly SiteMaterial[]>> {
  const found = await publicAssembly(main, slug, "materials");
  if (!found.ok) return found;
  const materials = await listMaterials(main, found.value.assembly.id);
  return accept(
    materials
      .filter((material) => material.public)
      .map(({ id, kind, title, body, url, minutes }) => ({ id, kind, title, body, url, minutes })),
  );
}
