import type { RowField } from "~/app/domain/drafting/row-fields";
import { accept, type Result } from "~/app/domain/kernel/result";
import type { Caller } from "../../context";
import { loadRecommendation, type RecommendationOrder } from "../../kernel/draft/load-recommendation";

/** The fields of the row as they are now; a higher version is a later text. */
export interface FieldTexts {
  readonly version: number;
  readonly state: "draft" | "locked";
  readonly texts: Readonly<Record<RowField, string>>;
}

export async function fieldTexts({ app, actor }: Caller, order: RecommendationOrder): Promise<Result<FieldTexts>> {
  const loaded = await loadRecommendation(app.stores.main, actor, { action: "recommendation.read", ...order });
  if (!loaded.ok) return loaded;
  const { version, state, title, addressee, cost } = loaded.value.row;
  return accept({ version, state, texts: { title, addressee, cost } });
}
