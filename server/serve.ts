import type { StartOptions } from "./app";
import { start } from "./app";
import { firstStart } from "./auth/first-start";
import { outboxAddress } from "./auth/outbox-key";
import { type Config, ConfigError, isLoopbackName, readConfig } from "./config";
import type { App } from "./context";
import { type DemoLink, demonstrate } from "./demonstrate";

/** Starts, says where, and ends in order on a signal. */
export async function serve(
  options: Omit<StartOptions, "config"> & { readonly arguments: readonly string[] },
): Promise<void> {
  const config = settings();
  if (!config) return;
  const links = await demonstration(config, options.arguments);
  if (!links) return;
  const running = await start({ config, ...options });
  const { log, baseUrl } = running.app;
  log.info({ port: config.port }, "listening");
  process.stdout.write(`\nHemicycle: ${baseUrl}\n`);
  for (const line of startNotes(running.app)) process.stdout.write(`${line}\n`);
  const setup = await firstStart(running.app);
  if (setup) {
    process.stdout.write(`Set-up link: ${setup}\n`);
    process.stdout.write("To see a demonstration instead, stop and run: npm start -- --demo\n");
  }
  for (const { role, name, link } of links) process.stdout.write(`Demonstration, ${role} (${name}): ${link}\n`);
  let closing = false;
  const end = (): void => {
    if (closing) return;
    closing = true;
    running.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.fatal({ err: error }, "closing failed");
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
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

/** The ways in to the demonstration, if one was asked for; null when it cannot be loaded, which is said. */
async function demonstration(config: Config, args: readonly string[]): Promise<readonly DemoLink[] | null> {
  try {
    return await demonstrate(config, args);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 78;
    return null;
  }
}

function settings(): Config | null {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 78;
    return null;
  }
}
