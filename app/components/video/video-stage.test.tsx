import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { I18nextProvider } from "react-i18next";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { ParticipationId } from "~/app/domain/kernel/ids";
import type { Locale } from "~/app/domain/kernel/locale";
import type { DeviceTrouble } from "~/app/domain/learning/device-check";
import { participation } from "~/app/domain/testing/live";
import { i18nOf } from "~/app/i18n/translate";
import { DEVICE_CHOICE_KEY, readDeviceChoice } from "~/realtime/browser/video/device-choice";
import { emptySnapshot, type Picture, type SeenPerson, type VideoSnapshot } from "~/realtime/browser/video/video-room";
import { showPage } from "../testing/show-page";
import { DeviceForm } from "./device-form";
import { VideoContext, type VideoPerson } from "./video-context";
import { VideoDock } from "./video-dock";
import { VideoGrid } from "./video-grid";
import { VideoNotice } from "./video-notice";
import { VideoStage } from "./video-stage";

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const live: VideoSnapshot = { ...emptySnapshot("idle"), state: { kind: "live" }, maySend: "camera-and-microphone" };
const seen = (name: string, changes: Partial<SeenPerson> = {}): SeenPerson => ({
  ...{ participationId: participation(name.toLowerCase()), name, isMe: false, speaking: false, microphoneOn: true },
  ...{ picture: null, frozen: false, lost: false },
  ...changes,
});
const someone = (name: string, changes: Partial<VideoPerson> = {}): VideoPerson => ({
  id: participation(name.toLowerCase()),
  name,
  ...changes,
});

interface Shown {
  readonly snapshot?: Partial<VideoSnapshot>;
  readonly people?: readonly VideoPerson[];
  readonly locale?: Locale;
}

/** A piece of video; `asked` collects what it asks for. */
function inVideo(piece: ReactNode, { snapshot = {}, people = [], locale = "fr" }: Shown, asked: unknown[] = []) {
  const tell = (what: string) => (value: unknown) => void asked.push([what, value]);
  const actions = {
    setMicrophone: tell("microphone"),
    setCamera: tell("camera"),
    takeChoice: () => void asked.push("choice"),
    startSound: () => void asked.push("sound"),
    tryAgain: () => void asked.push("again"),
    watch: tell("watch"),
  };
  return (
    <I18nextProvider i18n={i18nOf(locale)}>
      <VideoContext.Provider value={{ snapshot: { ...live, ...snapshot }, actions, people }}>
        {piece}
      </VideoContext.Provider>
    </I18nextProvider>
  );
}

function show(piece: ReactNode, shown: Shown = {}): unknown[] {
  const asked: unknown[] = [];
  showPage(inVideo(piece, shown, asked));
  return asked;
}

const tiles = () => within(screen.getByRole("list", { name: "Autour" })).getAllByRole("listitem");

it("gives everybody around the table a tile, in the order of the table, in the room or not", () => {
  const people = [someone("Inès"), someone("Jeanne"), someone("Karim")];
  show(<VideoGrid label="Autour" />, { people, snapshot: { people: [seen("Karim"), seen("Jeanne")] } });
  expect(tiles().map((tile) => tile.querySelector("figcaption")?.textContent)).toEqual(["Inès", "Jeanne", "Karim"]);
});

it("shows whoever looks in after those of the table: nobody listens unseen", () => {
  show(<VideoGrid label="Autour" />, { people: [someone("Jeanne")], snapshot: { people: [seen("Claire")] } });
  expect(tiles().map((tile) => tile.querySelector("figcaption")?.textContent)).toEqual(["Jeanne", "Claire"]);
});

it("can be scrolled by the keyboard where it is more than two tiles long", () => {
  const tabStops = (...names: readonly string[]) => {
    show(<VideoGrid label="Autour" />, { people: names.map((name) => someone(name)) });
    const stop = screen.getByRole("list").tabIndex;
    cleanup();
    return stop;
  };
  expect([tabStops("A", "B"), tabStops("A", "B", "C")]).toEqual([-1, 0]);
});

it("says of a person in words what they do, that they are heard, and that their microphone is off", () => {
  const caption = (person: VideoPerson, changes: Partial<SeenPerson>, locale: Locale = "fr") => {
    show(<VideoGrid label="Autour" />, { people: [person], snapshot: { people: [seen("Karim", changes)] }, locale });
    const text = screen.getByRole("listitem").querySelector("figcaption")?.textContent;
    cleanup();
    return text;
  };
  expect(caption(someone("Karim", { note: "anime" }), { speaking: true })).toBe("Karim · anime parle en ce moment");
  expect(caption(someone("Karim"), { microphoneOn: false })).toBe("Karim micro coupé");
  expect(caption(someone("Karim"), { isMe: true })).toBe("Vous");
  expect(caption(someone("Karim"), { isMe: true, microphoneOn: false }, "en")).toBe("You microphone off");
});

/** A picture that tells where it is shown. */
function aPicture(at: unknown[]): Picture {
  return {
    key: "camera",
    mirrored: false,
    attach: (element) => void at.push(["attach", element.tagName]),
    detach: (element) => void at.push(["detach", element.tagName]),
  };
}

it("shows the letters of a name until there is a picture, and again while the picture stands still, which stays attached", () => {
  const at: unknown[] = [];
  const picture = aPicture(at);
  const grid = (changes: Partial<SeenPerson>) =>
    inVideo(<VideoGrid label="Autour" />, {
      people: [someone("Karim", { name: "Karim Saïd" })],
      snapshot: { people: [seen("Karim", changes)] },
    });
  const { rerender } = render(grid({}));
  expect(screen.getByText("KS")).toBeTruthy();
  rerender(grid({ picture }));
  expect([screen.queryByText("KS"), at]).toEqual([null, [["attach", "VIDEO"]]]);
  rerender(grid({ picture, frozen: true }));
  expect(screen.getByText("KS")).toBeTruthy();
  expect(at).toEqual([["attach", "VIDEO"]]);
  rerender(grid({}));
  expect(at.at(-1)).toEqual(["detach", "VIDEO"]);
});

it("says that somebody's line is lost, not one's own, and blames nobody while one's own is", () => {
  const lost = (snapshot: Partial<VideoSnapshot>) => {
    show(<VideoGrid label="Autour" />, { people: [someone("Karim")], snapshot });
    const said = screen.queryByText("connexion coupée") !== null;
    cleanup();
    return said;
  };
  const people = [seen("Karim", { lost: true })];
  expect(lost({ people })).toBe(true);
  expect(lost({ people: [seen("Karim", { lost: true, isMe: true })] })).toBe(false);
  expect(lost({ people, state: { kind: "reconnecting", sure: true } })).toBe(false);
});

const stage = (speakerId: ParticipationId | null) => <VideoStage speakerId={speakerId}>depuis 1:20</VideoStage>;

it("shows on the stage who has the floor, fetches that picture alone, and lets it go when nobody is to be seen", () => {
  const asked: unknown[] = [];
  const shown = { people: [someone("Karim")], snapshot: { people: [seen("Karim"), seen("Léa")] } };
  const { rerender } = render(inVideo(stage(participation("karim")), shown, asked));
  expect(screen.getByText("Karim")).toBeTruthy();
  expect(screen.getByText("depuis 1:20")).toBeTruthy();
  expect(asked.at(-1)).toEqual(["watch", ["karim"]]);
  rerender(inVideo(stage(null), { people: [], snapshot: {} }, asked));
  expect(screen.getByText("La personne qui parle apparaîtra ici.")).toBeTruthy();
  expect(asked.at(-1)).toEqual(["watch", []]);
});

it("names on the stage somebody of the room whom the page did not know", () => {
  show(stage(null), { snapshot: { people: [seen("Odette")] }, locale: "en" });
  expect(screen.getByText("Odette")).toBeTruthy();
});

it.each([
  ["refused", /ne s’ouvre pas pour vous/, "Réessayer"],
  ["elsewhere", /continue dans une autre fenêtre/, "La reprendre ici"],
  ["unsupported", /n’a pas pu démarrer/, "Réessayer"],
] as const)("says why video has failed (%s), with the one way out", (why, words, button) => {
  const asked = show(<VideoNotice />, { snapshot: { state: { kind: "failed", why } } });
  expect(screen.getByText(words)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: button }));
  expect(asked).toEqual(["again"]);
});

it("asks for one press where the browser lets nobody be heard without it, and has nothing to say where all is well", () => {
  const asked = show(<VideoNotice />, { snapshot: { soundBlocked: true } });
  fireEvent.click(screen.getByRole("button", { name: "Écouter" }));
  expect(asked).toEqual(["sound"]);
  cleanup();
  const { container } = render(inVideo(<VideoNotice />, {}));
  expect(container.textContent).toBe("");
});

it("offers neither microphone nor camera to those who only look on, nor where there is no video", () => {
  const buttons = (snapshot: Partial<VideoSnapshot>) => {
    show(<VideoDock />, { snapshot });
    const found = screen.queryAllByRole("button").map((button) => button.getAttribute("aria-label"));
    cleanup();
    return found;
  };
  expect(buttons({})).toEqual(["Micro", "Caméra", "Choisir le micro, la caméra, le son"]);
  expect(buttons({ maySend: "nothing" })).toEqual([]);
  expect(buttons({ state: { kind: "off" } })).toEqual([]);
});

it.each([
  ["denied", /Caméra.*ne l’autorise pas/],
  ["none", /Caméra.*aucun appareil/],
  ["busy", /Caméra.*un autre programme/],
  ["insecure", /Caméra.*https/],
  ["unsupported", /Caméra.*ne sait pas/],
  ["unknown", /Caméra.*Réessayez/],
] satisfies readonly (readonly [DeviceTrouble, RegExp])[])(
  "says of a camera that does not open (%s) which device it is and what to do",
  (trouble, words) => {
    show(<VideoDock />, { snapshot: { camera: { ...live.camera, trouble } } });
    expect(screen.getByRole("status").textContent).toMatch(words);
  },
);

it("asks nothing more of a device that is being switched", () => {
  const asked = show(<VideoDock />, { snapshot: { camera: { ...live.camera, busy: true } } });
  fireEvent.click(screen.getByRole("button", { name: "Caméra", busy: true }));
  expect(asked).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: "Micro" }));
  expect(asked).toEqual([["microphone", true]]);
});

const device = (kind: MediaDeviceKind, deviceId: string, label = "") => ({ kind, deviceId, label, groupId: "" });

/** A machine with these devices, which tells when another is plugged in. */
function machineWith(found: readonly ReturnType<typeof device>[]) {
  const mediaDevices = Object.assign(new EventTarget(), { enumerateDevices: async () => found });
  vi.stubGlobal("navigator", { mediaDevices, onLine: true });
}

it("offers the devices of this machine by name or number, and remembers what was chosen for this browser", async () => {
  machineWith([device("audioinput", "a"), device("videoinput", "v1", "Webcam"), device("videoinput", "default")]);
  localStorage.setItem(DEVICE_CHOICE_KEY, JSON.stringify({ cameraId: "v1", microphoneId: "gone" }));
  const chosen: string[] = [];
  show(<DeviceForm onChosen={() => chosen.push("chosen")} />);
  await act(async () => {});
  const [microphone, camera] = [screen.getByLabelText<HTMLSelectElement>("Micro"), screen.getByLabelText("Caméra")];
  expect([...microphone.options].map(({ text }) => text)).toEqual(["Celui de l’appareil", "Micro 1"]);
  expect(microphone.value).toBe("");
  expect(
    within(camera)
      .getAllByRole("option")
      .map(({ textContent }) => textContent),
  ).toEqual(["Celui de l’appareil", "Webcam"]);
  expect(screen.queryByLabelText("Haut-parleur ou casque")).toBeNull();
  fireEvent.change(microphone, { target: { value: "a" } });
  fireEvent.click(screen.getByRole("checkbox", { name: /Petite image/ }));
  fireEvent.click(screen.getByRole("button", { name: "Utiliser ces réglages" }));
  expect(chosen).toEqual(["chosen"]);
  expect(readDeviceChoice()).toMatchObject({ microphoneId: "a", cameraId: "v1", speakerId: null, picture: "small" });
});

it("takes a new choice into use at once, and closes", () => {
  const asked = show(<VideoDock />);
  fireEvent.click(screen.getByRole("button", { name: /^Choisir le micro/ }));
  fireEvent.click(screen.getByRole("button", { name: "Utiliser ces réglages" }));
  expect(asked).toEqual(["choice"]);
});
