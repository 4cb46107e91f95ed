import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import type { App } from "../../context";
import { publicAssembly } from "./public-assembly";
import { type PublicRecommendation, publicRecommendations } from "./recommendations";

/** The booklet with its results and answers, once they are public. */
export async function siteBooklet(
  { stores: { main } }: App,
  slug: string,
): Promise<Result<readonly PublicRecommendation[]>> {
  const found = await publicAssembly(main, slug, "results");
  return found.ok ? accept(await publicRecommendations(main, found.value.assembly.id)) : found;
}

/** One recommendation by its number, and how many there are. */
export async function siteRecommendation(
  app: App,
  slug: string,
  number: number,
): Promise<Result<{ readonly recommendation: PublicRecommendation; readonly count: number }>> {
  const booklet = await siteBooklet(app, slug);
  if (!booklet.ok) return booklet;
  const recommendation = booklet.value.find((one) => one.number === number);
  return recommendation ? accept({ recommendation, count: booklet.value.length }) : refuse("not-found");
}
