/** /people and /roles: who holds the token, who is in an organization, and the names of roles. */
import { z } from "zod";
import { cutPage, oneMore, pageSize, wholeNumber } from "../http/paging.ts";
import { defineRoute, type Route } from "../http/routing.ts";
import { e164, email, nonEmpty } from "../http/wire.ts";
import { decodeId, encodeId, licenseId, uuidOfText } from "../ids.ts";
import { partner } from "../partner.ts";
import { enterOrganization } from "../rules/organization-access.ts";
import {
  displayNameOf,
  findPersonOfToken,
  type Replacement,
  removePerson,
  replacePerson,
  scimRoles,
} from "../rules/people.ts";
import { emptyProfile, type PersonRow } from "../store/people.ts";
import type { World } from "../world.ts";

const flag = z.enum(["true", "false"]).optional();

const peopleQuery = z.strictObject({
  email: z.string().optional(),
  displayName: z.string().optional(),
  id: z.string().optional(),
  orgId: z.string().optional(),
  roles: z.string().optional(),
  callingData: flag,
  locationId: z.string().optional(),
  max: pageSize.optional(),
  start: wholeNumber.optional(),
  excludeStatus: flag,
});

const personQuery = z.strictObject({ callingData: flag });

const replaceQuery = z.strictObject({ callingData: flag, showAllTypes: flag, minResponse: flag });

const personAddress = z.strictObject({
  type: z.string().optional(),
  country: z.string().optional(),
  locality: z.string().optional(),
  region: z.string().optional(),
  streetAddress: z.string().optional(),
  postalCode: z.string().optional(),
});

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
  ...emptyProfile,
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
    const items = rows.map((row) => (query.callingData === "true" ? viewWithCalling(world, row) : view(row)));
    return { status: 200, body: { items }, headers };
  },
});

const read = defineRoute({
  method: "GET",
  path: "/people/{personId}",
  query: personQuery,
  answer({ params, query }, world) {
    const person = findPersonOfToken(world, params.personId);
    return { status: 200, body: query.callingData === "true" ? viewWithCalling(world, person) : view(person) };
  },
});

const remove = defineRoute({
  method: "DELETE",
  path: "/people/{personId}",
  answer({ params }, world) {
    removePerson(world, findPersonOfToken(world, params.personId));
    return { status: 204 };
  },
});

const replaceBody = z.strictObject({
  emails: z.array(email).optional(),
  phoneNumbers: z.array(z.strictObject({ type: z.enum(["work"]).optional(), value: e164.optional() })).optional(),
  extension: z.string().optional(),
  locationId: z.string().optional(),
  displayName: nonEmpty,
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  nickName: z.string().optional(),
  avatar: z.string().optional(),
  orgId: z.string().optional(),
  roles: z.array(z.string()).optional(),
  licenses: z.array(z.string()).optional(),
  department: z.string().optional(),
  manager: z.string().optional(),
  managerId: z.string().optional(),
  title: z.string().optional(),
  addresses: z.array(personAddress).optional(),
  siteUrls: z.array(z.string()).optional(),
  loginEnabled: z.boolean().optional(),
});

/** Replaces all of a person: what is left out is taken away. The directory is changed first, calling after it. */
const replace = defineRoute({
  method: "PUT",
  path: "/people/{personId}",
  query: replaceQuery,
  body: replaceBody,
  half: ({ params, body }, world) => ({
    ...body,
    extension: findPersonOfToken(world, params.personId).extension ?? undefined,
  }),
  answer({ params, query, body }, world) {
    const person = findPersonOfToken(world, params.personId);
    replacePerson(world, person, toReplacement(body));
    if (query.minResponse === "true") return { status: 204 };
    const after = findPersonOfToken(world, params.personId);
    return { status: 200, body: query.callingData === "true" ? viewWithCalling(world, after) : view(after) };
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

export const peopleRoutes: readonly Route[] = [me, list, read, replace, remove, roles];

/** Licences and roles that are nobody's are passed over, as Webex does. */
function toReplacement(body: z.infer<typeof replaceBody>): Replacement {
  return {
    displayName: body.displayName,
    firstName: body.firstName ?? null,
    lastName: body.lastName ?? null,
    title: body.title ?? null,
    department: body.department ?? null,
    avatar: body.avatar ?? null,
    number: body.phoneNumbers?.find(({ value }) => value !== undefined)?.value,
    extension: body.extension,
    locationUuid:
      body.locationId === undefined ? undefined : (decodeId("LOCATION", body.locationId) ?? body.locationId),
    roles: Object.keys(scimRoles).filter((role) => body.roles?.includes(roleId(role))),
    hasLicense: (orgUuid, code) => body.licenses?.includes(licenseId(orgUuid, code)) ?? false,
  };
}

function roleId(value: string): string {
  return encodeId("ROLE", uuidOfText(value));
}

function viewWithCalling(world: World, row: PersonRow): Record<string, unknown> {
  return { ...view(row), ...viewCalling(world, row) };
}

function view(row: PersonRow): Record<string, unknown> {
  const { uuid, orgUuid, email, firstName, lastName, created, modified } = row;
  return {
    id: encodeId("PEOPLE", uuid),
    emails: [email],
    displayName: displayNameOf(row),
    firstName: firstName ?? undefined,
    lastName: lastName ?? undefined,
    title: row.title ?? undefined,
    department: row.department ?? undefined,
    avatar: row.avatar ?? undefined,
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

/** Numbers with what belongs to the calling licences; the extension stands among them once more, behind the prefix. */
function viewCalling(world: World, { uuid, orgUuid, extension, locationUuid }: PersonRow): Record<string, unknown> {
  const { numbers, locations, subscribers } = world.store;
  const number = numbers.ofOwner(uuid)?.number;
  const prefix = (locationUuid && locations.byUuid(locationUuid)?.calling?.routingPrefix) ?? "";
  const phoneNumbers = [
    ...(number === undefined ? [] : [{ type: "work", value: number, primary: true }]),
    ...(extension === null ? [] : [{ type: "work_extension", value: `${prefix}${extension}` }]),
  ];
  const packages = subscribers.byPerson(uuid)?.packages ?? [];
  return {
    ...(phoneNumbers.length > 0 ? { phoneNumbers } : {}),
    ...(extension === null ? {} : { extension }),
    ...(locationUuid === null ? {} : { locationId: encodeId("LOCATION", locationUuid) }),
    licenses: packages.map((code) => licenseId(orgUuid, code)),
  };
}
