/** SCIM: the users of an organization, their roles, and their end. Ids are bare UUIDs here. */
import { z } from "zod";
import { wholeNumber } from "../http/paging.ts";
import { defineRoute, type Route } from "../http/routing.ts";
import { nonEmpty } from "../http/wire.ts";
import { asUuid } from "../ids.ts";
import { refuse } from "../refusal.ts";
import { enterOrganization } from "../rules/organization-access.ts";
import { displayNameOf, isScimRole, removePerson, scimRoles } from "../rules/people.ts";
import { isSynced } from "../scenarios.ts";
import type { PersonRow, Profile } from "../store/people.ts";
import type { Page } from "../store/search.ts";
import { timestamp, type World } from "../world.ts";

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

const flag = z.enum(["true", "false"]).optional();
const role = z.strictObject({ value: nonEmpty, type: z.string().optional(), display: z.string().optional() });

const patchPerson = z.strictObject({
  schemas: z.array(z.string()).refine((list) => list.includes("urn:ietf:params:scim:api:messages:2.0:PatchOp"), {
    message: "must hold urn:ietf:params:scim:api:messages:2.0:PatchOp",
  }),
  Operations: z
    .array(
      z.strictObject({
        op: z.enum(["add", "replace", "remove"]),
        path: z.string().optional(),
        value: z.union([z.array(role), z.string()]).optional(),
      }),
    )
    .min(1),
});

const scimQuery = z.strictObject({
  filter: z.string().optional(),
  attributes: z.string().optional(),
  excludedAttributes: z.string().optional(),
  sortBy: z.string().optional(),
  sortOrder: z.string().optional(),
  startIndex: wholeNumber.optional(),
  count: wholeNumber.optional(),
  returnGroups: flag,
  includeGroupDetails: flag,
  groupUsageTypes: z.string().optional(),
});

const list = defineRoute({
  method: "GET",
  path: "/identity/scim/{orgId}/v2/Users",
  query: scimQuery,
  answer({ params, query, url }, world) {
    const orgUuid = enterOrganization(world, toUuid(params.orgId));
    const startIndex = Math.max(1, query.startIndex ?? 1);
    const page = { limit: Math.min(query.count ?? 100, 1000), offset: startIndex - 1 };
    const email = query.filter === undefined ? undefined : readFilter(query.filter);
    const { rows, total } = listPeople(world, { orgUuid, email }, page);
    return {
      status: 200,
      body: {
        schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
        totalResults: total,
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
  half: ({ body }) => ({ ...body, Operations: body.Operations.slice(0, Math.ceil(body.Operations.length / 2)) }),
  answer({ params, body, url }, world) {
    const before = findPerson(world, params);
    const { uuid } = before;
    for (const operation of body.Operations) {
      const attribute = attributes[operation.path ?? ""];
      if (attribute) changeAttribute(world, findPerson(world, params), attribute, operation);
      else changeRoles(world, uuid, operation);
    }
    world.store.people.touch(timestamp(world), uuid);
    const answer = { status: 200, body: view(url, findPerson(world, params)) };
    if (isSynced(before.email)) synchronize(world, before);
    return answer;
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

/** Those who are not seen yet are neither listed nor counted: all are read then. */
function listPeople(
  world: World,
  filter: { readonly orgUuid: string; readonly email: string | undefined },
  page: Page,
): { readonly rows: readonly PersonRow[]; readonly total: number } {
  const { people } = world.store;
  if (world.knobs().lagMs === 0 && filter.email === undefined)
    return { rows: people.list(filter, page), total: people.count(filter.orgUuid) };
  const seen = people.list(filter, { limit: -1, offset: 0 }).filter(({ uuid }) => world.sight.sees(uuid));
  return { rows: seen.slice(page.offset, page.offset + page.limit), total: seen.length };
}

export const scimUserRoutes: readonly Route[] = [list, read, patch, remove];

function toUuid(id: string): string {
  return asUuid(id) ?? refuse(400, `${id} is not a UUID: this API takes bare UUIDs.`);
}

function findPerson(world: World, params: { readonly orgId: string; readonly userId: string }): PersonRow {
  const orgUuid = enterOrganization(world, toUuid(params.orgId));
  const person = world.store.people.byUuid(toUuid(params.userId));
  if (person?.orgUuid !== orgUuid || person.isPending === 1 || !world.sight.sees(person.uuid))
    refuse(404, `User ${params.userId} not found.`);
  return person;
}

/** The one filter that is known. */
function readFilter(filter: string): string {
  const [, email] = /^\s*(?:userName|emails\.value)\s+eq\s+"([^"]*)"\s*$/i.exec(filter) ?? [];
  return email?.toLowerCase() ?? refuse(400, `filter: only userName eq "..." is supported, not ${filter}.`);
}

type Operation = z.infer<typeof patchPerson>["Operations"][number];

type Attribute = "firstName" | "lastName" | Exclude<keyof Profile, "avatar">;

/** By their paths. */
const attributes: Readonly<Record<string, Attribute>> = {
  "name.givenName": "firstName",
  "name.familyName": "lastName",
  displayName: "displayName",
  title: "title",
  preferredLanguage: "language",
  [`${enterprise}:department`]: "department",
};

function changeAttribute(world: World, person: PersonRow, attribute: Attribute, { op, path, value }: Operation): void {
  if (op !== "remove" && typeof value !== "string") refuse(400, `value: ${path} is a text.`);
  if (op === "remove" && person[attribute] === null) refuse(400, `noTarget: there is no ${path}.`);
  const { people } = world.store;
  const after = { ...person, [attribute]: op === "remove" ? null : value };
  people.rename(after.firstName, after.lastName, person.uuid);
  people.describe(person.uuid, after);
}

/** The directory writes its own values over it. */
function synchronize({ store: { people } }: World, before: PersonRow): void {
  people.rename(before.firstName, before.lastName, before.uuid);
  people.describe(before.uuid, before);
}

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
function rolesOf({ path = "", value: given = [], op }: Operation): string[] {
  const value = typeof given === "string" ? [{ value: given }] : given;
  const [, named] = /^roles\[value eq "([^"]+)"\]$/i.exec(path) ?? [];
  if (named === undefined && path !== "roles")
    refuse(400, `path: only names, title, department, preferredLanguage and roles can be changed here, not ${path}.`);
  const roles = named === undefined ? value.map((role) => role.value) : [named];
  if (op !== "remove" && roles.length === 0) refuse(400, "value: no role is given.");
  const foreign = roles.find((role) => !isScimRole(role));
  return foreign === undefined ? roles : refuse(400, `The role ${foreign} cannot be assigned by SCIM.`);
}

function view({ origin }: URL, row: PersonRow): Record<string, unknown> {
  const { uuid, orgUuid, email, firstName, lastName, created, modified, version } = row;
  return {
    schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
    ...(row.title === null ? {} : { title: row.title }),
    ...(row.language === null ? {} : { preferredLanguage: row.language }),
    ...(row.department === null ? {} : { [enterprise]: { department: row.department } }),
    id: uuid,
    userName: email,
    active: true,
    roles: (row.roles?.split(",") ?? []).map((value) => ({ value, type: "cirole", display: scimRoles[value] })),
    name: { givenName: firstName ?? undefined, familyName: lastName ?? undefined },
    displayName: displayNameOf(row),
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
