/** The trunks and route groups by which a location may reach a local gateway. */
import { z } from "zod";
import type { PremiseRoute } from "../../model/existing.ts";
import { readAll } from "../http/pages.ts";
import type { Http, Reply } from "../http/request.ts";

/** A kind that we do not know is left out. */
const routesSchema = z
  .object({ routeIdentities: z.array(z.object({ id: z.string(), name: z.string(), type: z.string() })) })
  .transform(({ routeIdentities }) =>
    routeIdentities.flatMap(({ id, name, type }): readonly PremiseRoute[] =>
      type === "TRUNK" || type === "ROUTE_GROUP" ? [{ id, name, type }] : [],
    ),
  );

/** All of an organization. */
export function listRoutes(http: Http, orgId: string, signal: AbortSignal): Promise<Reply<readonly PremiseRoute[]>> {
  return readAll(http, {
    route: "/telephony/config/routeChoices",
    query: { orgId },
    orgId,
    answer: routesSchema,
    signal,
  });
}
