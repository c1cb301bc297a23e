/** How SCIM spells people and their roles: routes, what is read, what is sent. Ids are bare UUIDs there. */

import { z } from "zod";
import { isSameName } from "../../model/names.ts";
import { type DirectoryEntry, type DirectoryField, type RoleName, roleNames } from "../../model/records.ts";
import { text } from "../../model/words/text.ts";
import { type ListRequest, readAll, readPages } from "../http/pages.ts";
import type { Http, Refused, Reply } from "../http/request.ts";
import { noAnswer, optionalText } from "../http/wire.ts";
import { uuidOf } from "../ids.ts";

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
const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

export const scimUserSchema = z
  .object({
    id: z.string(),
    userName: z.string(),
    active: z.boolean().nullish(),
    roles: z.array(roleSchema).nullish(),
    name: nameSchema.nullish(),
    displayName: optionalText,
    title: optionalText,
    preferredLanguage: optionalText,
    [enterprise]: z.object({ department: optionalText }).nullish(),
    meta: z.object({ created: optionalText }).nullish(),
  })
  .transform(({ id, userName, roles, active, name, displayName, title, preferredLanguage, meta, ...extensions }) => ({
    id,
    firstName: name?.givenName,
    lastName: name?.familyName,
    displayName,
    title,
    department: extensions[enterprise]?.department,
    language: preferredLanguage,
    createdAt: meta?.created,
    /** Lower case. */
    email: userName.toLowerCase(),
    isActive: active !== false,
    roles: (roles ?? []).map((role) => roleOf(role.value ?? "")).filter((role) => role !== undefined),
  }));
/** A person in an organization, with those roles that are among ours. */
export type ScimUser = z.infer<typeof scimUserSchema>;

export const scimPageSchema = z
  .object({ Resources: z.array(scimUserSchema).nullish(), totalResults: z.number().nullish() })
  .transform(({ Resources, totalResults }) => ({ elements: Resources ?? [], total: totalResults ?? undefined }));

const paths: Readonly<Record<DirectoryField, string>> = {
  displayName: "displayName",
  firstName: "name.givenName",
  lastName: "name.familyName",
  title: "title",
  department: `${enterprise}:department`,
  language: "preferredLanguage",
};

/** What is to be of a person: fields that are named (blank: none), roles that are given and taken. */
export type PersonChange = DirectoryEntry & {
  readonly addedRoles?: readonly RoleName[];
  readonly removedRoles?: readonly RoleName[];
};

/** Body of a PATCH, carried out from the first to the last. Giving a role that is there, or taking one that is not, changes nothing. */
export function encodePersonPatch({ addedRoles = [], removedRoles = [], ...fields }: PersonChange) {
  const operations = [
    ...Object.entries(paths).flatMap(([field, path]) => {
      const value = fields[field as DirectoryField]; // the keys of `paths`
      if (value === undefined) return [];
      return value === "" ? [{ op: "remove", path }] : [{ op: "replace", path, value }];
    }),
    ...(addedRoles.length > 0 ? [{ op: "add", path: "roles", value: addedRoles.map(encodeRole) }] : []),
    ...(removedRoles.length > 0 ? [{ op: "remove", path: "roles", value: removedRoles.map(encodeRole) }] : []),
  ];
  return { schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], Operations: operations };
}

function encodeRole(role: RoleName) {
  return { value: spellings[role], type: "cirole" };
}

/** A filter for one user name. A quote or a backslash in it must not end the text. */
export function encodeUserNameFilter(email: string): string {
  return ["userName", "eq", JSON.stringify(email)].join(" ");
}

const listRoute = "/identity/scim/{orgId}/v2/Users";
const oneRoute = "/identity/scim/{orgId}/v2/Users/{userId}";
/** SCIM's default; the most is not documented. */
const pageSize = 100;

/** The people of an organization with their roles, page by page. */
export async function* listRoles(
  http: Http,
  orgId: string,
  signal: AbortSignal,
): AsyncGenerator<Reply<readonly ScimUser[]>, void> {
  const list = userList(orgId, undefined, signal);
  if ("failure" in list) yield list;
  else yield* readPages(http, list);
}

/** The person with this e-mail and their roles; `undefined` when the organization has none. */
export async function findRoles(
  http: Http,
  { orgId, email }: { readonly orgId: string; readonly email: string },
  signal: AbortSignal,
): Promise<Reply<ScimUser | undefined>> {
  const list = userList(orgId, encodeUserNameFilter(email), signal);
  if ("failure" in list) return list;
  const reply = await readAll(http, list);
  return reply.ok ? { ...reply, value: reply.value.find((user) => isSameName(user.email, email)) } : reply;
}

export type PersonOf = { readonly orgId: string; readonly personId: string };

/** Changes single fields and roles of a person; the person after it. Ids in either spelling. */
export async function patchPerson(
  http: Http,
  { change, ...of }: PersonOf & { readonly change: PersonChange },
  signal: AbortSignal,
): Promise<Reply<ScimUser>> {
  const about = aboutPerson(of);
  if ("failure" in about) return about;
  return http.send({ method: "PATCH", ...about, body: encodePersonPatch(change), answer: scimUserSchema, signal });
}

/** One person of an organization, with their roles. Ids in either spelling. */
export async function getPerson(http: Http, of: PersonOf, signal: AbortSignal): Promise<Reply<ScimUser>> {
  const about = aboutPerson(of);
  return "failure" in about ? about : http.send({ method: "GET", ...about, answer: scimUserSchema, signal });
}

/** Removes a person from an organization, for good. Ids in either spelling. */
export async function deletePerson(http: Http, of: PersonOf, signal: AbortSignal): Promise<Reply<undefined>> {
  const about = aboutPerson(of);
  return "failure" in about ? about : http.send({ method: "DELETE", ...about, answer: noAnswer, signal });
}

function aboutPerson({ orgId, personId }: PersonOf) {
  const orgUuid = uuidOf(orgId);
  const userId = uuidOf(personId);
  if (!orgUuid || !userId) return withoutUuid();
  return { base: "scim", route: oneRoute, params: { orgId: orgUuid, userId }, orgId } as const;
}

function userList(orgId: string, filter: string | undefined, signal: AbortSignal): ListRequest<ScimUser> | Refused {
  const uuid = uuidOf(orgId);
  if (!uuid) return withoutUuid();
  return {
    base: "scim",
    route: listRoute,
    params: { orgId: uuid },
    query: { filter, startIndex: 1, count: pageSize },
    orgId,
    answer: scimPageSchema,
    counted: { parameter: "startIndex", first: 1, pageSize },
    signal,
  };
}

function withoutUuid(): Refused {
  const message = text("id_without_uuid");
  return { ok: false, failure: { kind: "contract", sent: false, message } };
}
