import { text } from "node:stream/consumers";
import { createElement } from "react";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { withoutPadding } from "./without-padding";

/** React fills chunks of 2,048 bytes: words of three bytes a letter, from each place in a chunk. */
const pages = Array.from({ length: 24 }, (_, at) =>
  createElement(
    "ul",
    { title: "x".repeat(at) },
    ...Array.from({ length: 200 }, (_, n) => createElement("li", { key: n }, "’’’é")),
  ),
);

const streamed = (page: (typeof pages)[number]): Promise<string> =>
  new Promise((resolve, reject) => {
    const body = withoutPadding();
    const { pipe } = renderToPipeableStream(page, { onAllReady: () => pipe(body), onError: reject });
    text(body).then(resolve, reject);
  });

test("a page arrives letter by letter as it was made, wherever the server cut it", async () => {
  for (const page of pages) expect(await streamed(page)).toBe(renderToString(page));
});
