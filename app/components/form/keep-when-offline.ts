import type { FormReply } from "~/app/domain/kernel/reply";

interface Sent {
  readonly request: Request;
  readonly serverAction: () => Promise<unknown>;
}

/**
 * A form's `clientAction`: when the server is out of reach, the form stays with what was typed and says so, instead of the error page.
 * `export const clientAction = (sent: ClientActionFunctionArgs) => keepWhenOffline(sent)`.
 */
export async function keepWhenOffline({ request, serverAction }: Sent): Promise<unknown> {
  const form = await request.clone().formData();
  try {
    return await serverAction();
  } catch (error) {
    // fetch says TypeError when nothing answered; answers of the server, errors included, are not ours to keep.
    if (!(error instanceof TypeError)) throw error;
    const values = Object.fromEntries(
      [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string"),
    );
    const reply: FormReply = { refusals: [{ code: "network-lost" }], values };
    // A Response with the status of a failure: anything else lets the page fetch its data anew, which would fail and take the form away.
    return Response.json(reply, { status: 503 });
  }
}
