/** /locations: the places of an organization, before and beside Webex Calling. */
import { z } from "zod";
import { cutPage, oneMore, pageSize, wholeNumber } from "../http/paging.ts";
import { defineRoute, type Route } from "../http/routing.ts";
import { locationAddress, locationLanguage, nonEmpty, orgQuery, timeZone } from "../http/wire.ts";
import { decodeId, encodeId } from "../ids.ts";
import { partner } from "../partner.ts";
import { refuse, refuseDuplicate } from "../refusal.ts";
import { checkAnnouncementLanguage } from "../rules/announcement-languages.ts";
import { checkStays, enterOrganization, findLocation } from "../rules/organization-access.ts";
import type { Location } from "../store/locations.ts";
import type { World } from "../world.ts";

const locationName = nonEmpty.max(256);

const createLocation = z.strictObject({
  name: locationName,
  timeZone,
  preferredLanguage: locationLanguage,
  announcementLanguage: locationLanguage,
  address: locationAddress,
  latitude: z.string().optional(),
  longitude: z.string().optional(),
  notes: z.string().optional(),
});

const updateLocation = z.strictObject({
  name: locationName.optional(),
  timeZone: timeZone.optional(),
  preferredLanguage: locationLanguage.optional(),
  address: locationAddress.partial().optional(),
});

const locationsQuery = z.strictObject({
  name: z.string().optional(),
  id: z.string().optional(),
  orgId: z.string().optional(),
  max: pageSize.optional(),
  start: wholeNumber.optional(),
});

const list = defineRoute({
  method: "GET",
  path: "/locations",
  query: locationsQuery,
  answer({ query, url }, world) {
    const page = { max: Math.min(query.max ?? 500, 500), offset: query.start ?? 0 };
    const filter = {
      orgUuid: enterOrganization(world, query.orgId),
      name: query.name,
      uuid: query.id && (decodeId("LOCATION", query.id) ?? query.id),
    };
    const found = world.store.locations.list(filter, oneMore(page));
    const { rows, headers } = cutPage(found, page, { url, offsetName: "start" });
    return {
      status: 200,
      body: { items: rows.filter(({ uuid }) => world.sight.sees(uuid)).map(viewLocation) },
      headers,
    };
  },
});

const create = defineRoute({
  method: "POST",
  path: "/locations",
  query: orgQuery,
  body: createLocation,
  rival: {
    kind: "location",
    key: ({ name }, { orgId = "" }) => `${orgId} ${name}`,
    differ: ({ address, ...body }) => ({
      ...body,
      address: { ...address, address1: "1 Other Street", city: "Elsewhere" },
    }),
  },
  answer({ query, body }, world) {
    const orgUuid = enterOrganization(world, query.orgId);
    checkStays(world, orgUuid);
    if (orgUuid === partner.orgUuid) refuse(403, "Locations are made in a customer's organization: name its orgId.");
    checkName(world, orgUuid, body.name);
    checkAnnouncementLanguage(body.announcementLanguage);
    const { announcementLanguage: _, ...rest } = body;
    const location: Location = { uuid: world.newUuid(), orgUuid, ...rest };
    world.store.locations.save(location);
    world.sight.note(location.uuid);
    return { status: 201, body: { id: encodeId("LOCATION", location.uuid) } };
  },
});

const read = defineRoute({
  method: "GET",
  path: "/locations/{locationId}",
  query: orgQuery,
  answer({ params, query }, world) {
    const location = findLocation(world, params.locationId, query.orgId);
    if (!world.sight.sees(location.uuid)) refuse(404, `Location ${params.locationId} not found.`);
    return { status: 200, body: viewLocation(location) };
  },
});

const update = defineRoute({
  method: "PUT",
  path: "/locations/{locationId}",
  query: orgQuery,
  body: updateLocation,
  answer({ params, query, body }, world) {
    const location = findLocation(world, params.locationId, query.orgId);
    checkNewName(world, location, body.name);
    world.store.locations.save({
      ...location,
      name: body.name ?? location.name,
      timeZone: body.timeZone ?? location.timeZone,
      preferredLanguage: body.preferredLanguage ?? location.preferredLanguage,
      address: changeAddress(location.address, body.address),
    });
    return { status: 204 };
  },
});

const remove = defineRoute({
  method: "DELETE",
  path: "/locations/{locationId}",
  query: orgQuery,
  answer({ params, query }, world) {
    const location = findLocation(world, params.locationId, query.orgId);
    if (location.calling) refuse(409, "Disable Webex Calling for the location before it is deleted.");
    world.store.locations.remove(location.uuid);
    return { status: 204 };
  },
});

export const locationRoutes: readonly Route[] = [list, create, read, update, remove];

function checkName(world: World, orgUuid: string, name: string): void {
  if (world.store.locations.byName(orgUuid, name)) {
    refuseDuplicate("location", 409, `A location with the name ${name} exists already.`);
  }
}

function checkNewName(world: World, location: Location, name: string | undefined): void {
  if (name === undefined) return;
  if (location.calling && name.length > 80) refuse(400, "The name of a calling location has at most 80 characters.");
  const namesake = world.store.locations.byName(location.orgUuid, name);
  if (namesake && namesake.uuid !== location.uuid) refuse(409, `A location with the name ${name} exists already.`);
}

function changeAddress(
  before: Location["address"],
  change: z.infer<typeof updateLocation>["address"],
): Location["address"] {
  return {
    address1: change?.address1 ?? before.address1,
    address2: change?.address2 ?? before.address2,
    city: change?.city ?? before.city,
    state: change?.state ?? before.state,
    postalCode: change?.postalCode ?? before.postalCode,
    country: change?.country ?? before.country,
  };
}

function viewLocation(location: Location): Record<string, unknown> {
  const { uuid, orgUuid, name, address, timeZone, preferredLanguage, latitude, longitude, notes } = location;
  return {
    id: encodeId("LOCATION", uuid),
    name,
    orgId: encodeId("ORGANIZATION", orgUuid),
    address,
    timeZone,
    preferredLanguage,
    latitude,
    longitude,
    notes,
  };
}
