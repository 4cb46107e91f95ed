import { Link } from "@remix-run/react";
import { Tag } from "~/app/components/tag/tag";
import { useLocalePath } from "~/app/hooks/use-locale";
import { useSite } from "~/app/hooks/use-site";
import { useT } from "~/app/i18n/use-t";
import type { loader } from "./route.server";

export type Decided = Awaited<ReturnType<typeof loader>>["decided"];

/** What the assembly decided and what the authority answered, a line each: what most readers come for. */
export function DecidedList({ decided }: { readonly decided: Decided }) {
  const t = useT("site");
  const path = useLocalePath();
  const { slug } = useSite();
  const voted = decided.filter(({ outcome }) => outcome !== null).length;
  const adopted = decided.filter(({ outcome }) => outcome === "adopted").length;
  const counted = `${t("home.voted", { count: voted })}, ${t("home.adopted", { count: adopted })}`;
  return (
    <section className="stack-4" aria-labelledby="decided">
      <h2 id="decided">{voted > 0 ? counted : t("booklet.title")}</h2>
      <ol className="max-w-none">
        {decided.map(({ id, number, title, language, outcome, answer }) => (
          <li key={id} className="decided">
            <Link to={path(`/site/${slug}/recommendation/${number}`)}>
              {number}. <span lang={language}>{title}</span>
            </Link>{" "}
            <span className="row">
              {outcome && <Tag tone={outcome === "adopted" ? "ok" : "plain"}>{t(`outcome.${outcome}`)}</Tag>}{" "}
              <span className="text-soft text-s">
                {answer ? t("home.answered", { answer: t(`response.${answer}`) }) : t("home.unanswered")}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
