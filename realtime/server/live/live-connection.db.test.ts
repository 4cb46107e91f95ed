import { afterAll, beforeAll, expect, test } from "vitest";
import { type LiveWorld, liveWorld } from "../../testing/live-world";
import { Presence } from "../presence/presence";
import { LiveConnection, type LiveSocket } from "./live-connection";
import { TokenBucket } from "./token-bucket";

let world: LiveWorld;
beforeAll(async () => {
  world = await liveWorld("live-connection");
});
afterAll(() => world.dispose());

/** A connection that nobody has been met on yet. */
async function unmet() {
  const personId = await world.person("Aline");
  const { cookie, deviceId } = await world.signIn(personId);
  const silent = { on() {}, emit() {}, join() {}, leave() {}, request: { headers: { cookie } } };
  const ports = { presence: new Presence(() => {}), commands: new TokenBucket(10, 10) };
  const connection = new LiveConnection(silent as unknown as LiveSocket, world.app, ports);
  return { connection, personId, deviceId };
}

test("rights that change before it is known whose a connection is are not missed (L7)", async () => {
  const { connection, personId } = await unmet();
  const met = connection.meet();
  expect(connection.concerns((holder) => holder.personId === personId)).toBe(false);
  expect(await met).toBe("changed-meanwhile");
});

test("a device that ends before it is known whose a connection is is not missed (L10)", async () => {
  const { connection, deviceId } = await unmet();
  const met = connection.meet();
  connection.concerns((holder) => holder.deviceId === deviceId);
  expect(await met).toBe("changed-meanwhile");
});

test("what changes for somebody else meanwhile leaves the connection alone", async () => {
  const { connection, personId } = await unmet();
  const met = connection.meet();
  connection.concerns((holder) => holder.personId !== personId);
  expect(await met).toBe("known");
  expect(connection.concerns((holder) => holder.personId === personId)).toBe(true);
});
