import { accept, type Result, refuse } from "~/app/domain/kernel/result";

/** What goes around a file in a form: names, boundaries, a few fields. */
const FORM_BYTES = 64 * 1024;

/**
 * A form with files, taken in only when it says that it is not larger than `mostBytes` and a little. Refuses `file-too-large`
 * beside `field`, before anything is read.
 */
export async function readUpload(
  request: Request,
  { mostBytes, field }: { mostBytes: number; field: string },
): Promise<Result<FormData, "file-too-large">> {
  const length = Number(request.headers.get("Content-Length") ?? Number.NaN);
  if (!(length <= mostBytes + FORM_BYTES)) {
    return refuse("file-too-large", { megabytes: Math.floor(mostBytes / 1024 ** 2) }, field);
  }
  return accept(await request.formData());
}

/** The file of a field: its name and its bytes; nothing when none was chosen. */
export async function uploadedFile(
  form: FormData,
  field: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array } | undefined> {
  const file = form.get(field);
  if (file === null || typeof file === "string" || file.size === 0) return undefined;
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
