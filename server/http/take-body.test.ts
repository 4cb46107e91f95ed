import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { bodyLimitOf, largerForms, PLAIN_FORM_BYTES } from "./body-limits";
import { readUpload, uploadedFile } from "./read-upload";
import { takeBody } from "./take-body";
import { takeForm } from "./take-form";

const MIB = 1024 * 1024;

/** A body of pieces of 64 KiB that counts how many were asked for. */
function counted(pieces: number, headers: Record<string, string> = {}) {
  const asked = { pieces: 0 };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (asked.pieces === pieces) return controller.close();
        asked.pieces += 1;
        controller.enqueue(new Uint8Array(64 * 1024).fill(97));
      },
    },
    { highWaterMark: 0 },
  );
  const request = new Request("http://localhost/", { method: "POST", body, headers, duplex: "half" } as RequestInit);
  return { asked, request };
}

const bodyFiles = () => readdirSync(tmpdir()).filter((name) => name.startsWith("hemicycle-body-"));

test("of a body that is too large, no more is read than the limit and a piece", async () => {
  const { asked, request } = counted(1600);
  expect(await takeBody(request, MIB)).toMatchObject({ ok: false, refusal: { code: "body-too-large" } });
  expect(asked.pieces).toBe(17);
});

test("of a body that says it is too large, nothing is read", async () => {
  const { asked, request } = counted(1600, { "Content-Length": String(100 * MIB) });
  expect(await takeBody(request, MIB)).toMatchObject({ ok: false, refusal: { code: "body-too-large" } });
  expect(asked.pieces).toBe(0);
});

test("a body that says it is small is measured all the same", async () => {
  const { request } = counted(1600, { "Content-Length": "10" });
  expect(await takeBody(request, MIB)).toMatchObject({ ok: false });
});

test("a large body waits on the disk and comes back whole, without leaving a file behind", async () => {
  const { request } = counted(64);
  const taken = await takeBody(request, 4 * MIB);
  expect(taken.ok && taken.value.byteLength).toBe(4 * MIB);
  expect(taken.ok && taken.value.every((byte) => byte === 97)).toBe(true);
  expect(bodyFiles()).toEqual([]);
});

test("a sender who breaks off is no form, and leaves nothing behind", async () => {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new Uint8Array(MIB));
      controller.error(new Error("aborted"));
    },
  });
  const request = new Request("http://localhost/", { method: "POST", body, duplex: "half" } as RequestInit);
  await expect(takeBody(request, 4 * MIB)).rejects.toThrow("aborted");
  expect(bodyFiles()).toEqual([]);
});

test("a file of an upload keeps its bytes and its name", async () => {
  const form = new FormData();
  form.set("file", new File(["id;nom\n1;Zoé\n"], "été.csv"));
  form.set("intent", "upload");
  const sent = new Request("http://localhost/", { method: "POST", body: form });
  const read = await readUpload(sent, { mostBytes: MIB, field: "file" });
  expect(read.ok && read.value.get("intent")).toBe("upload");
  const file = read.ok ? await uploadedFile(read.value, "file") : undefined;
  expect(file?.name).toBe("été.csv");
  expect(new TextDecoder().decode(file?.bytes)).toBe("id;nom\n1;Zoé\n");
});

test("an upload that is too large is refused beside its field", async () => {
  const { request } = counted(1600, { "Content-Type": "multipart/form-data; boundary=b" });
  expect(await readUpload(request, { mostBytes: MIB, field: "file" })).toMatchObject({
    ok: false,
    refusal: { code: "file-too-large", field: "file", data: { megabytes: 1 } },
  });
});

test.each([
  ["multipart/form-data; boundary=b", '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx'],
  ["multipart/form-data; boundary=b", "nothing of the kind"],
  ["multipart/form-data", '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n--b--'],
  ["multipart/form-data; boundary=b", '--b\r\nContent-Disposition: form-data; name="a\0"\r\n\r\nx\r\n--b--\r\n'],
  ["application/x-www-form-urlencoded", "a%00=b"],
  ["text/plain", "a=b"],
])("a form of %s that no browser sends is broken", async (type, body) => {
  const request = new Request("http://localhost/", { method: "POST", body, headers: { "Content-Type": type } });
  expect(await takeForm(request, { bytes: MIB })).toMatchObject({ ok: false, refusal: { code: "form-broken" } });
});

test("every larger limit belongs to a route that exists", () => {
  const routes = readdirSync("app/routes");
  expect(Object.keys(largerForms).filter((name) => !routes.includes(name))).toEqual([]);
  expect(bodyLimitOf("routes/$lang.sign-in")).toEqual({ bytes: PLAIN_FORM_BYTES });
  for (const { bytes } of Object.values(largerForms)) expect(bytes).toBeGreaterThanOrEqual(PLAIN_FORM_BYTES);
});
