import type { Role } from "../assembly/role";
import type { OrganisationId } from "../kernel/ids";
import { accepted, type Result, refuse } from "../kernel/result";

/**
 * Whether an organiser of `organisationId` may hand this person a way in (a printed card, a desk sign-in). A device is signed in as the
 * person, with all they may do: so only those who are nothing but members, and of this organisation's assemblies only.
 * Refuses with `not-only-a-member`: such a person comes in by mail.
 */
export function mayBeSignedInByOthers(
  person: {
    readonly organises: number;
    readonly roles: readonly { readonly role: Role; readonly organisationId: OrganisationId | undefined }[];
  },
  organisationId: OrganisationId,
): Result<undefined, "not-only-a-member"> {
  const onlyMember = person.roles.every((held) => held.role === "member" && held.organisationId === organisationId);
  return person.organises === 0 && onlyMember ? accepted : refuse("not-only-a-member");
}
