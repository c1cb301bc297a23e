/** /telephony/pstn: connection options of a location, and the one chosen. */
import { z } from "zod";
import { pageSize, wholeNumber } from "../http/paging.ts";
import { defineRoute, type Route } from "../http/routing.ts";
import { nonEmpty, orgQuery } from "../http/wire.ts";
import { refuse } from "../refusal.ts";
import { enterOrganization, findCallingLocation } from "../rules/organization-access.ts";
import { connectionOf, isOpenToApi, optionId, pstnOptions, routesOf } from "../rules/pstn-options.ts";
import type { Location, PstnChoice } from "../store/locations.ts";
import type { World } from "../world.ts";

const putConnection = z.strictObject({
  id: nonEmpty.optional(),
  premiseRouteType: z.enum(["TRUNK", "ROUTE_GROUP"]).optional(),
  premiseRouteId: nonEmpty.optional(),
});

const optionsQuery = z.strictObject({ orgId: z.string().optional(), serviceTypes: z.string().optional() });

const pstnServices = ["GEOGRAPHIC_NUMBERS"];

const options = defineRoute({
  method: "GET",
  path: "/telephony/pstn/locations/{locationId}/connectionOptions",
  query: optionsQuery,
  answer({ params, query }, world) {
    const location = findCallingLocation(world, params.locationId, query.orgId);
    const items = pstnOptions(world).map((option) => ({
      id: optionId(location, option),
      displayName: option.displayName,
      pstnServices,
    }));
    return { status: 200, body: { items } };
  },
});

const read = defineRoute({
  method: "GET",
  path: "/telephony/pstn/locations/{locationId}/connection",
  query: orgQuery,
  answer({ params, query }, world) {
    const location = findCallingLocation(world, params.locationId, query.orgId);
    const option = connectionOf(location);
    if (!option) refuse(404, `Location ${location.name} has no PSTN connection.`);
    const route = location.calling.pstn;
    return {
      status: 200,
      body: {
        id: optionId(location, option),
        displayName: option.displayName,
        pstnServices,
        pstnConnectionType: option.type,
        ...(route?.option === "premises" ? { routeType: route.routeType, routeId: route.routeId } : {}),
      },
    };
  },
});

const put = defineRoute({
  method: "PUT",
  path: "/telephony/pstn/locations/{locationId}/connection",
  query: orgQuery,
  body: putConnection,
  answer({ params, query, body }, world) {
    const location = findCallingLocation(world, params.locationId, query.orgId);
    const present = connectionOf(location);
    if (present && !isOpenToApi(present.type)) {
      refuse(400, `The PSTN connection of the location is ${present.displayName}: it cannot be changed by API.`);
    }
    world.store.locations.save({ ...location, calling: { ...location.calling, pstn: choose(world, location, body) } });
    return { status: 204 };
  },
});

const choicesQuery = z.strictObject({
  orgId: z.string().optional(),
  routeGroupName: z.string().optional(),
  trunkName: z.string().optional(),
  max: pageSize.optional(),
  start: wholeNumber.optional(),
  order: z.string().optional(),
});

const choices = defineRoute({
  method: "GET",
  path: "/telephony/config/routeChoices",
  query: choicesQuery,
  answer({ query }, world) {
    const wanted = [query.trunkName, query.routeGroupName].filter((name) => name !== undefined);
    const routes = routesOf(world, enterOrganization(world, query.orgId));
    const found = wanted.length === 0 ? routes : routes.filter(({ name }) => wanted.includes(name));
    return { status: 200, body: { routeIdentities: found } };
  },
});

export const pstnRoutes: readonly Route[] = [options, read, put, choices];

function choose(
  world: World,
  location: Location,
  { id, premiseRouteType, premiseRouteId }: z.infer<typeof putConnection>,
): PstnChoice {
  const option =
    id === undefined ? undefined : pstnOptions(world).find((candidate) => optionId(location, candidate) === id);
  if (id !== undefined && !option) refuse(400, "The id is none of the location's connection options.");
  if (option && !isOpenToApi(option.type)) refuse(400, `${option.displayName} cannot be set by API.`);
  if (option?.choice === "carrier") return { option: option.choice, name: option.displayName };
  if (option && option.choice !== "premises") return { option: option.choice };
  if (premiseRouteType === undefined || premiseRouteId === undefined) {
    refuse(400, "id (non-integrated CCP) or premiseRouteType with premiseRouteId (local gateway) is required.");
  }
  const routes = routesOf(world, location.orgUuid);
  if (!routes.some(({ id: routeId, type }) => routeId === premiseRouteId && type === premiseRouteType))
    refuse(400, "premiseRouteId: the organization has no such trunk or route group.");
  return { option: "premises", routeType: premiseRouteType, routeId: premiseRouteId };
}
