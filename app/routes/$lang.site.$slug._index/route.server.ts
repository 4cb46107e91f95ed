import type { LoaderFunctionArgs } from "@remix-run/node";
import { siteBooklet } from "~/server/queries/site/site-booklet";

/** What came of it all, once it is public; the rest of the page is in the frame's loader. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const booklet = await siteBooklet(context.app, params.slug ?? "");
  const recommendations = booklet.ok ? booklet.value : [];
  return {
    decided: recommendations.map(({ id, number, title, language, result, answers }) => ({
      id,
      number,
      title,
      language,
      outcome: result?.tally.outcome ?? null,
      answer: answers.at(-1)?.state ?? null,
    })),
  };
}
