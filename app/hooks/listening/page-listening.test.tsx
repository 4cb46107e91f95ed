import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createRemixStub } from "@remix-run/testing";
import { act, cleanup, render } from "@testing-library/react";
import { useState } from "react";
import { Server } from "socket.io";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { livePath } from "~/realtime/protocol/live-path";
import { assemblyStream } from "../../domain/assembly/streams";
import type { AssemblyId } from "../../domain/kernel/ids";
import { PageListening, useListening } from "./page-listening";

const LONG_MS = 600_000;
const everybody = assemblyStream("A".repeat(22) as AssemblyId);

let asked: string[];
let isOffAtFirst: boolean;
let turn: (isOff: boolean) => void;
beforeEach(() => {
  asked = [];
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  vi.stubGlobal("fetch", async (path: string) => {
    asked.push(path);
    return new Response(null, { status: 200 });
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function Listens() {
  useListening({ read: { [everybody]: 1 }, facts: ["phase-advanced"], moves: [] });
  return null;
}

function Page() {
  const [isOff, setOff] = useState(isOffAtFirst);
  turn = (next) => act(() => setOff(next));
  return (
    <PageListening isOff={isOff}>
      <Listens />
    </PageListening>
  );
}

function open(isOff: boolean): void {
  isOffAtFirst = isOff;
  const Stub = createRemixStub([{ id: "root", path: "*", Component: Page }]);
  render(<Stub />);
}

/** How often a page asks in ten minutes. */
async function asksInTenMinutes(): Promise<number> {
  const before = asked.length;
  await act(() => vi.advanceTimersByTimeAsync(LONG_MS));
  return asked.length - before;
}

test("a page that no connection comes about for asks slowly", async () => {
  open(false);
  expect(await asksInTenMinutes()).toBe(20);
  expect(new Set(asked)).toEqual(new Set(["/readyz"]));
});

test("the frame of a page with a connection of its own asks nothing, and listens again when that page is left", async () => {
  open(true);
  expect(await asksInTenMinutes()).toBe(0);
  turn(false);
  expect(await asksInTenMinutes()).toBe(20);
  turn(true);
  expect(await asksInTenMinutes()).toBe(0);
});

test.each(["page-too-old", "signed-out"])("a page that was told %s does not go on asking", async (refusal) => {
  const http = createServer();
  const io = new Server(http, { path: livePath, transports: ["websocket"] });
  io.use((_, next) => next(new Error(refusal)));
  await new Promise<void>((listens) => http.listen(0, "127.0.0.1", listens));
  (globalThis as unknown as { jsdom: { reconfigure(to: { url: string }): void } }).jsdom.reconfigure({
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/`,
  });
  open(false);
  expect(vi.getTimerCount()).toBe(1);
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(0));
  expect(await asksInTenMinutes()).toBe(0);
  await io.close();
});
