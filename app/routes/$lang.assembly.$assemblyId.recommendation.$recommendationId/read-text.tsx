import { Card } from "~/app/components/card/card";
import { TextAreaField } from "~/app/components/field/text-area-field";
import { ConfirmButton } from "~/app/components/form/confirm-button";
import { Notice } from "~/app/components/notice/notice";
import { PageTitle } from "~/app/components/page-title/page-title";
import { RecommendationText } from "~/app/components/recommendation/recommendation-text";
import { Tag } from "~/app/components/tag/tag";
import { When } from "~/app/components/time/when";
import { useListening } from "~/app/hooks/listening/page-listening";
import { useAssembly, useMay } from "~/app/hooks/use-assembly";
import { useHydrated } from "~/app/hooks/use-hydrated";
import { useT } from "~/app/i18n/use-t";
import { Sources } from "./sources";
import type { RecommendationView } from "./view";

const textFacts = ["text-locked", "text-unlocked", "author-added", "fields-edited"] as const;

/** The text for those who read: frozen once it is locked, as it is stored while it is being written. */
export function ReadText({ view }: { readonly view: RecommendationView }) {
  const t = useT("draft");
  const { number, title, language, state, content } = view;
  useListening({ read: view.heard, facts: textFacts, moves: state === "draft" ? ["text"] : [] });
  return (
    <div className="stack-8">
      <PageTitle
        above={t("page.name", { number })}
        title={<span lang={language}>{content?.title || title || t("list.untitled")}</span>}
        actions={<LockOrUnlock view={view} />}
      >
        <p>
          <Tag tone={state === "locked" ? "ok" : "plain"}>{t(`state.${state}`)}</Tag>
        </p>
      </PageTitle>
      <WhyOnlyRead view={view} />
      <Sources view={view} />
      {content && <RecommendationText content={content} language={language} level={2} />}
      {view.lock && <LockDetails lock={view.lock} />}
    </div>
  );
}

function WhyOnlyRead({ view }: { readonly view: RecommendationView }) {
  const t = useT("draft");
  const may = useMay();
  const hydrated = useHydrated();
  if (view.state === "locked" || hydrated === view.mayWrite) return null;
  if (view.mayWrite) return <Notice tone="info" title={t("page.needsJavaScript")} />;
  const writingIsOpen = may("recommendation.lock") || may("recommendation.start") || may("recommendation.write");
  return <p className="text-soft">{writingIsOpen ? t("page.readOnly") : t("page.otherPhase")}</p>;
}

function LockOrUnlock({ view }: { readonly view: RecommendationView }) {
  const t = useT("draft");
  const { mayLock, mayUnlock, mayWrite, missing, title, addressee, cost } = view;
  const hydrated = useHydrated();
  if (mayUnlock) {
    return (
      <ConfirmButton
        intent="unlock"
        label={t("unlock.label")}
        title={t("unlock.title")}
        confirmLabel={t("unlock.confirm")}
      >
        <p>{t("unlock.text")}</p>
        <TextAreaField name="reason" label={t("unlock.reason")} rows={2} maxLength={500} required />
      </ConfirmButton>
    );
  }
  // Those who write submit from the editor, once what they typed is saved.
  if (!mayLock || (mayWrite && hydrated) || missing.length > 0) return null;
  return (
    <ConfirmButton
      intent="lock"
      label={t("lock.label")}
      title={t("lock.title")}
      confirmLabel={t("lock.confirm")}
      tone="main"
      hidden={{ title, addressee, cost }}
    >
      <p>{t("lock.text")}</p>
    </ConfirmButton>
  );
}

function LockDetails({ lock }: { readonly lock: NonNullable<RecommendationView["lock"]> }) {
  const t = useT("draft");
  const { timeZone } = useAssembly();
  return (
    <Card>
      <p>
        {t("page.lockedAt")} <When at={lock.atMs} timeZone={timeZone} />
      </p>
      <p className="text-s text-soft">
        {t("page.fingerprint")} : <code className="break-all">{lock.contentHash}</code>
      </p>
    </Card>
  );
}
