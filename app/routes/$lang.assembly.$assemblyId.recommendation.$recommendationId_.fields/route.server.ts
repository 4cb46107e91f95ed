import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { rowFieldLimits } from "~/app/domain/drafting/row-fields";
import { editFields } from "~/server/commands/draft/edit-fields";
import { findAddress } from "~/server/http/read-address";
import { readForm } from "~/server/http/read-form";
import { refusedBody } from "~/server/http/reply";
import { fieldTexts } from "~/server/queries/draft/field-texts";
import { fieldsForm, readEdits } from "./form";

const orderOf = (params: LoaderFunctionArgs["params"]) => findAddress(params, "assemblyId", "recommendationId");

/** The fields as they are now, for pages that write them: `FieldTexts`, or `{ refusal }` with its status. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const order = orderOf(params);
  if (!order) return refusedBody({ code: "not-found" });
  const read = await fieldTexts(context, order);
  if (!read.ok) return refusedBody(read.refusal);
  return Response.json(read.value);
}

/** Saves what was typed; answers the fields as they are then. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const order = orderOf(params);
  if (!order) return refusedBody({ code: "not-found" });
  const read = readForm(fieldsForm, await request.formData());
  if (!read.ok) return Response.json({ refusal: read.reply.refusals[0] }, { status: 422 });
  const { commandId, ...fields } = read.value;
  const edits = readEdits(fields);
  if ("tooLong" in edits) {
    const { tooLong: field } = edits;
    const data = { max: rowFieldLimits[field] };
    return refusedBody({ code: "text-too-long", field, data });
  }
  const result = await editFields(context, commandId, { ...order, edits });
  if (!result.ok) return refusedBody(result.refusal);
  const after = await fieldTexts(context, order);
  return Response.json(after.ok ? after.value : { refusal: after.refusal });
}
