import { hasOrganiser } from "~/db/repositories/organisation";
import type { Caller } from "../../context";

/** Whether the installation still waits for its first organiser. */
export async function waitsForSetUp({ app }: Caller): Promise<boolean> {
  return !(await hasOrganiser(app.stores.main));
}
