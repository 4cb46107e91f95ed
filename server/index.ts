import * as build from "virtual:remix/server-build";
import { serve } from "./serve";

await serve({ build, arguments: process.argv.slice(2) });
