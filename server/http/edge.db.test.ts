import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WRONG_CODES } from "~/app/domain/people/card-code";
import { outboxAddress } from "../auth/outbox-key";
import { formHeaders, type WebWorld, webWorld } from "../testing/web-world";

const unknownId = "A".repeat(22);
const body = `commandId=${unknownId}&code=x`;

describe("without a mail server", () => {
  let world: WebWorld;
  const local = () => ({ Host: `localhost:${world.port}` });
  beforeAll(async () => {
    world = await webWorld();
  });
  afterAll(() => world.close());

  test.each(["localhost", "127.0.0.1", "[::1]", "localhost.", "LOCALHOST"])(
    "this machine is served as %s",
    async (name) => {
      const headers = { Host: `${name}:${world.port}` };
      expect((await world.send({ path: "/fr/sign-in", headers })).status).toBe(200);
    },
  );

  test.each([
    [{ Host: "assembly.example.org" }],
    [{ Host: "localhost.example.org" }],
    [{ Host: "192.168.1.20:3000" }],
    [{ "X-Forwarded-For": "203.0.113.9" }],
    [{ "X-Forwarded-Host": "localhost" }],
    [{ "X-Forwarded-Proto": "https" }],
    [{ "X-Real-IP": "127.0.0.1" }],
    [{ Forwarded: "for=127.0.0.1;host=localhost" }],
    [{ Via: "1.1 proxy" }],
  ])("nothing is served to a request with %o, the set-up and the outbox neither", async (strange) => {
    for (const path of ["/fr/outbox", "/fr/setup/x", "/fr/sign-in", new URL(outboxAddress(world.app)).pathname]) {
      const answer = await world.send({ path, headers: { ...local(), ...strange } });
      expect(answer.status, path).toBe(403);
      expect(answer.text, path).toContain("SMTP_URL");
    }
  });

  test("the outbox opens with the address printed at the start, which the browser then remembers", async () => {
    const path = "/fr/outbox";
    const closed = await world.send({ path, headers: local() });
    expect(closed.status).toBe(404);
    expect(closed.text).toContain("terminal");
    const wrong = await world.send({ path: `${path}?key=${unknownId}`, headers: local() });
    expect(wrong.status).toBe(404);
    const printed = new URL(outboxAddress(world.app));
    const opened = await world.send({ path: printed.pathname + printed.search, headers: local() });
    expect(opened.status).toBe(302);
    expect(opened.header("location")).toBe(path);
    const shown = await world.send({ path, headers: { ...local(), Cookie: opened.cookies } });
    expect(shown.status).toBe(200);
    expect(shown.text).toContain("Boîte d’envoi");
  });

  test("a page that may name somebody, or hold a code, stays in no cache; what says the same to everybody may", async () => {
    const cached = async (path: string) => (await world.send({ path, headers: local() })).header("cache-control");
    for (const path of ["/fr/sign-in", "/fr/invitation", "/fr/card", `/fr/team-link/${unknownId}`, "/fr/setup/x"]) {
      expect(await cached(path), path).toBe("no-store");
    }
    expect(await cached("/fr")).toBe("no-cache");
  });

  test.each(["TRACE", "PUT", "DELETE", "PATCH"])("%s is not answered", async (method) => {
    const headers = { ...local(), Origin: `http://localhost:${world.port}` };
    const answer = await world.send({ method, path: "/fr/sign-in", headers });
    expect(answer.status).toBe(405);
    expect(answer.header("allow")).toBe("GET, HEAD, POST");
  });

  test("every answer says that types are not to be guessed, those of the door and of health too", async () => {
    const asked = [
      { path: "/fr", headers: local() },
      { path: "/healthz", headers: local() },
      { path: "/readyz", headers: local() },
      { path: "/fr", headers: { Host: "a b" } },
      { path: "/fr", headers: { Host: "elsewhere.example" } },
      { method: "PUT", path: "/fr", headers: local() },
    ];
    const said = await Promise.all(asked.map(async (one) => (await world.send(one)).header("x-content-type-options")));
    expect(said).toEqual(asked.map(() => "nosniff"));
  });

  test("an address that is longer than any of ours is turned away before it is looked up", async () => {
    const long = [
      `/${"a/".repeat(1_900)}`,
      `/fr/site/${"a/".repeat(30)}`,
      `/fr/${"a".repeat(2_000)}`,
      `/fr?${"p=/a&".repeat(3_000)}`,
    ];
    for (const path of long) expect((await world.send({ path, headers: local() })).status).toBe(414);
    expect((await world.send({ path: "/__manifest?p=/fr&version=1", headers: local() })).status).toBe(404);
  });

  test("an address that is none is answered 400", async () => {
    const many = Array.from({ length: 1_001 }, () => "p").join("&");
    const strange = [
      { path: "/fr/sign-in?_data=routes%2F%24lang.sign-in", headers: local() },
      { path: `/fr/sign-in?${many}&_data=routes%2F%24lang.sign-in`, headers: local() },
      { path: "/fr/site/a%00b", headers: local() },
      { path: "/fr/members?q=%00", headers: local() },
      { path: "http://elsewhere.example/fr", headers: local() },
      { path: "/fr/sign-in", headers: { Host: "a b" } },
    ];
    for (const sent of strange) expect((await world.send(sent)).status, sent.path).toBe(400);
  });
});

describe("with a mail server and an address for others", () => {
  const host = "assembly.example.org";
  const origin = `https://${host}`;
  let world: WebWorld;
  beforeAll(async () => {
    world = await webWorld({ BASE_URL: origin, SMTP_URL: "smtp://127.0.0.1:9", TRUST_PROXY: "1" });
  });
  afterAll(() => world.close());
  const post = (headers: Record<string, string>) =>
    world.send({ method: "POST", path: "/fr/card", body, headers: { ...formHeaders(origin), ...headers } });

  test.each([
    [{ Host: host }],
    [{ Host: "Assembly.Example.org:443" }],
    [{ Host: "127.0.0.1:3000", "X-Forwarded-Host": host }],
    [{ Host: "127.0.0.1:3000", "X-Forwarded-Host": `${host}, 127.0.0.1:3000` }],
  ])("a form is read when the proxy passes %o", async (headers) => {
    const answer = await post(headers);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("<h1");
  });

  test.each([[{ Host: "127.0.0.1:3000" }], [{ Host: host, "X-Forwarded-Host": "other.example" }]])(
    "a form that lost our name behind a proxy (%o) is answered by a sentence that says what to pass",
    async (headers) => {
      const answer = await post(headers);
      expect(answer.status).toBe(421);
      expect(answer.text).toContain(`must pass the Host it was asked for (${host})`);
      expect(answer.text).toContain("doit transmettre");
    },
  );

  test("every cookie is for this host and https only", async () => {
    for (const path of ["/en/sign-in", "/en?theme=dark"]) {
      const { cookies, header } = await world.send({ path, headers: { Host: host } });
      // One of before, under the plain name, is forgotten.
      expect(cookies, path).toMatch(/^__Host-(\w+)=\w+; \1=$/);
      expect(header("set-cookie"), path).toMatch(/; Path=\/;.*; SameSite=Lax; Secure$/);
    }
  });

  test("who asks is told from the proxy that is trusted, and from no header a client adds before it", async () => {
    const typeCard = async (forwarded: string, at = 0): Promise<number> => {
      const id = `${unknownId}${String(at).padStart(4, "0")}`;
      const headers = { ...formHeaders(origin), Host: host, "X-Forwarded-For": forwarded };
      const form = `commandId=${id}&code=7K3M9-X2PQR`;
      return (await world.send({ method: "POST", path: "/fr/card", body: form, headers })).status;
    };
    const { most } = WRONG_CODES;
    for (let at = 0; at < most; at += 1) await typeCard(`198.51.100.${at % 250}, 203.0.113.9`, at);
    expect(await typeCard("192.0.2.1, 203.0.113.9")).toBe(429);
    expect(await typeCard("203.0.113.9, 203.0.113.10")).toBe(422);
  });

  test("a form with neither Origin nor Sec-Fetch-Site is refused, as one from elsewhere is", async () => {
    const type = { "Content-Type": "application/x-www-form-urlencoded", Host: host };
    const send = (headers: Record<string, string>) =>
      world.send({ method: "POST", path: "/fr/card", body, headers: { ...type, ...headers } });
    for (const headers of [{}, { Origin: "https://elsewhere.example" }, { "Sec-Fetch-Site": "cross-site" }]) {
      expect((await send(headers)).status).toBe(403);
    }
    expect((await send({ "Sec-Fetch-Site": "same-origin" })).status).toBe(422);
  });

  test.each(["a b", "a/b", "name@host", "host:port", "host:99999", "[::1", "a,b", "é.example"])(
    "the malformed host %s is answered 400, whoever names it",
    async (strange) => {
      const value = Buffer.from(strange, "utf8").toString("latin1");
      expect((await world.send({ path: "/fr/sign-in", headers: { Host: value } })).status).toBe(400);
      const forwarded = { Host: host, "X-Forwarded-Host": value };
      // A list of hosts is what proxies in a row send: the first of them counts.
      expect((await world.send({ path: "/fr/sign-in", headers: forwarded })).status).toBe(
        strange === "a,b" ? 200 : 400,
      );
    },
  );

  test("there is no outbox, with its key neither", async () => {
    const path = `/fr/outbox?key=${world.app.secrets.outboxKey()}`;
    expect((await world.send({ path, headers: { Host: host } })).status).toBe(404);
  });
});
