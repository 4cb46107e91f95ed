import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { UPLOAD_FIELDS } from "./body-limits";
import { refusedBody } from "./reply";
import { takeForm } from "./take-form";

/** What goes around a file in a form: names, boundaries, a few fields. */
const FORM_BYTES = 64 * 1024;

export function isMultipart(request: Request): boolean {
  return /^multipart\/form-data\b/i.test(request.headers.get("Content-Type") ?? "");
}

/**
 * A form with files, taken in when it is not larger than `mostBytes` and a little; it waits on the disk until it is whole. Refuses
 * `file-too-large` beside `field`, without reading further. Throws the answer to a form that is broken.
 */
export async function readUpload(
  request: Request,
  { mostBytes, field }: { mostBytes: number; field: string },
): Promise<Result<FormData, "file-too-large">> {
  const form = await takeForm(request, { bytes: mostBytes + FORM_BYTES, fields: UPLOAD_FIELDS });
  if (form.ok) return accept(form.value);
  if (form.refusal.code !== "body-too-large") throw refusedBody(form.refusal);
  return refuse("file-too-large", { megabytes: Math.floor(mostBytes / 1024 ** 2) }, field);
}

/** The file of a field: its name and its bytes; nothing when none was chosen. */
export async function uploadedFile(
  form: FormData,
  field: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array } | undefined> {
  const file = form.get(field);
  if (file === null || typeof file === "string" || (file.size === 0 && file.name === "")) return undefined;
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
