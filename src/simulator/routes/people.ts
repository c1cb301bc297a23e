/** /people and /roles: who holds the token, who is in an organisation, and the names of roles. */
import { cutPage, oneMore } from "../http/paging.ts";
import { defineRoute, type Route } from "../http/routing.ts";
import { decodeId, encodeId, uuidOfText } from "../ids.ts";
import { partner } from "../partner.ts";
import { refuse } from "../refusal.ts";
import { peopleQuery, personQuery } from "../requests/people.ts";
import { enterOrganization, findManagedOrganization } from "../rules/organization-access.ts";
import { removePerson } from "../rules/people.ts";
import { scimRoles } from "../rules/roles.ts";
import type { PersonRow } from "../store/people.ts";
import type { World } from "../world.ts";

const tokenOwner: PersonRow = {
  uuid: partner.personUuid,
  orgUuid: partner.orgUuid,
  email: partner.email,
  firstName: partner.firstName,
  lastName: partner.lastName,
  isPending: 0,
  isCalling: 0,
  locationUuid: null,
  extension: null,
  created: partner.created,
  modified: partner.created,
  version: 1,
  roles: "id_full_admin",
};

const me = defineRoute({
  method: "GET",
  path: "/people/me",
  query: personQuery,
  answer: () => ({ status: 200, body: view(tokenOwner) }),
});

const list = defineRoute({
  method: "GET",
  path: "/people",
  query: peopleQuery,
  answer({ query, url }, world) {
    const page = { max: Math.min(query.max ?? 100, 1000), offset: query.start ?? 0 };
    const filter = {
      orgUuid: enterOrganization(world, query.orgId),
      email: query.email?.toLowerCase(),
      uuid: query.id && (decodeId("PEOPLE", query.id) ?? query.id),
    };
    const found = world.store.people.list(filter, oneMore(page));
    const { rows, headers } = cutPage(found, page, { url, offsetName: "start" });
    return { status: 200, body: { items: rows.map((row) => view(row)) }, headers };
  },
});

const read = defineRoute({
  method: "GET",
  path: "/people/{personId}",
  query: personQuery,
  answer({ params, query }, world) {
    const person = findPerson(world, params.personId);
    const number = query.callingData === "true" ? world.store.numbers.ofOwner(person.uuid)?.number : undefined;
    return { status: 200, body: view(person, query.callingData === "true", number) };
  },
});

const remove = defineRoute({
  method: "DELETE",
  path: "/people/{personId}",
  answer({ params }, world) {
    removePerson(world, findPerson(world, params.personId));
    return { status: 204 };
  },
});

const roles = defineRoute({
  method: "GET",
  path: "/roles",
  answer: () => ({
    status: 200,
    body: { items: Object.entries(scimRoles).map(([value, name]) => ({ id: roleId(value), name })) },
  }),
});

export const peopleRoutes: readonly Route[] = [me, list, read, remove, roles];

function findPerson(world: World, personId: string): PersonRow {
  const uuid = decodeId("PEOPLE", personId);
  const person = uuid === undefined ? undefined : world.store.people.byUuid(uuid);
  if (!person || person.isPending === 1) refuse(404, `Person ${personId} not found.`);
  findManagedOrganization(world, person.orgUuid);
  return person;
}

function roleId(value: string): string {
  return encodeId("ROLE", uuidOfText(value));
}

function view(row: PersonRow, withCalling = false, number?: string): Record<string, unknown> {
  const { uuid, orgUuid, email, firstName, lastName, created, modified } = row;
  return {
    id: encodeId("PEOPLE", uuid),
    emails: [email],
    ...(withCalling ? viewCalling(row, number) : {}),
    displayName: [firstName, lastName].filter((part) => part !== null).join(" ") || email,
    firstName: firstName ?? undefined,
    lastName: lastName ?? undefined,
    orgId: encodeId("ORGANIZATION", orgUuid),
    roles: (row.roles?.split(",") ?? []).map(roleId),
    created,
    lastModified: modified,
    status: "unknown",
    invitePending: "false",
    loginEnabled: "true",
    type: "person",
  };
}

function viewCalling({ extension, locationUuid }: PersonRow, number: string | undefined): Record<string, unknown> {
  return {
    ...(number === undefined ? {} : { phoneNumbers: [{ type: "work", value: number, primary: true }] }),
    ...(extension === null ? {} : { extension }),
    ...(locationUuid === null ? {} : { locationId: encodeId("LOCATION", locationUuid) }),
  };
}
