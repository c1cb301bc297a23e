/** Calls for people and their roles, by SCIM. */
import { uuidOf } from "./ids.ts";
import { type ListRequest, readAll, readPages } from "./pages.ts";
import type { Http, Refused, Reply } from "./request.ts";
import { noAnswer } from "./wire.ts";
import {
  encodeRolePatch,
  encodeUserNameFilter,
  type RoleChange,
  type ScimUser,
  scimPageSchema,
  scimUserSchema,
} from "./wire-scim.ts";

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
  return reply.ok ? { ...reply, value: reply.value.find((user) => user.email === email.toLowerCase()) } : reply;
}

type PersonOf = { readonly orgId: string; readonly personId: string };

/** Gives and takes roles of a person; their roles after it. Ids in either spelling. */
export async function patchRoles(
  http: Http,
  { change, ...of }: PersonOf & { readonly change: RoleChange },
  signal: AbortSignal,
): Promise<Reply<ScimUser>> {
  const about = aboutPerson(of);
  if ("failure" in about) return about;
  return http.send({ method: "PATCH", ...about, body: encodeRolePatch(change), answer: scimUserSchema, signal });
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
  const message = "An id of the organization or the person holds no UUID, which SCIM needs.";
  return { ok: false, failure: { kind: "contract", sent: false, message } };
}
