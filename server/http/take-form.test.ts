import { expect, test } from "vitest";
import { takeForm } from "./take-form";

function withFileNamed(name: string): Request {
  const body = `--b\r\nContent-Disposition: form-data; name="file"; ${name}\r\n\r\nwords\r\n--b--\r\n`;
  const headers = { "Content-Type": "multipart/form-data; boundary=b" };
  return new Request("http://localhost/", { method: "POST", headers, body });
}

test("a file whose name is badly encoded makes a broken form, whichever Node reads it", async () => {
  const taken = await takeForm(withFileNamed("filename*=UTF-8''%ff"), { bytes: 1000 });
  expect(taken).toMatchObject({ ok: false, refusal: { code: "form-broken" } });
});

test("a file whose name is a text is taken", async () => {
  const taken = await takeForm(withFileNamed('filename="people.csv"'), { bytes: 1000 });
  expect(taken.ok && taken.value.get("file")).toMatchObject({ name: "people.csv", size: 5 });
});
