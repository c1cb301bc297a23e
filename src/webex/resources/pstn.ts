/** The PSTN connection of a location: how it reaches the telephone network. */

import type { PremiseRoute, PstnConnection } from "../../model/existing.ts";
import { differencesOf, type Found } from "../../model/found.ts";
import { isSameName } from "../../model/names.ts";
import type { AttemptResult, Failure } from "../../model/outcome.ts";
import type { Change } from "../../model/plan.ts";
import { formatRoute, type RouteChoice } from "../../model/records.ts";
import { text } from "../../model/words/text.ts";
import { toTargetText } from "../http/target-text.ts";
import { locationOf } from "./location.ts";
import {
  type ChosenConnection,
  type Connection,
  type ConnectionOption,
  getConnection,
  listConnectionOptions,
  putConnection,
} from "./pstn.wire.ts";
import { idFrom, refuse, toFailed, toResult } from "./reply-result.ts";
import type { Call, Resource } from "./resource.ts";
import { listRoutes } from "./routes.wire.ts";

declare module "../../model/plan.ts" {
  interface Payloads {
    /** `route`: of a local gateway; then `connection` says the same for people. `routeId`: as the plan has read it. */
    readonly pstn: { readonly connection: string; readonly route?: RouteChoice; readonly routeId?: string };
  }
}

export const pstn = {
  create: connect,
  update: connect,
  find,
  change: connect,
  diff,
  byHand: ({ operation: { key, payload } }) => [
    {
      what: text("did_connect", { location: key, connection: payload.connection }),
      where: text("page_location_pstn", { where: key }),
    },
  ],
} satisfies Resource<"pstn">;

export const pstnResources = { pstn };

async function connect(call: Call<"pstn">): Promise<AttemptResult> {
  const { http, operation, ids, signal } = call;
  const chosen = operation.payload.route
    ? await chooseRoute(call, operation.payload.route)
    : await chooseOption(call, operation.payload.connection);
  if ("status" in chosen) return chosen;
  const reply = await putConnection(http, { ...locationOf(ids), chosen }, signal);
  const column = operation.payload.route ? "pstn_route" : "pstn";
  return toResult(reply.ok ? reply : { ...reply, failure: explain(reply.failure, column) }, operation);
}

type Chosen = ChosenConnection | AttemptResult;

/** Connection options have their ids per location: read first, then chosen by id or display name. */
async function chooseOption({ http, ids, signal }: Call<"pstn">, connection: string): Promise<Chosen> {
  const options = await listConnectionOptions(http, locationOf(ids), signal);
  if (!options.ok) return toFailed(options);
  const chosen = options.value.find((option) => isNamed(option, connection));
  return chosen ? { id: chosen.id } : unknownConnection(connection, options.value);
}

async function chooseRoute({ http, operation, ids, signal }: Call<"pstn">, wanted: RouteChoice): Promise<Chosen> {
  const { routeId } = operation.payload;
  if (routeId !== undefined) return { premiseRouteType: wanted.type, premiseRouteId: routeId };
  const routes = await listRoutes(http, idFrom(ids, "orgId"), signal);
  if (!routes.ok) return toFailed(routes);
  const found = findRoute(routes.value, wanted);
  if (found) return { premiseRouteType: found.type, premiseRouteId: found.id };
  const refusal = unknownRoute(wanted, routes.value);
  return refuse(refusal.code, refusal.message, refusal.hint, refusal.column);
}

/** By id, or by the name as people read it. */
export function findRoute(routes: readonly PremiseRoute[], { type, name }: RouteChoice): PremiseRoute | undefined {
  return routes.find((route) => route.type === type && (route.id === name || isSameName(route.name, name)));
}

/** Why a row cannot have the route that it names. */
export function unknownRoute(wanted: RouteChoice, routes: readonly PremiseRoute[]) {
  const offered = routes.map((route) => toTargetText(formatRoute(route)));
  return {
    code: "unknown_pstn_route",
    column: "pstn_route",
    message: text("unknown_route", { wanted: formatRoute(wanted) }),
    hint: offered.length > 0 ? text("routes_are", { routes: offered }) : text("add_trunk_in_hub"),
  } as const;
}

/** An organization that is still to be made: somebody adds its trunks afterwards, at one of its locations. */
export function routeOfNewOrganization(wanted: RouteChoice) {
  return {
    code: "unknown_pstn_route",
    column: "pstn_route",
    message: text("route_of_new_organization", { wanted: formatRoute(wanted) }),
    hint: text("route_when_customer_exists"),
  } as const;
}

type Named = { readonly id: string; readonly displayName?: string | undefined; readonly routeId?: string | undefined };

/** A row names a connection by its id or its display name. */
function isNamed({ id, displayName = "" }: Named, wanted: string): boolean {
  return id === wanted || isSameName(displayName, wanted);
}

/** `found`: undefined where the location has none. */
function diff(wanted: string, found: Named | undefined): readonly Change[] {
  if (found && isNamed(found, wanted)) return [];
  return [{ field: "pstn", before: found ? (found.displayName ?? found.id) : "", after: wanted }];
}

/** Of a local gateway: by its route, where the routes are known. */
export function diffRoute(
  wanted: RouteChoice,
  found: Named | undefined,
  routes: readonly PremiseRoute[],
): readonly Change[] {
  const route = findRoute(routes, wanted);
  if (found?.routeId !== undefined && found.routeId === (route?.id ?? wanted.name)) return [];
  const now = routes.find(({ id }) => id === found?.routeId);
  const before = now ? formatRoute(now) : (found?.displayName ?? found?.id ?? "");
  return [{ field: "pstn_route", before, after: formatRoute(wanted) }];
}

/** The connection that the location has. */
async function find({ http, operation, ids, signal }: Call<"pstn">): Promise<Found | undefined> {
  const reply = await getConnection(http, locationOf(ids), signal);
  if (!reply.ok) return { result: toFailed(reply) };
  if (!reply.value) return undefined;
  const { route, connection } = operation.payload;
  const routes = route ? await listRoutes(http, idFrom(ids, "orgId"), signal) : noRoutes;
  if (!routes.ok) return { result: toFailed(routes) };
  const changes = route ? diffRoute(route, reply.value, routes.value) : diff(connection, reply.value);
  return {
    result: { status: "done", effect: "created", ids: {}, trace: reply.trace },
    differences: differencesOf(changes, true),
  };
}

const noRoutes = { ok: true, value: [] } as const;

function unknownConnection(wanted: string, options: readonly ConnectionOption[]): AttemptResult {
  const offered = options.map(({ displayName, id }) => toTargetText(displayName ?? id));
  const hint = offered.length > 0 ? text("webex_offers", { offered }) : text("webex_offers_none");
  return refuse("unknown_pstn_connection", text("unknown_connection", { wanted }), hint, "pstn");
}

/** The options do not tell of what kind they are; Webex refuses those that are not for the API. */
function explain(failure: Failure, column: string): Failure {
  if (failure.kind !== "rejected") return failure;
  return { ...failure, column, hint: failure.hint ?? text("pstn_not_by_api") };
}

/** As a plan knows it. A kind that we do not know takes no numbers, as an integrated one. */
export function toExistingConnection({ id, displayName, type, routeId }: Connection): PstnConnection {
  const known = pstnTypes.find((each) => each === type) ?? "INTEGRATED_CCP";
  return { id, type: known, ...(displayName ? { displayName } : {}), ...(routeId ? { routeId } : {}) };
}

const pstnTypes = ["LOCAL_GATEWAY", "NON_INTEGRATED_CCP", "INTEGRATED_CCP", "CISCO_PSTN"] as const;
