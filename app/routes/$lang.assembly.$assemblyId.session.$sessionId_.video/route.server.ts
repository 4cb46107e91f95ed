import type { LoaderFunctionArgs } from "@remix-run/node";
import { readId } from "~/app/domain/kernel/ids";
import { readAddress } from "~/server/http/read-address";
import { statusOf } from "~/server/http/reply";
import { roomGrant } from "~/server/queries/video/room-grant";

/** The way into the video room where the person is now, for `?group=` or the plenary: `{ grant }`, or `{ refusal }` with its status. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { signedIn } = context;
  const group = new URL(request.url).searchParams.get("group");
  const groupId = readId<"group">(group);
  if (!signedIn) return Response.json({ refusal: { code: "sign-in-needed" } }, { status: 401 });
  if (group !== null && groupId === null) return Response.json({ refusal: { code: "not-found" } }, { status: 404 });
  const granted = await roomGrant(context, {
    ...readAddress(params, "assemblyId", "sessionId"),
    groupId,
    deviceId: signedIn.deviceId,
    name: signedIn.name,
  });
  if (!granted.ok) return Response.json({ refusal: granted.refusal }, { status: statusOf(granted.refusal) });
  return Response.json({ grant: granted.value });
}
