import type { LoaderFunctionArgs } from "@remix-run/node";
import { readId } from "~/app/domain/kernel/ids";
import { findAddress } from "~/server/http/read-address";
import { refusedBody } from "~/server/http/reply";
import { roomGrant } from "~/server/queries/video/room-grant";

/** The way into the video room where the person is now, for `?group=` or the plenary: `{ grant }`, or `{ refusal }` with its status. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { signedIn } = context;
  if (!signedIn) return refusedBody({ code: "sign-in-needed" });
  const group = new URL(request.url).searchParams.get("group");
  const groupId = readId<"group">(group);
  const address = findAddress(params, "assemblyId", "sessionId");
  if (!address || (group !== null && groupId === null)) return refusedBody({ code: "not-found" });
  const granted = await roomGrant(context, {
    ...address,
    groupId,
    deviceId: signedIn.deviceId,
    name: signedIn.name,
  });
  if (!granted.ok) return refusedBody(granted.refusal);
  return Response.json({ grant: granted.value });
}
