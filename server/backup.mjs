// npm run backup: starts the command's TypeScript source, as npm run draw does; what it does is said in server/backup/README.md.
import { runOnInstallation } from "./run-from-source.mjs";

await runOnInstallation(async () => (await import("./backup/backup-command.ts")).backupCommand);
