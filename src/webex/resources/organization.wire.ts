/** How Webex spells an organization and its settings: routes, what is read, what is sent. */
import { z } from "zod";
import type { Http, Reply, Request } from "../http/request.ts";
import { encodeCustomerLanguage, noAnswer, optionalText } from "../http/wire.ts";
import { uuidOf } from "../ids.ts";
import { orAbsent } from "./reply-result.ts";

const organizationSchema = z.object({ id: z.string(), displayName: optionalText });
export type Organization = z.infer<typeof organizationSchema>;

const organizationsSchema = z
  .object({ items: z.array(organizationSchema).nullish() })
  .transform(({ items }) => items ?? []);

/** Organizations that the token's owner manages: those that were read before. Webex answers with all of them at once. */
export function listOrganizations(http: Http, signal: AbortSignal): Promise<Reply<readonly Organization[]>> {
  return http.send({ method: "GET", route: "/organizations", answer: organizationsSchema, signal });
}

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

/** The organization as the identity side holds it, for the client's own use after a second 403. Its API spells ids as UUIDs. */
export function readIdentityRequest(orgId: string, signal: AbortSignal): Request<undefined> {
  const params = { orgId: uuidOf(orgId) ?? orgId };
  return { method: "GET", route: "/identity/organizations/{orgId}", params, orgId, answer: noAnswer, signal };
}

/** Renames an organization and sets the language in which Webex writes to it; a customer has the name of its organization. The identity API spells ids as UUIDs. */
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

const inviteEmailsKey = "allow-admin-invite-emails";
const settingSchema = z.object({ value: z.boolean() }).transform((setting) => setting.value);

/** Are activation e-mails sent ("Automatic Activation Emails" of Control Hub)? `undefined` when it was never set. */
export async function getInviteEmails(
  http: Http,
  orgId: string,
  signal: AbortSignal,
): Promise<Reply<boolean | undefined>> {
  const route = "/settings/organizations/{orgId}/settings/{settingKey}";
  const params = { orgId, settingKey: inviteEmailsKey };
  return orAbsent(await http.send({ method: "GET", route, params, orgId, answer: settingSchema, signal }));
}

/** Switches activation e-mails on or off. The template's option "suppress" is off. */
export function setInviteEmails(
  http: Http,
  { orgId, value }: { readonly orgId: string; readonly value: boolean },
  signal: AbortSignal,
): Promise<Reply<undefined>> {
  const route = "/settings/organizations/{orgId}/settings";
  const body = { key: inviteEmailsKey, value };
  return http.send({ method: "POST", route, params: { orgId }, orgId, body, answer: noAnswer, signal });
}
