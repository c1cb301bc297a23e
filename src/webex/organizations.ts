/** Calls for organizations. */
import { z } from "zod";
import { uuidOf } from "./ids.ts";
import type { Http, Reply, Request } from "./request.ts";
import { encodeCustomerLanguage, noAnswer, optionalText } from "./wire.ts";

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

/** Renames an organization, and says in which language Webex writes to it; a customer bears the name of its organization. The identity API spells ids as UUIDs. */
export function renameOrganization(
  http: Http,
  { orgId, name, language }: { readonly orgId: string; readonly name: string; readonly language?: string },
  signal: AbortSignal,
): Promise<Reply<undefined>> {
  const route = "/identity/organizations/{orgId}";
  const preferredLanguage = language && { preferredLanguage: encodeCustomerLanguage(language) };
  const body = { schemas: [organizationSchemaUrn], displayName: name, ...preferredLanguage };
  return http.send({
    method: "PATCH",
    route,
    params: { orgId: uuidOf(orgId) ?? orgId },
    orgId,
    body,
    answer: noAnswer,
    signal,
  });
}

/** Removes an organization with all that is in it; it must not be a wholesale customer any more. */
export function deleteOrganization(http: Http, orgId: string, signal: AbortSignal): Promise<Reply<undefined>> {
  const route = "/organizations/{orgId}";
  return http.send({ method: "DELETE", route, params: { orgId }, orgId, answer: noAnswer, signal });
}

const organizationSchemaUrn = "urn:cisco:codev:identity:organization:core:1.0";
