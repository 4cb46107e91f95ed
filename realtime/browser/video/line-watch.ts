import type { LocalTrack, RemoteTrack, Room } from "livekit-client";
import { Flows } from "./flows";

const LOOK_EVERY_MS = 700;

export interface LinePorts {
  /** Whether anything at all comes through between this page and the video server. */
  line(news: "silent" | "heard"): void;
  /** Which tracks are silent may have changed. */
  looked(): void;
}

/** The page's own way to the video server. */
const own = Symbol("own line");

/**
 * Looks every 0.7 seconds whether what should come in does: LiveKit tells of a lost line after 20 s and more, and of a frozen picture not at
 * all. Only what is sent and asked for is expected: a muted microphone and a tile out of sight are not silent.
 */
export class LineWatch {
  readonly #flows = new Flows<RemoteTrack | typeof own>();
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(
    private readonly room: Room,
    private readonly ports: LinePorts,
  ) {
    this.#timer = setInterval(() => void this.#look(), LOOK_EVERY_MS);
  }

  readonly isSilent = (track: RemoteTrack): boolean => this.#flows.isSilent(track);

  stop(): void {
    clearInterval(this.#timer);
  }

  async #look(): Promise<void> {
    const expected = expectedIn(this.room);
    const sent = [...this.room.localParticipant.trackPublications.values()].flatMap(({ track }) => track ?? []);
    this.#flows.keep(new Set([own, ...expected]));
    const reports = await Promise.all([...expected, ...sent].map((track) => reportOf(track)));
    const nowMs = performance.now();
    for (const [at, track] of expected.entries()) this.#flows.note(track, packetsIn(reports[at]), nowMs);
    const any = reports.find((report) => report !== undefined);
    if (any) {
      this.#flows.note(own, answersIn(any), nowMs);
      this.ports.line(this.#flows.isSilent(own) ? "silent" : "heard");
    }
    this.ports.looked();
  }
}

function expectedIn(room: Room): readonly RemoteTrack[] {
  const all = [...room.remoteParticipants.values()].flatMap((person) => [...person.trackPublications.values()]);
  return all.flatMap(({ track, isMuted, isEnabled }) => (track && !isMuted && isEnabled ? [track] : []));
}

/** A track that ends while it is asked has nothing to tell. */
async function reportOf(track: RemoteTrack | LocalTrack): Promise<RTCStatsReport | undefined> {
  return track.getRTCStatsReport().catch(() => undefined);
}

function packetsIn(report: RTCStatsReport | undefined): number {
  return sumOf(report, "inbound-rtp", ["packetsReceived"]);
}

/** What the server answers and sends on the way in use; it is asked whether it is still there every few seconds (RFC 7675). */
function answersIn(report: RTCStatsReport): number {
  return sumOf(report, "candidate-pair", ["responsesReceived", "requestsReceived", "packetsReceived", "bytesReceived"]);
}

function sumOf(report: RTCStatsReport | undefined, type: string, names: readonly string[]): number {
  let sum = 0;
  report?.forEach((stats: Readonly<Record<string, unknown>>) => {
    if (stats.type === type) for (const name of names) sum += Number(stats[name] ?? 0);
  });
  return sum;
}
