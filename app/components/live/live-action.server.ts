import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { runLiveCommand } from "~/server/commands/live/run-live-command";
import { readAddress } from "~/server/http/read-address";
import { pathOf, refusedForm } from "~/server/http/reply";
import { sessionOfPage } from "~/server/queries/live/session-of-page";
import { readLiveForm } from "./read-live-form";

/** The action of every page of a session, for those without JavaScript: the commands that the live connection carries otherwise. */
export async function liveAction({ context, params, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const read = readLiveForm(form);
  if (!read.ok) return refusedForm(form, read.refusal);
  const { command } = read;
  const asked = command.input.sessionId;
  const here = await sessionOfPage(context.app, { ...readAddress(params, "assemblyId", "sessionId"), asked });
  if (!here.ok) return refusedForm(form, here.refusal);
  const done = await runLiveCommand(context, command.commandId, command);
  return done.ok ? redirect(pathOf(request)) : refusedForm(form, done.refusal);
}
