import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { isStorableText } from "~/app/domain/kernel/storable";
import { type BodyLimit, PLAIN_FORM_FIELDS } from "./body-limits";
import { type BodyRefusal, takeBody } from "./take-body";

export type FormRefusal = BodyRefusal | "form-broken" | "form-too-many-fields";

/** A request whose form was read already. */
export class ReadRequest extends Request {
  readonly #form: FormData;

  constructor(request: Request, form: FormData) {
    super(request.url, { method: request.method, headers: request.headers, signal: request.signal });
    this.#form = form;
  }

  override formData(): Promise<FormData> {
    return Promise.resolve(this.#form);
  }
}

/**
 * Reads a form within its limit, once: its fields are counted before they are taken apart, and a name is a text that can be kept.
 * Refuses with `body-too-large`, `form-too-many-fields`, `form-broken` (no form of a browser is), `storage-full`.
 */
export async function takeForm(
  request: Request,
  { bytes, fields = PLAIN_FORM_FIELDS }: BodyLimit,
): Promise<Result<FormData, FormRefusal>> {
  if (request instanceof ReadRequest) return accept(await request.formData());
  const body = await takeBody(request, bytes);
  if (!body.ok) return body;
  const type = request.headers.get("Content-Type") ?? "";
  const between = whatParts(type);
  if (between === undefined) return refuse("form-broken");
  if (countFields(body.value, between) > fields) return refuse("form-too-many-fields", { most: fields });
  const form = await parsed(body.value, type);
  return form && [...form].every(isNamedWell) ? accept(form) : refuse("form-broken");
}

/**
 * What parts the fields of a form: "&", or the boundary of one with files (RFC 2046 §5.1.1). Undefined where that is written in another
 * way than browsers do, with further parameters or signs: what counts the fields and what takes them apart could read it differently.
 */
function whatParts(type: string): string | undefined {
  if (!/^\s*multipart\//i.test(type)) return "&";
  const [, , boundary] = /^\s*multipart\/form-data\s*;\s*boundary=("?)([\w'()+,./:=?-]{1,70})\1\s*$/i.exec(type) ?? [];
  return boundary && `--${boundary}`;
}

/** At most as many fields as there are places where one could begin. */
function countFields(body: Uint8Array<ArrayBuffer>, parts: string): number {
  const between = Buffer.from(parts);
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  let count = parts === "&" ? 1 : 0;
  for (let at = bytes.indexOf(between); at !== -1; at = bytes.indexOf(between, at + between.length)) count += 1;
  return count;
}

async function parsed(body: Uint8Array<ArrayBuffer>, type: string): Promise<FormData | undefined> {
  try {
    return await new Response(body, { headers: { "Content-Type": type } }).formData();
  } catch (error) {
    // What cannot be taken apart is the sender's doing; anything else would be ours. Since Node 24 a name that is badly encoded is a URIError.
    if (error instanceof TypeError || error instanceof URIError) return undefined;
    throw error;
  }
}

function isNamedWell([name, value]: readonly [string, FormDataEntryValue]): boolean {
  return isStorableText(name) && (typeof value === "string" || isStorableText(value.name));
}
