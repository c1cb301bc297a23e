/** SCIM: the users of an organisation, their roles, and their end. Ids are bare UUIDs here. */
import { defineRoute, type Route } from "../http/routing.ts";
import { asUuid } from "../ids.ts";
import { refuse } from "../refusal.ts";
import { type PatchPerson, patchPerson, scimQuery } from "../requests/people.ts";
import { enterOrganization } from "../rules/organization-access.ts";
import { removePerson } from "../rules/people.ts";
import { isScimRole, scimRoles } from "../rules/roles.ts";
import type { PersonRow } from "../store/people.ts";
import { timestamp, type World } from "../world.ts";

const list = defineRoute({
  method: "GET",
  path: "/identity/scim/{orgId}/v2/Users",
  query: scimQuery,
  answer({ params, query, url }, world) {
    const orgUuid = enterOrganization(world, toUuid(params.orgId));
    const startIndex = Math.max(1, query.startIndex ?? 1);
    const page = { limit: Math.min(query.count ?? 100, 1000), offset: startIndex - 1 };
    const email = query.filter === undefined ? undefined : readFilter(query.filter);
    const rows = world.store.people.list({ orgUuid, email }, page);
    return {
      status: 200,
      body: {
        schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
        totalResults: email === undefined ? world.store.people.count(orgUuid) : rows.length,
        itemsPerPage: rows.length,
        startIndex,
        Resources: rows.map((row) => view(url, row)),
      },
    };
  },
});

const read = defineRoute({
  method: "GET",
  path: "/identity/scim/{orgId}/v2/Users/{userId}",
  answer: ({ params, url }, world) => ({ status: 200, body: view(url, findPerson(world, params)) }),
});

const patch = defineRoute({
  method: "PATCH",
  path: "/identity/scim/{orgId}/v2/Users/{userId}",
  body: patchPerson,
  answer({ params, body, url }, world) {
    const { uuid } = findPerson(world, params);
    for (const operation of body.Operations) changeRoles(world, uuid, operation);
    world.store.people.touch(timestamp(world), uuid);
    return { status: 200, body: view(url, findPerson(world, params)) };
  },
});

const remove = defineRoute({
  method: "DELETE",
  path: "/identity/scim/{orgId}/v2/Users/{userId}",
  answer({ params }, world) {
    removePerson(world, findPerson(world, params));
    return { status: 204 };
  },
});

export const scimUserRoutes: readonly Route[] = [list, read, patch, remove];

function toUuid(id: string): string {
  return asUuid(id) ?? refuse(400, `${id} is not a UUID: this API takes bare UUIDs.`);
}

function findPerson(world: World, params: { readonly orgId: string; readonly userId: string }): PersonRow {
  const orgUuid = enterOrganization(world, toUuid(params.orgId));
  const person = world.store.people.byUuid(toUuid(params.userId));
  if (person?.orgUuid !== orgUuid || person.isPending === 1) refuse(404, `User ${params.userId} not found.`);
  return person;
}

/** The one filter that is known. */
function readFilter(filter: string): string {
  const [, email] = /^\s*(?:userName|emails\.value)\s+eq\s+"([^"]*)"\s*$/i.exec(filter) ?? [];
  return email?.toLowerCase() ?? refuse(400, `filter: only userName eq "..." is supported, not ${filter}.`);
}

type Operation = PatchPerson["Operations"][number];

function changeRoles(world: World, personUuid: string, operation: Operation): void {
  const { people } = world.store;
  const roles = rolesOf(operation);
  if (operation.op === "replace" || (operation.op === "remove" && roles.length === 0)) people.removeRoles(personUuid);
  for (const role of roles) {
    if (operation.op === "remove") people.removeRole(personUuid, role);
    else people.addRole(personUuid, role);
  }
}

/** From `value`, or from a path such as `roles[value eq "id_user_admin"]`. */
function rolesOf({ path = "", value = [], op }: Operation): string[] {
  const [, named] = /^roles\[value eq "([^"]+)"\]$/i.exec(path) ?? [];
  if (named === undefined && path !== "roles") refuse(400, `path: only roles can be changed here, not ${path}.`);
  const roles = named === undefined ? value.map((role) => role.value) : [named];
  if (op !== "remove" && roles.length === 0) refuse(400, "value: no role is given.");
  const foreign = roles.find((role) => !isScimRole(role));
  return foreign === undefined ? roles : refuse(400, `The role ${foreign} cannot be assigned by SCIM.`);
}

function view({ origin }: URL, row: PersonRow): Record<string, unknown> {
  const { uuid, orgUuid, email, firstName, lastName, created, modified, version } = row;
  return {
    schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
    id: uuid,
    userName: email,
    active: true,
    roles: (row.roles?.split(",") ?? []).map((value) => ({ value, type: "cirole", display: scimRoles[value] })),
    name: { givenName: firstName ?? undefined, familyName: lastName ?? undefined },
    displayName: [firstName, lastName].filter((part) => part !== null).join(" ") || email,
    emails: [{ value: email, type: "work", primary: true }],
    userType: "user",
    meta: {
      resourceType: "User",
      organizationID: orgUuid,
      created,
      lastModified: modified,
      version: `W/"${version}"`,
      location: `${origin}/identity/scim/${orgUuid}/v2/Users/${uuid}`,
    },
  };
}
