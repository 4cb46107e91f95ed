import type { LoaderFunctionArgs } from "@remix-run/node";
import { waitsForSetUp } from "~/server/queries/auth/welcome";

export async function loader({ context }: LoaderFunctionArgs) {
  return { name: context.signedIn?.name ?? null, waitsForSetUp: await waitsForSetUp(context) };
}
