/** What tests of the simulator begin with: a template, a customer, its organization and its head office. */
import type { Loose, Talk } from "./talk.ts";

export const billing = {
  addressLine1: "Dam 1",
  city: "Amsterdam",
  stateOrProvince: "NH",
  zipOrPostalCode: "1012 JS",
  country: "NL",
};

export const place = { address1: "Dam 1", city: "Amsterdam", state: "NH", postalCode: "1012 JS", country: "NL" };

export const headOffice = { name: "Head Office", address: billing, timezone: "Europe/Amsterdam", language: "nl_nl" };

export const branch = {
  name: "Utrecht",
  timeZone: "Europe/Amsterdam",
  preferredLanguage: "nl_nl",
  announcementLanguage: "nl_nl",
  address: place,
};

export async function registerTemplate(talk: Talk, name = "Standard"): Promise<string> {
  return (await talk.send("POST", "/simulator/templates", { name })).provisioningId as string;
}

/** The body of a good create; `over` replaces parts of it. */
export function customerBody(provisioningId: string, over: Record<string, unknown> = {}) {
  return {
    provisioningId,
    packages: ["webex_calling", "webex_meetings"],
    externalId: "bakery",
    address: billing,
    customerInfo: { name: "Bakery", primaryEmail: "boss@bakery.example", language: "nl_NL" },
    provisioningParameters: { calling: { location: headOffice } },
    ...over,
  };
}

export type Provisioned = {
  readonly customerId: string;
  readonly orgId: string;
  /** `?orgId=...` */
  readonly inOrg: string;
  readonly headOfficeId: string;
};

/** A provisioned customer whose organization was read. */
export async function provision(talk: Talk, over: Record<string, unknown> = {}): Promise<Provisioned> {
  const provisioningId = await registerTemplate(talk);
  const { url } = await talk.send("POST", "/wholesale/customers", customerBody(provisioningId, over));
  const customerId = idIn(url);
  const { orgId } = await talk.get(`/wholesale/customers/${customerId}`);
  await talk.get(`/organizations/${orgId}`);
  const inOrg = `?orgId=${orgId}`;
  const { items } = await talk.get(`/locations${inOrg}`);
  return { customerId, orgId, inOrg, headOfficeId: items?.[0]?.id ?? "" };
}

export function idIn(url: Loose): string {
  return String(url).split("/").at(-1) ?? "";
}

/** The id of a location, calling enabled. */
export async function openBranch(
  talk: Talk,
  { inOrg }: Provisioned,
  over: Record<string, unknown> = {},
): Promise<string> {
  const { id } = await talk.send("POST", `/locations${inOrg}`, { ...branch, ...over });
  await talk.send("POST", `/telephony/config/locations${inOrg}`, { ...branch, ...over, id });
  return id;
}

export async function connect(talk: Talk, { inOrg }: Provisioned, locationId: string, name = "Simulated Carrier") {
  const { items } = await talk.get(`/telephony/pstn/locations/${locationId}/connectionOptions${inOrg}`);
  const id = items.find(({ displayName }) => displayName === name)?.id;
  return talk.ask("PUT", `/telephony/pstn/locations/${locationId}/connection${inOrg}`, { id });
}

/** Numbers in a location, by a carrier that takes them. */
export async function addNumbers(
  talk: Talk,
  customer: Provisioned,
  locationId: string,
  phoneNumbers: readonly string[],
) {
  await connect(talk, customer, locationId);
  const path = `/telephony/config/locations/${locationId}/numbers${customer.inOrg}`;
  return talk.ask("POST", path, { phoneNumbers, state: "ACTIVE" });
}

export function userBody(
  customerId: string,
  over: Record<string, unknown> = {},
  calling: Record<string, unknown> = {},
) {
  return {
    customerId,
    email: "ann@bakery.example",
    packages: ["webex_calling"],
    provisioningParameters: { firstName: "Ann", lastName: "Baker", extension: "1001", ...calling },
    ...over,
  };
}
