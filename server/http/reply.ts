import { data } from "@remix-run/node";
import type { Refusal } from "~/app/domain/kernel/refusal";
import type { FormReply } from "~/app/domain/kernel/reply";
import type { RefusalCode } from "~/app/domain/refusal-code";
import { typedValues } from "./read-form";

const statuses: Readonly<Partial<Record<RefusalCode, number>>> = {
  "sign-in-needed": 401,
  "not-found": 404,
  "part-not-public-yet": 404,
  "not-a-participant": 404,
  "role-not-permitted": 403,
  "opens-one-seat": 403,
  "prove-again": 403,
  "phase-not-open": 403,
  "not-your-group": 403,
  "document-locked": 409,
  "changed-meanwhile": 409,
  "link-unknown": 404,
  "command-too-old": 409,
  "link-used": 410,
  "mail-link-used": 410,
  "link-expired": 410,
  "link-revoked": 410,
  "too-many-tries": 429,
  "code-tries-over": 429,
  "body-too-large": 413,
  "form-too-many-fields": 413,
  "form-broken": 400,
  "fault-of-ours": 500,
  "storage-busy": 503,
  "storage-full": 507,
};

/** The page that opens the way to the one that was asked for. */
const comesFirst: Readonly<Partial<Record<RefusalCode, string>>> = {
  "sign-in-needed": "sign-in",
  "prove-again": "confirm",
};

export function statusOf(refusal: Refusal): number {
  const known = statuses[refusal.code];
  if (known !== undefined) return known;
  // What the address or the form is about is not there; beside a field, it is a choice that cannot be made.
  return refusal.field === undefined && refusal.code.endsWith("-unknown") ? 404 : 422;
}

/** Answers a form that was refused: the sentences' codes, and what was typed. */
export function refusedForm(form: FormData, ...refusals: readonly Refusal[]) {
  const [first] = refusals;
  const reply: FormReply = { refusals, values: typedValues(form) };
  return data(reply, { status: first ? statusOf(first) : 422 });
}

/** Answers a form that could not be read (from `readForm`). */
export function unreadForm(reply: FormReply) {
  return data(reply, { status: 422 });
}

/** The address asked for, without the host: behind a proxy ours is not the one that people see. */
export function pathOf(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return pathname + search;
}

/** For loaders: a refusal becomes the error page of its kind; sign-in, or a proof of who it is, comes first where it would help. */
export function refusedPage(refusal: Refusal, request: Request, locale: string): never {
  const first = comesFirst[refusal.code];
  if (first !== undefined) {
    throw new Response(null, {
      status: 302,
      headers: { Location: `/${locale}/${first}?next=${encodeURIComponent(pathOf(request))}` },
    });
  }
  throw data({ refusal }, { status: statusOf(refusal) });
}

/** For whoever reads the answer by itself: what reads bodies, and the scripts of pages. */
export function refusedBody(refusal: Refusal): Response {
  return Response.json({ refusal }, { status: statusOf(refusal) });
}
