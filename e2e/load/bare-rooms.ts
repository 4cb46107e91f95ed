// The same people in rooms of the video server without Hemicycle: what the machine, the browser and LiveKit take by themselves.
import type { Browser, Page } from "@playwright/test";
import type { LocalTrack } from "livekit-client";
import { AccessToken } from "livekit-server-sdk";
import { keepOwnTracks, nameHelper } from "../fixtures/live-hall";
import type { VideoUnderTest } from "../fixtures/video";
import { noteSteps, type Seat } from "./first-pictures";

type Library = typeof import("livekit-client");

interface WayIn {
  readonly url: string;
  readonly token: string;
}

type Bare = Window & { LivekitClient: Library; enter(way: WayIn): void };

const library = "node_modules/livekit-client/dist/livekit-client.umd.js";

export interface BareRooms {
  readonly seats: readonly Seat[];
  /** Sends everybody into this room, out of the one before. */
  moveTo(room: string): Promise<void>;
}

/** So many pages on a plain text at `address`, each with its camera and microphone open. */
export async function openBareRooms(
  browser: Browser,
  { video, people, address }: { readonly video: VideoUnderTest; readonly people: number; readonly address: string },
): Promise<BareRooms> {
  const seats: Seat[] = [];
  for (let at = 1; at <= people; at += 1) seats.push({ id: `person-${at}`, page: await openPage(browser, address) });
  const { LIVEKIT_URL = "", LIVEKIT_API_KEY, LIVEKIT_API_SECRET } = video.env;
  return {
    seats,
    async moveTo(room) {
      const ways = seats.map(async ({ id }) => {
        const token = new AccessToken(LIVEKIT_API_KEY, LIVEKIT_API_SECRET, { identity: id });
        token.addGrant({ roomJoin: true, room });
        return { url: LIVEKIT_URL, token: await token.toJwt() };
      });
      const all = await Promise.all(ways);
      await Promise.all(
        seats.map(({ page }, at) => page.evaluate((way) => (window as unknown as Bare).enter(way), all[at] as WayIn)),
      );
    },
  };
}

async function openPage(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1600 }, bypassCSP: true });
  const page = await context.newPage();
  await page.addInitScript(nameHelper);
  await page.addInitScript(keepOwnTracks, { picture: "small", cameraOn: true, microphoneOn: true });
  await page.addInitScript(noteSteps);
  await page.goto(address);
  await page.addScriptTag({ path: library });
  await page.evaluate(beReady);
  return page;
}

/** In the page. */
async function beReady(): Promise<void> {
  const bare = window as unknown as Bare;
  const { Room, LocalAudioTrack, LocalVideoTrack, Track } = bare.LivekitClient;
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: { width: 160, height: 120 } });
  const tracks = stream.getTracks().map((media) => {
    const isSound = media.kind === "audio";
    const track = isSound ? new LocalAudioTrack(media, undefined, true) : new LocalVideoTrack(media, undefined, true);
    track.source = isSound ? Track.Source.Microphone : Track.Source.Camera;
    return track as LocalTrack;
  });
  let before: InstanceType<Library["Room"]> | null = null;
  bare.enter = ({ url, token }) => {
    const left = before?.disconnect(false) ?? Promise.resolve();
    const options = { adaptiveStream: true, dynacast: true, singlePeerConnection: false };
    const room = new Room({ ...options, stopLocalTrackOnUnpublish: false });
    before = room;
    document.body.replaceChildren();
    room.on("trackSubscribed", (track, _publication, { identity }) => {
      if (track.kind === "audio") return void track.attach();
      const figure = Object.assign(document.createElement("figure"), { style: "width:20rem;display:inline-block" });
      figure.dataset.person = identity;
      const video = Object.assign(document.createElement("video"), { autoplay: true, muted: true, width: 300 });
      figure.append(video);
      document.body.append(figure);
      track.attach(video);
    });
    room.on(
      "signalConnected",
      () => void left.then(() => tracks.forEach((track) => void room.localParticipant.publishTrack(track))),
    );
    void room.connect(url, token);
  };
}
