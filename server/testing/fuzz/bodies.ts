/** A field as a form sends it; a file has a name and bytes. */
export type Field = readonly [name: string, value: string | FormFile];

export interface FormFile {
  readonly fileName: string;
  readonly bytes: Buffer;
}

export interface Body {
  readonly type: string | null;
  readonly bytes: Buffer;
}

const isUnreserved = (byte: number): boolean =>
  (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte === 45 || byte === 95;

/** UTF-8, but a lone surrogate becomes its three bytes too, as no honest encoder would write it. */
export function bytesOf(text: string): Buffer {
  const parts = [...text].map((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    const lone = code >= 0xd800 && code <= 0xdfff;
    return lone
      ? Buffer.from([0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)])
      : Buffer.from(letter);
  });
  return Buffer.concat(parts);
}

const percent = (text: string): string =>
  [...bytesOf(text)]
    .map((byte) => (isUnreserved(byte) ? String.fromCharCode(byte) : `%${byte.toString(16).padStart(2, "0")}`))
    .join("");

const textOf = (value: string | FormFile): string => (typeof value === "string" ? value : value.fileName);

export function urlencoded(fields: readonly Field[]): Body {
  const text = fields.map(([name, value]) => `${percent(name)}=${percent(textOf(value))}`).join("&");
  return { type: "application/x-www-form-urlencoded", bytes: Buffer.from(text) };
}

const BOUNDARY = "----hemicycleFuzz7MA4YWxkTrZu0gW";

function part([name, value]: Field): Buffer {
  const quoted = name.replaceAll(/[\r\n"]/g, (letter) => `%${letter.charCodeAt(0).toString(16).padStart(2, "0")}`);
  const file = typeof value === "string" ? "" : `; filename="${value.fileName}"\r\nContent-Type: text/csv`;
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${quoted}"${file}\r\n\r\n`;
  const content = typeof value === "string" ? bytesOf(value) : value.bytes;
  return Buffer.concat([bytesOf(head), content, Buffer.from("\r\n")]);
}

export function multipart(fields: readonly Field[]): Body {
  const bytes = Buffer.concat([...fields.map(part), Buffer.from(`--${BOUNDARY}--\r\n`)]);
  return { type: `multipart/form-data; boundary=${BOUNDARY}`, bytes };
}

/** Ways in which a multipart body is broken; each takes a whole one. */
export const breakages: Readonly<Record<string, (whole: Body) => Body>> = {
  "without its end": ({ type, bytes }) => ({ type, bytes: bytes.subarray(0, Math.max(0, bytes.length - 30)) }),
  "cut in a header": ({ type }) => ({ type, bytes: Buffer.from(`--${BOUNDARY}\r\nContent-Dispo`) }),
  "another boundary": ({ bytes }) => ({ type: "multipart/form-data; boundary=other", bytes }),
  "an empty boundary": ({ bytes }) => ({ type: "multipart/form-data; boundary=", bytes }),
  "a quoted boundary": ({ bytes }) => ({ type: `multipart/form-data; boundary="${BOUNDARY}`, bytes }),
  "no boundary": ({ bytes }) => ({ type: "multipart/form-data", bytes }),
  "a part without a name": ({ type }) => ({
    type,
    bytes: Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data\r\n\r\nx\r\n--${BOUNDARY}--\r\n`),
  }),
  "a part without headers": ({ type }) => ({
    type,
    bytes: Buffer.from(`--${BOUNDARY}\r\n\r\nx\r\n--${BOUNDARY}--\r\n`),
  }),
  "a bad file name": ({ type }) => ({
    type,
    bytes: Buffer.from(
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename*=UTF-8''%ff\0\r\n\r\nx\r\n--${BOUNDARY}--\r\n`,
    ),
  }),
  "only line ends": ({ type }) => ({ type, bytes: Buffer.from("\r\n".repeat(50)) }),
  "nothing at all": ({ type }) => ({ type, bytes: Buffer.alloc(0) }),
};

/** Bodies that are no form. */
export const strangeBodies: readonly Body[] = [
  { type: "application/json", bytes: Buffer.from('{"intent":"delete-now"}') },
  { type: "text/plain", bytes: Buffer.from("intent=delete-now") },
  { type: null, bytes: Buffer.from("a=b") },
  { type: "application/x-www-form-urlencoded; charset=utf-16", bytes: Buffer.from("a=b", "utf16le") },
  { type: "application/x-www-form-urlencoded", bytes: Buffer.from("%&%=%zz&=&&&a=%e0%a4&%00=%00&__proto__=1") },
  { type: "application/x-www-form-urlencoded", bytes: Buffer.from([0xff, 0xfe, 0x3d, 0x00, 0x26, 0xc3, 0x28]) },
  { type: "APPLICATION/X-WWW-FORM-URLENCODED", bytes: Buffer.alloc(0) },
  { type: "application/x-www-form-urlencoded", bytes: Buffer.from("a[b][c]=1&a=2&a[]=3&a.b=4") },
];
