// npm run draw: starts the command's TypeScript source; what it does is said in server/solver/README.md.
import { fileURLToPath } from "node:url";

const { register } = await import("tsx/esm/api").catch(() => {
  console.error("The draw needs the project's packages: run npm ci first.");
  process.exit(1);
});
register({ tsconfig: fileURLToPath(new URL("../tsconfig.json", import.meta.url)) });
const { drawCommand } = await import("./solver/draw-command.ts");
process.exitCode = await drawCommand(process.argv.slice(2));
