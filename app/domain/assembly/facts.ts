import type { Id, ParticipationId, RecommendationId, SessionId, VoteId } from "../kernel/ids";
import type { PhaseKind } from "./phase";
import type { AssemblyStream, DocumentStream, TeamStream } from "./streams";

/** What everybody in an assembly may hear of it: the stream `assembly:<id>`. Pages that listen read themselves anew; nothing is folded. */
export type AssemblyFact =
  | {
      readonly type: "phase-advanced";
      readonly payload: { readonly from: readonly PhaseKind[]; readonly to: readonly PhaseKind[] };
    }
  | { readonly type: "session-started" | "session-closed"; readonly payload: { readonly sessionId: SessionId } }
  | { readonly type: "vote-opened" | "vote-closed"; readonly payload: { readonly voteId: VoteId } }
  | {
      readonly type: "recommendation-started" | "recommendation-locked" | "recommendation-unlocked";
      readonly payload: { readonly recommendationId: RecommendationId; readonly number: number };
    };

/** What those who may read the journal hear: the stream `team:<id>`. */
export type TeamFact =
  | { readonly type: "pool-imported"; readonly payload: { readonly people: number } }
  | { readonly type: "draw-started" | "draw-ended"; readonly payload: { readonly runId: Id<"draw-run"> } }
  | {
      readonly type: "invitation-accepted" | "invitation-declined" | "invitation-withdrawn";
      readonly payload: { readonly seat: number | null };
    }
  | { readonly type: "invitation-unanswered"; readonly payload: { readonly closed: number } };

/** What may change who writes in a text, and its short fields: the stream `document:<id>`, of those who may read it. */
export type DocumentFact =
  | { readonly type: "text-locked" | "text-unlocked"; readonly payload: null }
  | { readonly type: "author-added"; readonly payload: { readonly participationId: ParticipationId } }
  | { readonly type: "fields-edited"; readonly payload: { readonly version: number } };

/** A fact on the one kind of stream where it may stand: a fact without an audience cannot be written down. */
export type PageFact =
  | ({ readonly stream: AssemblyStream } & AssemblyFact)
  | ({ readonly stream: TeamStream } & TeamFact)
  | ({ readonly stream: DocumentStream } & DocumentFact);

export type PageFactType = PageFact["type"];

/**
 * What is under way and moves too often for facts: long work, a text that is being written, the voices of an open vote. Nothing of it is
 * stored, and how it stands is not said; those who follow the stream hear at most once a second that it moved, and read what they may.
 */
export type Move =
  | { readonly stream: TeamStream; readonly what: "draw" | "forecast" | "import" | "voices" }
  | { readonly stream: DocumentStream; readonly what: "text" };

export type Moving = Move["what"];
