import fc from "fast-check";
import { expect, test } from "vitest";
import { readStream, sessionStream } from "../deliberation/streams";
import { type AssemblyId, base64url, type DocumentId, type SessionId } from "../kernel/ids";
import { assemblyStream, documentStream, readPageStream, teamStream } from "./streams";

const anId = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(base64url);

test("law: the key of a stream is read back as what it names", () => {
  fc.assert(
    fc.property(anId, (id) => {
      const [assemblyId, documentId] = [id as AssemblyId, id as DocumentId];
      expect(readPageStream(assemblyStream(assemblyId))).toEqual({ kind: "assembly", assemblyId });
      expect(readPageStream(teamStream(assemblyId))).toEqual({ kind: "team", assemblyId });
      expect(readPageStream(documentStream(documentId))).toEqual({ kind: "document", documentId });
    }),
    { seed: 20261129 },
  );
});

test("law: no key is both a page's and a live session's", () => {
  fc.assert(
    fc.property(anId, (id) => {
      for (const key of [assemblyStream, teamStream].map((stream) => stream(id as AssemblyId))) {
        expect(readStream(key)).toBeNull();
      }
      expect(readPageStream(sessionStream(id as SessionId))).toBeNull();
    }),
    { seed: 20261130 },
  );
});

test("a text of another shape names nothing", () => {
  const id = "A".repeat(22);
  for (const key of ["", id, "assembly:", `assembly:${id}A`, `assembly:${id.slice(1)}`, `Team:${id}`, ` team:${id}`]) {
    expect(readPageStream(key), key).toBeNull();
  }
  for (const key of [`assembly:${id}:x`, `__proto__:${id}`, `assembly:${"/".repeat(22)}`]) {
    expect(readPageStream(key), key).toBeNull();
  }
});
