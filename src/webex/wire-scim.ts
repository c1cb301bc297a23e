/** How SCIM spells users and their roles. Ids are bare UUIDs there. */
import { z } from "zod";
import { type RoleName, roleNames } from "../model/records.ts";
import { optionalText } from "./wire.ts";

const spellings: Readonly<Record<RoleName, string>> = {
  full_admin: "id_full_admin",
  user_admin: "id_user_admin",
  readonly_admin: "id_readonly_admin",
  device_admin: "id_device_admin",
};

/** The role of ours that SCIM spells so; `undefined` for roles that we neither give nor take. */
export function roleOf(spelling: string): RoleName | undefined {
  return roleNames.find((role) => spellings[role] === spelling.toLowerCase());
}

const roleSchema = z.object({ value: optionalText });

const nameSchema = z.object({ givenName: optionalText, familyName: optionalText });

export const scimUserSchema = z
  .object({
    id: z.string(),
    userName: z.string(),
    active: z.boolean().nullish(),
    roles: z.array(roleSchema).nullish(),
    name: nameSchema.nullish(),
    meta: z.object({ created: optionalText }).nullish(),
  })
  .transform(({ id, userName, roles, active, name, meta }) => ({
    id,
    firstName: name?.givenName,
    lastName: name?.familyName,
    createdAt: meta?.created,
    /** Lower case. */
    email: userName.toLowerCase(),
    isActive: active !== false,
    roles: (roles ?? []).map((role) => roleOf(role.value ?? "")).filter((role) => role !== undefined),
  }));
/** A person in an organization, with those roles that are among ours. */
export type ScimUser = z.infer<typeof scimUserSchema>;

export const scimPageSchema = z
  .object({ Resources: z.array(scimUserSchema).nullish() })
  .transform((page) => page.Resources ?? []);

/** Body of a PATCH that gives and takes roles. Giving a role that is there, or taking one that is not, changes nothing. */
export function encodeRolePatch({ add = [], remove = [] }: RoleChange) {
  const operations = [
    ...(add.length > 0 ? [{ op: "add", path: "roles", value: add.map(encodeRole) }] : []),
    ...(remove.length > 0 ? [{ op: "remove", path: "roles", value: remove.map(encodeRole) }] : []),
  ];
  return { schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], Operations: operations };
}

export type RoleChange = { readonly add?: readonly RoleName[]; readonly remove?: readonly RoleName[] };

function encodeRole(role: RoleName) {
  return { value: spellings[role], type: "cirole" };
}

/** A filter for one user name. A quote or a backslash in it must not end the text. */
export function encodeUserNameFilter(email: string): string {
  return `userName eq ${JSON.stringify(email)}`;
}
