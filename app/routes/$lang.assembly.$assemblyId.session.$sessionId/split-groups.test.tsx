import { createRemixStub } from "@remix-run/testing";
import { cleanup, render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { I18nextProvider } from "react-i18next";
import { afterEach, expect, it } from "vitest";
import { LiveProvider } from "~/app/components/live/live-context";
import { i18nOf } from "~/app/i18n/translate";
import { aLiveSession, aLiveState, anAttendee } from "~/realtime/testing/live-builders";
import { SplitQuestion } from "./split-groups";

afterEach(cleanup);

/** What the page of a test shows. */
let shown: ReactNode = null;
const Page = () => shown;

const members = [anAttendee("Jeanne", 1), anAttendee("Karim", 2), anAttendee("Léa", 3), anAttendee("Sonia", 4)];

/** What is said before the split while these are here; groups of two. */
async function says(locale: "fr" | "en", team: readonly string[], present: readonly string[]): Promise<string> {
  const attendees = [...members, ...team.map((name) => anAttendee(name, null))];
  const state = aLiveState({ as: "claire", role: "organiser" }, { attendees });
  shown = (
    <I18nextProvider i18n={i18nOf(locale)}>
      <LiveProvider live={aLiveSession(state, present)} timeZone="Europe/Paris">
        <SplitQuestion groupSize={2} onDone={() => {}} />
      </LiveProvider>
    </I18nextProvider>
  );
  const Stub = createRemixStub([{ id: "root", path: "/", Component: Page }]);
  const { container } = render(<Stub />);
  await screen.findByRole("status");
  const text = container.textContent ?? "";
  cleanup();
  return text;
}

it("counts one member, several, and none, as one says it", async () => {
  expect(await says("fr", [], ["jeanne"])).toContain("Le seul membre présent");
  expect(await says("en", [], ["jeanne"])).toContain("The only member present");
  expect(await says("fr", [], ["jeanne", "karim"])).toContain("Les 2 membres présents");
  expect(await says("fr", [], [])).toContain("Les membres présents (aucun pour le moment)");
  expect(await says("en", [], [])).toContain("The members present (none at the moment)");
});

it("says who is given a group while they are away, and that a group has nobody only where nobody is given it", async () => {
  const all = ["jeanne", "karim", "léa", "sonia"];
  const away = await says("fr", ["Inès"], all);
  expect(away).toContain("Personne n’est là pour animer.");
  expect(away).toContain("Un groupe revient à Inès, qui n’est pas là");
  expect(away).toContain("Un groupe n’aura personne pour l’animer.");
  const here = await says("en", ["Inès", "Omar"], [...all, "omar"]);
  expect(here).toContain("One person is here to facilitate: Omar.");
  expect(here).toContain("One group goes to Inès, who is not here");
  expect(here).not.toContain("nobody to facilitate");
});
