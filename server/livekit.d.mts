/** Types of livekit.mjs, which stays plain JavaScript so that it runs before anything is installed. */
export const INSTALL_COMMAND: string;

export function findLivekitServer(): string | null;

export function chooseKeys(env?: Record<string, string | undefined>): { key: string; secret: string };

export interface LivekitOptions {
  binary: string;
  httpPort?: number;
  udpPort?: number;
  key: string;
  secret: string;
  onOutput?: (text: string) => void;
}

export interface RunningLivekit {
  url: string;
  key: string;
  secret: string;
  pid: number;
  /** How it ended: a signal's name or an exit code. */
  exited: Promise<string>;
  kill: (signal?: NodeJS.Signals) => Promise<string>;
}

export function startLivekit(options: LivekitOptions): Promise<RunningLivekit>;
