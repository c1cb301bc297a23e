/** Calls for the roles of people, by SCIM. */
import { uuidOf } from "./ids.ts";
import { type ListRequest, readAll, readPages } from "./pages.ts";
import type { Http, Refused, Reply } from "./request.ts";
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

/** Gives and takes roles of a person; their roles after it. Ids in either spelling. */
export async function patchRoles(
  http: Http,
  of: { readonly orgId: string; readonly personId: string; readonly change: RoleChange },
  signal: AbortSignal,
): Promise<Reply<ScimUser>> {
  const orgUuid = uuidOf(of.orgId);
  const userId = uuidOf(of.personId);
  if (!orgUuid || !userId) return withoutUuid();
  const params = { orgId: orgUuid, userId };
  const body = encodeRolePatch(of.change);
  const about = { base: "scim", route: oneRoute, params, orgId: of.orgId } as const;
  return http.send({ method: "PATCH", ...about, body, answer: scimUserSchema, signal });
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
