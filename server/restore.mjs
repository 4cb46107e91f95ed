// npm run restore: starts the command's TypeScript source, as npm run draw does; what it does is said in server/backup/README.md.
import { fileURLToPath } from "node:url";

const { register } = await import("tsx/esm/api").catch(() => {
  console.error("This needs the project's packages: run npm ci first.");
  process.exit(1);
});
register({ tsconfig: fileURLToPath(new URL("../tsconfig.json", import.meta.url)) });
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
const { restoreCommand } = await import("./backup/restore-command.ts");
process.exitCode = await restoreCommand({
  args: process.argv.slice(2),
  folder,
  env: process.env,
  now: () => new Date(),
  say: (sentence) => console.log(sentence),
  complain: (sentence) => console.error(sentence),
});
