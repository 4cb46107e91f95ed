import { createRemixStub } from "@remix-run/testing";
import { act, cleanup, render, screen } from "@testing-library/react";
import { type ReactNode, useState } from "react";
import { I18nextProvider } from "react-i18next";
import { afterEach, expect, it } from "vitest";
import { i18nOf } from "~/app/i18n/translate";
import { aLiveSession, aLiveState, aRound } from "~/realtime/testing/live-builders";
import type { LiveState } from "../../domain/deliberation/live-state";
import { StatusProvider } from "../status/status";
import { AnnounceChanges } from "./announce-changes";
import { LiveProvider } from "./live-context";

afterEach(cleanup);

let change: (state: LiveState) => void = () => {};

function Hall({ first }: { readonly first: LiveState }): ReactNode {
  const [state, setState] = useState(first);
  change = setState;
  return (
    <LiveProvider live={aLiveSession(state, ["jeanne"])} timeZone="Europe/Paris">
      <AnnounceChanges floor={null} />
    </LiveProvider>
  );
}

/** What the page of a test shows. */
let shown: ReactNode = null;
const Page = () => shown;

/** What Jeanne is told when her page goes from the one to the other. */
async function told(locale: "fr" | "en", before: LiveState, after: LiveState): Promise<string> {
  shown = (
    <I18nextProvider i18n={i18nOf(locale)}>
      <StatusProvider>
        <Hall first={before} />
      </StatusProvider>
    </I18nextProvider>
  );
  const Stub = createRemixStub([{ id: "root", path: "/", Component: Page }]);
  render(<Stub />);
  const status = await screen.findByRole("status");
  act(() => change(after));
  await screen.findByRole("button");
  const text = status.textContent ?? "";
  cleanup();
  return text;
}

const inGroup = aLiveState({ as: "jeanne" }, { round: aRound({ jeanne: 1 }) });
const inPlenary = aLiveState({ as: "jeanne" });

it("says of a session that ends while the groups sit only that it is over", async () => {
  const over = aLiveState({ as: "jeanne" }, { state: "closed" });
  expect(await told("fr", inGroup, over)).toBe("La séance est terminée.");
  expect(await told("en", inGroup, over)).toBe("The session is over.");
});

it("says of a call back that everybody is in the plenary again", async () => {
  expect(await told("fr", inGroup, inPlenary)).toMatch(/^L’équipe rappelle tout le monde.*vous revenez en plénière\.$/);
});
