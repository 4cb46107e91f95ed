// jsdom has forms and files of its own but no fetch: what a screen sends goes through Node's, and from Node 24 on that takes only forms and
// files of Node's. Vitest changes the forms of a Request, so that every fetch becomes one; a file read from such a form is Node's.
import { File } from "node:buffer";

// Test files share their environment, and each of them comes by here.
if (globalThis.File !== File) {
  globalThis.File = File;
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => fetch(new Request(input, init));
}
