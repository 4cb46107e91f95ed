import { Card } from "~/app/components/card/card";
import { CheckList, type CheckListItem } from "~/app/components/check-list/check-list";
import type { Role } from "~/app/domain/assembly/role";
import { inLocale } from "~/app/domain/kernel/locale";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocale, useLocalePath } from "~/app/hooks/use-locale";
import { useT } from "~/app/i18n/use-t";
import { expectedPath } from "./expected-path";
import type { Expected } from "./route.server";

interface ExpectedCardProps {
  readonly expected: readonly Expected[];
  readonly role: Role;
}

/** What is expected, with minutes; what was done lately stays to be seen. */
export function ExpectedCard({ expected, role }: ExpectedCardProps) {
  const t = useT("home");
  const line = useLine();
  const left = expected
    .filter(({ done, minutes }) => !done && minutes)
    .reduce((sum, item) => sum + (item.minutes ?? 0), 0);
  return (
    <Card title={t("expected.title")}>
      {expected.length === 0 ? (
        <p className="text-soft">{t(role === "member" ? "expected.none" : "expected.noneTeam")}</p>
      ) : (
        <CheckList items={expected.map(line)} />
      )}
      {expected.length > 0 && expected.every(({ done }) => done) && <p>{t("expected.allDone")}</p>}
      {left > 0 && <p className="text-soft text-s">{t("expected.left", { count: left })}</p>}
    </Card>
  );
}

function useLine(): (item: Expected) => CheckListItem {
  const t = useT("home");
  const locale = useLocale();
  const path = useLocalePath();
  const { id } = useAssembly();
  return (item) => {
    const common = {
      done: item.done,
      minutes: item.done ? undefined : item.minutes,
      to: path(`/assembly/${id}/${expectedPath(item)}`),
    };
    switch (item.kind) {
      case "device-check":
        return { ...common, key: item.kind, label: t("expected.deviceCheck") };
      case "material":
        return { ...common, key: item.id, label: inLocale(item.title, locale) };
      case "task":
        return { ...common, key: item.id, label: inLocale(item.title, locale) };
      case "recommendation": {
        const label = item.title
          ? t("expected.recommendation", { title: item.title })
          : t("expected.recommendationNumber", { number: item.number });
        return { ...common, key: item.id, label };
      }
      case "vote": {
        const label = t("expected.vote", { title: inLocale(item.title, locale) });
        return { ...common, key: item.id, label };
      }
      case "questions":
        return {
          ...common,
          key: item.kind,
          label: t("expected.questions", { count: item.count }),
        };
    }
  };
}
