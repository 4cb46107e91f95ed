import { useRouteLoaderData } from "@remix-run/react";
import type { Locale } from "../domain/kernel/locale";

export type Theme = "system" | "light" | "dark";

/** What every page knows from its first byte. */
export interface RootData {
  readonly locale: Locale;
  readonly theme: Theme;
  /** Random per answer; with a form's own id it makes the id of the command that the form posts. */
  readonly formKey: string;
  /** The server's clock when it answered (UTC ms). */
  readonly nowMs: number;
  readonly signedIn: { readonly id: string; readonly name: string } | null;
  /** No mail server is set: mails wait on the outbox page. */
  readonly mailOutbox: boolean;
  /** This browser knows the outbox's address, which is printed in the terminal. */
  readonly opensOutbox: boolean;
  readonly requestId: string;
  readonly nonce: string;
  /** The address begins with a language that is none of ours. */
  readonly unknownLanguage: boolean;
}

/** The root's data; undefined only on an error page that came before it. */
export function useRootData(): RootData | undefined {
  return useRouteLoaderData<RootData>("root");
}
