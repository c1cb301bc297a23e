/** Calls for the PSTN connection of a location: how it reaches the telephone network. */
import { z } from "zod";
import type { Http, Reply } from "../http/request.ts";
import { noAnswer, optionalText } from "../http/wire.ts";
import type { LocationOf } from "./location.wire.ts";
import { orAbsent } from "./reply-result.ts";

const connectionRoute = "/telephony/pstn/locations/{locationId}/connection";

const optionSchema = z.object({ id: z.string(), displayName: optionalText });
/** A connection that a location may have. */
export type ConnectionOption = z.infer<typeof optionSchema>;
const optionsSchema = z.object({ items: z.array(optionSchema).nullish() }).transform((page) => page.items ?? []);

const connectionSchema = z
  .object({ id: z.string(), displayName: optionalText, pstnConnectionType: optionalText, routeId: optionalText })
  .transform(({ pstnConnectionType, ...connection }) => ({ ...connection, type: pstnConnectionType }));
/** The connection that a location has. `type`: LOCAL_GATEWAY, NON_INTEGRATED_CCP, INTEGRATED_CCP, CISCO_PSTN. */
export type Connection = z.infer<typeof connectionSchema>;

/** May phone numbers be sent to a location with this connection? To an integrated provider or a Cisco Calling Plan never: it damages what Webex holds. An unknown type is a no. */
export function takesNumbers(connection: Connection): boolean {
  return connection.type === "LOCAL_GATEWAY" || connection.type === "NON_INTEGRATED_CCP";
}

/** The connections that a location may have. Their ids hold for this location. */
export function listConnectionOptions(
  http: Http,
  of: LocationOf,
  signal: AbortSignal,
): Promise<Reply<readonly ConnectionOption[]>> {
  const route = "/telephony/pstn/locations/{locationId}/connectionOptions";
  return http.send({ method: "GET", route, ...about(of), answer: optionsSchema, signal });
}

/** The connection that a location has; `undefined` when none is set up (404). */
export async function getConnection(
  http: Http,
  of: LocationOf,
  signal: AbortSignal,
): Promise<Reply<Connection | undefined>> {
  const answer = connectionSchema;
  return orAbsent(await http.send({ method: "GET", route: connectionRoute, ...about(of), answer, signal }));
}

/** What a location is connected by: an option of a non-integrated provider, or the route to a local gateway. */
export type ChosenConnection =
  | { readonly id: string }
  | { readonly premiseRouteType: "TRUNK" | "ROUTE_GROUP"; readonly premiseRouteId: string };

/** Sets a location's connection. Webex takes no integrated provider and no Cisco Calling Plan. */
export function putConnection(
  http: Http,
  { chosen, ...of }: LocationOf & { readonly chosen: ChosenConnection },
  signal: AbortSignal,
): Promise<Reply<undefined>> {
  return http.send({ method: "PUT", route: connectionRoute, ...about(of), body: chosen, answer: noAnswer, signal });
}

function about({ orgId, locationId }: LocationOf) {
  return { params: { locationId }, query: { orgId }, orgId };
}
