import type { DrawRequest } from "~/app/domain/sortition/draw-request";
import { readJson } from "../read-json";
import { drawRun } from "../schema/recruitment";
import { drawRequest } from "../shapes/draw";

/** A draw's request from the text that was recorded and hashed; a run that has ended keeps none. */
export function recordedRequest(inputs: string): DrawRequest {
  return readJson(drawRun.inputs, drawRequest, inputs);
}
