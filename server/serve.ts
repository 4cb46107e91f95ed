import { type Running, type StartOptions, start } from "./app";
import { firstStart } from "./auth/first-start";
import { outboxAddress } from "./auth/outbox-key";
import { type Config, isLoopbackName, readConfig } from "./config";
import type { App } from "./context";
import { type DemoLink, demonstrate } from "./demonstrate";
import { watchProcess } from "./process-faults";
import { exitCodes, explainStart } from "./start-fault";

export interface ServeOptions extends Omit<StartOptions, "config"> {
  readonly arguments: readonly string[];
}

/** Starts, says where, and ends in order on a signal. What a person can put right is one sentence and an exit code (start-fault.ts). */
export async function serve(options: ServeOptions): Promise<void> {
  // Whatever this process makes is for its own user only: databases and their logs, the secret, uploads.
  process.umask(0o077);
  let config: Config | null = null;
  let running: Running | undefined;
  try {
    config = readConfig(process.env);
    const links = await demonstrate(config, options.arguments);
    running = await start({ config, ...options });
    endInOrder(running);
    await introduce(running, links);
  } catch (error) {
    const fault = explainStart(error, config);
    if (!fault) throw error;
    process.stderr.write(`${fault.sentence}\n`);
    await running?.close();
    process.exitCode = fault.exitCode;
  }
}

async function introduce({ app }: Running, links: readonly DemoLink[]): Promise<void> {
  const setup = await firstStart(app);
  const greeting = [
    "",
    `Hemicycle: ${app.baseUrl}`,
    ...startNotes(app),
    ...(setup ? [`Set-up link: ${setup}`, "To see a demonstration instead, stop and run: npm start -- --demo"] : []),
    ...links.map(({ role, name, link }) => `Demonstration, ${role} (${name}): ${link}`),
  ];
  app.log.info({ port: app.config.port }, "listening");
  // At once: whoever has read the first line has the links too.
  process.stdout.write(`${greeting.join("\n")}\n`);
}

function endInOrder(running: Running): void {
  const { log } = running.app;
  let closing = false;
  const end = (exitCode: number): void => {
    if (closing) return;
    closing = true;
    running.close().then(
      () => process.exit(exitCode),
      (error: unknown) => {
        log.fatal({ err: error }, "closing failed");
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", () => end(0));
  process.on("SIGINT", () => end(0));
  watchProcess({ log, end: () => end(exitCodes.fault) });
}

/** What whoever runs this server needs to know of how it is reached. */
function startNotes(app: App): readonly string[] {
  const { smtpUrl, baseUrl, trustProxy } = app.config;
  if (smtpUrl === null) return [`Outbox (mails are kept there, none is sent): ${outboxAddress(app)}`];
  if (baseUrl === null || isLoopbackName(new URL(baseUrl).hostname)) return [];
  return [
    `The proxy in front must pass Host (${new URL(baseUrl).host}), Upgrade and Connection, and X-Forwarded-For for ${trustProxy} trusted ${trustProxy === 1 ? "proxy" : "proxies"} (TRUST_PROXY): .github/deploy/README.md has working blocks.`,
  ];
}
