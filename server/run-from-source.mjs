// Starts the TypeScript source of a command that is typed on a terminal, without a build.
import { fileURLToPath } from "node:url";

/** Lets `import()` read the project's TypeScript from here on. */
export async function readSource() {
  const { register } = await import("tsx/esm/api").catch(() => {
    console.error("This needs the project's packages: run npm ci first.");
    process.exit(1);
  });
  register({ tsconfig: fileURLToPath(new URL("../tsconfig.json", import.meta.url)) });
}

/**
 * Runs a command on the files of an installation: what it writes is its owner's alone, and files are named from where the command was
 * typed.
 */
export async function runOnInstallation(load) {
  await readSource();
  // npm runs us at the project's root; a file is named from where the command was typed.
  const folder = process.env.INIT_CWD ?? process.cwd();
  process.chdir(fileURLToPath(new URL("..", import.meta.url)));
  process.umask(0o077);
  for (const [signal, exitCode] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ]) {
    process.once(signal, () => process.exit(exitCode));
  }
  const command = await load();
  process.exitCode = await command({
    args: process.argv.slice(2),
    folder,
    env: process.env,
    now: () => new Date(),
    say: (sentence) => console.log(sentence),
    complain: (sentence) => console.error(sentence),
  });
}
