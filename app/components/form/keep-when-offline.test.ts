import { expect, test } from "vitest";
import { keepWhenOffline } from "./keep-when-offline";

const posted = () => {
  const body = new FormData();
  body.set("text", "Un studio.");
  return new Request("http://assembly.test/fr/tasks/1", { method: "POST", body });
};

test("what the server answers is passed on", async () => {
  const answer = { done: "saved" };
  expect(await keepWhenOffline({ request: posted(), serverAction: async () => answer })).toBe(answer);
});

test("when nobody answers, the form stays with what was typed", async () => {
  const serverAction = async () => {
    throw new TypeError("Failed to fetch");
  };
  const kept = (await keepWhenOffline({ request: posted(), serverAction })) as Response;
  expect(kept.status).toBe(503);
  expect(await kept.json()).toEqual({ refusals: [{ code: "network-lost" }], values: { text: "Un studio." } });
});

test("an answer that is an error is not swallowed", async () => {
  const gone = new Response(null, { status: 404 });
  const serverAction = async () => {
    throw gone;
  };
  await expect(keepWhenOffline({ request: posted(), serverAction })).rejects.toBe(gone);
});
