import type { LoaderFunctionArgs } from "@remix-run/node";
import { waitsForSetUp } from "~/server/queries/auth/setup-page";

export async function loader({ context }: LoaderFunctionArgs) {
  return { name: context.signedIn?.name ?? null, waitsForSetUp: await waitsForSetUp(context) };
}
