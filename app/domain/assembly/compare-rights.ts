import type { PhaseKind } from "./phase";
import { type Action, actions, rights } from "./rights";
import { type Role, roles } from "./role";

/** What a change of phases gives to some roles and takes from them. */
export interface RightsChange {
  readonly roles: readonly Role[];
  readonly gains: readonly Action[];
  readonly losses: readonly Action[];
}

/** What becomes possible or stops for whom when these phases are open instead of those; roles with the same change stand together. */
export function compareRights(before: readonly PhaseKind[], after: readonly PhaseKind[]): readonly RightsChange[] {
  const found = new Map<string, { roles: Role[]; gains: readonly Action[]; losses: readonly Action[] }>();
  for (const role of roles) {
    const could = actions.filter((action) => maySometime(role, action, before));
    const may = actions.filter((action) => maySometime(role, action, after));
    const gains = may.filter((action) => !could.includes(action));
    const losses = could.filter((action) => !may.includes(action));
    if (gains.length + losses.length === 0) continue;
    const key = `${gains.join()}|${losses.join()}`;
    const same = found.get(key);
    if (same) same.roles.push(role);
    else found.set(key, { roles: [role], gains, losses });
  }
  return [...found.values()];
}

function maySometime(role: Role, action: Action, open: readonly PhaseKind[]): boolean {
  const { to, during } = rights[action];
  return to.includes(role) && open.some((kind) => during.includes(kind));
}
