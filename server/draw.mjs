// npm run draw: starts the command's TypeScript source; what it does is said in server/solver/README.md.
import { readSource } from "./run-from-source.mjs";

await readSource();
const { drawCommand } = await import("./solver/draw-command.ts");
process.exitCode = await drawCommand(process.argv.slice(2));
