import { Transform } from "node:stream";

/**
 * What React 18 streams, without the zeros it adds: where a letter of several bytes does not fit into the end of a chunk, its server
 * sends the chunk whole, unused bytes included. A browser shows them as broken letters, or cannot read the page's data.
 */
export function withoutPadding(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}
