import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadDemonstration } from "~/db/seeds/demonstration";
import { addressesOf, remixBuild } from "../testing/fuzz/remix-build";
import { formHeaders, type WebWorld, webWorld } from "../testing/web-world";
import { largerForms, PLAIN_FORM_BYTES, PLAIN_FORM_FIELDS } from "./body-limits";

let world: WebWorld;
let origin: string;

beforeAll(async () => {
  world = await webWorld();
  origin = `http://localhost:${world.port}`;
});
afterAll(() => world.close());

const host = () => ({ Host: `localhost:${world.port}` });
const post = (path: string, body: string | Iterable<Uint8Array>, type?: string) =>
  world.send({ method: "POST", path, body, headers: { ...host(), ...formHeaders(origin, type) } });

/** The same 64 KiB again and again. */
function* pieces(count: number): Generator<Uint8Array> {
  const piece = Buffer.alloc(64 * 1024, "a");
  for (let at = 0; at < count; at++) yield piece;
}

const unknownId = "A".repeat(22);
const filled = (pattern: string): string =>
  pattern
    .replace(":lang", "fr")
    .replace(":stepKind", "material")
    .replace("*", "fr/nowhere")
    .replace(/:\w+/g, unknownId);

describe("a body that is too large", () => {
  test.each([
    ["fr", "C’est trop long", "64 ko au plus"],
    ["en", "This is too long", "64 kB at most"],
  ])("is refused by its length, in the language of the address (%s)", async (lang, title, sentence) => {
    const answer = await post(`/${lang}/sign-in`, `email=${"a".repeat(PLAIN_FORM_BYTES)}`);
    expect(answer.status).toBe(413);
    expect(answer.text).toContain(title);
    expect(answer.text).toContain(sentence);
    expect(answer.header("content-type")).toMatch(/^text\/html/);
  });

  test("is refused though it gives no length, and the browser hears so after 100 MiB", async () => {
    const answer = await post("/fr/sign-in", pieces(1600));
    expect(answer.status).toBe(413);
    expect(answer.text).toContain("64 ko au plus");
  });

  test("is refused to a page's script too, as data of its page", async () => {
    const answer = await post("/fr/sign-in.data", `email=${"a".repeat(PLAIN_FORM_BYTES)}`);
    expect(answer.status).toBe(413);
    expect(answer.text).toContain("body-too-large");
  });

  test("and one that just fits is read", async () => {
    const rest = PLAIN_FORM_BYTES - "email=".length;
    const answer = await post("/fr/sign-in", `email=${"a".repeat(rest)}`);
    expect(answer.status).toBe(422);
  });
});

describe("a form with very many fields", () => {
  test("is refused before they are taken apart, on the largest form too", async () => {
    const many = Array.from({ length: 60_000 }, (_, at) => `f${at}=`).join("&");
    const answer = await post("/fr/organisation/settings", many);
    expect(answer.status).toBe(413);
    expect(answer.text).toMatch(/trop de champs\s:\s500 au plus/);
    const parts = Array.from(
      { length: PLAIN_FORM_FIELDS + 1 },
      (_, at) => `--b\r\nContent-Disposition: form-data; name="f${at}"\r\n\r\n\r\n`,
    );
    const multipart = await post(
      "/fr/organisation/settings",
      `${parts.join("")}--b--\r\n`,
      "multipart/form-data; boundary=b",
    );
    expect(multipart.status).toBe(413);
  });

  test("and the largest of ours is read", async () => {
    const lines = Array.from({ length: PLAIN_FORM_FIELDS }, (_, at) => `f${at}=`).join("&");
    expect((await post("/fr/sign-in", lines)).status).toBe(422);
  });
});

describe("a form whose parts are named in another way than browsers do", () => {
  const parts = `--b\r\nContent-Disposition: form-data; name="email"\r\n\r\nx\r\n--b--\r\n`;
  test.each([
    "multipart/form-data; boundary=b; boundary=c",
    "multipart/form-data; charset=utf-8; boundary=b",
    "multipart/form-data; boundary=b; x=y",
    'multipart/form-data; boundary="b\\"',
    "multipart/form-data; x=boundary=c; boundary=b",
  ])("is broken: %s", async (type) => {
    expect((await post("/fr/sign-in", parts, type)).status).toBe(400);
  });

  test.each(["multipart/form-data; boundary=b", 'Multipart/Form-Data;boundary="b"'])(
    "else it is read: %s",
    async (type) => {
      expect((await post("/fr/sign-in", parts, type)).status).toBe(422);
    },
  );
});

describe("every page that takes forms", () => {
  test("answers a broken one with 400 and a sentence", async () => {
    const faults: string[] = [];
    const broken = '--b\r\nContent-Disposition: form-data; name="intent"\r\n\r\nx\r\n--';
    for (const { id, pattern, hasAction } of addressesOf(await remixBuild())) {
      const takesFiles = largerForms[id.replace("routes/", "")]?.uploadBytes !== undefined;
      if (!hasAction || takesFiles) continue;
      const answer = await post(filled(pattern), broken, "multipart/form-data; boundary=b");
      if (answer.status !== 400 || !/arrivé abîmé|form-broken/.test(answer.text))
        faults.push(`${id}: ${answer.status}`);
    }
    expect(faults).toEqual([]);
  });

  test("that takes files asks who sends one before it reads it", async () => {
    const faults: string[] = [];
    for (const { id, pattern } of addressesOf(await remixBuild())) {
      if (largerForms[id.replace("routes/", "")]?.uploadBytes === undefined) continue;
      const answer = await post(filled(pattern), pieces(800), "multipart/form-data; boundary=b");
      if (answer.status !== 302) faults.push(`${id}: ${answer.status}`);
    }
    expect(faults).toEqual([]);
  });

  test("keeps serving on the connection that sent too much", async () => {
    expect((await world.send({ path: "/fr/sign-in", headers: host() })).status).toBe(200);
  });
});

describe("what no database can keep", () => {
  test("is refused beside its field, with a sentence", async () => {
    const answer = await post("/fr/card", `commandId=${unknownId}&code=a%00b`);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Un signe de ce texte ne peut pas être enregistré");
  });

  test("is refused as a number too", async () => {
    const { cookies, assemblyPath } = await signIn();
    const body = `commandId=${unknownId}&intent=phase-up&phaseId=${unknownId}&version=${2 ** 31}`;
    const headers = { ...host(), ...formHeaders(origin), Cookie: cookies };
    const answer = await world.send({ method: "POST", path: `${assemblyPath}/calendar.data`, body, headers });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("number-too-large");
  });

  test("is looked for nowhere: an address with a NUL is none", async () => {
    expect((await world.send({ path: "/fr/site/a%00b", headers: host() })).status).toBe(400);
  });
});

/** The organiser of the demonstration, on a device of their own. */
async function signIn(): Promise<{ readonly cookies: string; readonly assemblyPath: string }> {
  const links = await loadDemonstration(world.app, "recruitment");
  const link = new URL(links.find(({ role }) => role === "organiser")?.link ?? "");
  const entered = await post(link.pathname, `commandId=${unknownId}`);
  const headers = { ...host(), Cookie: entered.cookies };
  const [assemblyPath = ""] =
    /\/fr\/assembly\/[\w-]{22}/.exec((await world.send({ path: "/fr/home", headers })).text) ?? [];
  return { cookies: entered.cookies, assemblyPath };
}
