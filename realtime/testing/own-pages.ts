import type { SessionId } from "~/app/domain/kernel/ids";
import { liveSession } from "~/server/queries/live/live-session";
import type { Somebody } from "~/server/testing/build-assembly";
import { value } from "~/server/testing/build-live";
import { DocumentClient } from "../browser/documents/document-client";
import { LiveClient } from "../browser/live/live-client";
import { type LiveWorld, liveSocket, until, webSocketClass } from "./live-world";
import type { SharedText } from "./shared-text";

/** A live page of somebody, online. Stop it. */
export async function livePage(
  world: LiveWorld,
  { sessionId }: { readonly sessionId: SessionId },
  { personId }: Pick<Somebody, "personId">,
): Promise<LiveClient> {
  const page = new LiveClient(value(await liveSession(await world.as(personId), sessionId)));
  page.start(liveSocket(world, await world.signIn(personId)));
  await until(page.subscribe, () => page.view().connection === "online");
  return page;
}

/** A page of somebody with a text open, all of it saved. Stop it. */
export async function textPage(
  world: LiveWorld,
  { documentId }: Pick<SharedText, "documentId">,
  { personId }: Pick<Somebody, "personId">,
): Promise<DocumentClient> {
  const page = new DocumentClient({
    documentId,
    serverUrl: world.wsUrl,
    WebSocketPolyfill: webSocketClass(await world.signIn(personId)),
  });
  await until(page.subscribe, () => page.view().status === "saved");
  return page;
}
