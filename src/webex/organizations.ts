/** Calls for organizations. */
import { z } from "zod";
import type { Http, Reply, Request } from "./request.ts";
import { optionalText } from "./wire.ts";

const organizationSchema = z.object({ id: z.string(), displayName: optionalText });
export type Organization = z.infer<typeof organizationSchema>;

/** Reads an organization. That also puts it on the list of organizations that the token's owner manages. */
export function getOrganization(http: Http, orgId: string, signal: AbortSignal): Promise<Reply<Organization>> {
  return http.send(readOrganizationRequest(orgId, signal));
}

/** The request of `getOrganization`, for the client's own use after a 403. */
export function readOrganizationRequest(orgId: string, signal: AbortSignal): Request<Organization> {
  return {
    method: "GET",
    route: "/organizations/{orgId}",
    params: { orgId },
    orgId,
    answer: organizationSchema,
    signal,
  };
}
