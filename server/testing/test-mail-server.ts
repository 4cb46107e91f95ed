import { SMTPServer } from "smtp-server";

export interface TestMailServer {
  readonly url: string;
  /** The addresses that mails were taken for, in the order they came. */
  readonly received: readonly string[];
  /** Settles once so many mails were taken, or one for an address. */
  until(wanted: number | string): Promise<void>;
  close(): Promise<void>;
}

export interface TestMailServerOptions {
  /** A number such as 450 to answer this address with now, and a sentence; null to take its mail. */
  readonly answerTo?: (address: string) => { readonly code: number; readonly text: string } | null;
  /** Whether a connection is greeted with 421 now. */
  readonly isPaused?: () => boolean;
}

/** A real SMTP server on loopback. */
export async function testMailServer({ answerTo, isPaused }: TestMailServerOptions = {}): Promise<TestMailServer> {
  const received: string[] = [];
  const waiting = new Set<{ readonly met: () => boolean; readonly settle: () => void }>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onConnect(_session, done) {
      done(isPaused?.() ? Object.assign(new Error("4.3.2 try again later"), { responseCode: 421 }) : null);
    },
    onRcptTo({ address }, _session, done) {
      const answer = answerTo?.(address) ?? null;
      done(answer && Object.assign(new Error(answer.text), { responseCode: answer.code }));
    },
    onData(stream, session, done) {
      stream.resume();
      stream.on("end", () => {
        received.push(...session.envelope.rcptTo.map(({ address }) => address));
        done();
        for (const one of waiting) if (one.met()) one.settle();
      });
    },
  });
  server.on("error", () => {
    // A client that is cut in the middle of a sentence is no fault of the server.
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    until(wanted) {
      const met = (): boolean => (typeof wanted === "number" ? received.length >= wanted : received.includes(wanted));
      if (met()) return Promise.resolve();
      return new Promise((resolve) => {
        const one = {
          met,
          settle: () => {
            waiting.delete(one);
            resolve();
          },
        };
        waiting.add(one);
      });
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
