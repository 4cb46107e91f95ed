import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { withoutPadding } from "~/server/http/without-padding";
import { findLocale } from "./i18n/find-locale";
import { i18nOf } from "./i18n/translate";

/** How long a page may stream before what is missing is given up. */
export const streamTimeout = 8_000;

interface Page {
  readonly request: Request;
  readonly status: number;
  readonly headers: Headers;
  readonly remix: EntryContext;
  readonly context: AppLoadContext;
}

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  return renderPage({ request, status, headers, remix, context });
}

/** Errors of loaders, actions and rendering: to the log, whole; the browser gets a kind page without details. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  // What no route takes (a method, a path) is answered and logged as the request it is: nothing failed.
  const isAnswer = isRouteErrorResponse(error) && error.status < 500;
  if (!request.signal.aborted && !isAnswer) context.log.error({ err: error, method: request.method }, "a page failed");
}

function renderPage({ request, status, headers, remix, context }: Page): Promise<Response> {
  const locale = findLocale(request);
  const whole = isbot(request.headers.get("User-Agent"));
  return new Promise((resolve, reject) => {
    let sent = false;
    let answered = status;
    const send = () => {
      sent = true;
      const body = withoutPadding();
      // A timer left running would hold the whole request in memory for seconds.
      body.on("close", () => clearTimeout(timer));
      headers.set("Content-Type", "text/html; charset=utf-8");
      headers.set("Content-Language", locale);
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answered }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <I18nextProvider i18n={i18nOf(locale)}>
        <RemixServer context={remix} url={request.url} nonce={context.nonce} abortDelay={streamTimeout} />
      </I18nextProvider>,
      {
        nonce: context.nonce,
        [whole ? "onAllReady" : "onShellReady"]: send,
        onShellError: reject,
        onError(error: unknown) {
          answered = 500;
          if (sent) context.log.error({ err: error }, "a page broke while it was sent");
        },
      },
    );
    const timer = setTimeout(abort, streamTimeout + 1_000);
  });
}
