import { createRemixStub } from "@remix-run/testing";
import { cleanup, render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { I18nextProvider } from "react-i18next";
import { afterEach, expect, it } from "vitest";
import { i18nOf } from "~/app/i18n/translate";
import type { StreamStanding } from "~/realtime/browser/live/followed-stream";
import { aLiveSession, aLiveState, aRound } from "~/realtime/testing/live-builders";
import { groupStream } from "../../domain/deliberation/streams";
import type { GroupId } from "../../domain/kernel/ids";
import { GroupTable } from "./group-table";
import { LiveProvider } from "./live-context";

afterEach(cleanup);

const groupId = "group-1" as GroupId;

/** What the page of a test shows. */
let shown: ReactNode = null;
const Page = () => shown;

function show(standing: StreamStanding): void {
  const state = aLiveState({ as: "jeanne" }, { round: aRound({ jeanne: 1 }) });
  const live = { ...aLiveSession(state, ["jeanne"]), standings: new Map([[groupStream(groupId), standing]]) };
  shown = (
    <I18nextProvider i18n={i18nOf("fr")}>
      <LiveProvider live={live} timeZone="Europe/Paris">
        <GroupTable groupId={groupId} visiting={false} />
      </LiveProvider>
    </I18nextProvider>
  );
  const Stub = createRemixStub([{ id: "root", path: "/", Component: Page }]);
  render(<Stub />);
}

it("a group that is on its way says so", () => {
  show({ kind: "loading" });
  expect(screen.getByText("Vous rejoignez le groupe 1…")).toBeTruthy();
});

it("a group that does not let one in says so, and why, and shows no empty notes", () => {
  show({ kind: "refused", refusal: { code: "group-unknown" } });
  expect(screen.getByText("Le groupe 1 ne s’ouvre pas pour vous")).toBeTruthy();
  expect(screen.getByText("Ce groupe n’existe plus.")).toBeTruthy();
  expect(screen.queryByText(/Notes/)).toBeNull();
});
