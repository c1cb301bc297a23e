import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LocationPayload } from "../../src/model/plan.ts";
import * as customers from "../../src/webex/customers.ts";
import * as locations from "../../src/webex/locations.ts";
import * as numbers from "../../src/webex/numbers.ts";
import { getOrganization } from "../../src/webex/organizations.ts";
import { getMe } from "../../src/webex/people.ts";
import { precheckCustomer, precheckSubscriber } from "../../src/webex/prechecks.ts";
import * as pstn from "../../src/webex/pstn.ts";
import type { Http } from "../../src/webex/request.ts";
import * as roles from "../../src/webex/roles.ts";
import * as settings from "../../src/webex/settings.ts";
import * as subscribers from "../../src/webex/subscribers.ts";
import type { NewCustomer } from "../../src/webex/wire-customers.ts";
import { type Operation, readApiDescription } from "../support/openapi.ts";
import { type AnswerServer, startAnswerServer } from "./support/answer-server.ts";
import { clientOf, never } from "./support/client.ts";

const api = readApiDescription();

const orgId = "Y2lzY29zcGFyazovL3VzL09SR0FOSVpBVElPTi85NmFiYzJhYS0zZGNjLTExZTUtYTE1Mi1mZTM0ODE5Y2RjOWE";
const personId = "Y2lzY29zcGFyazovL3VzL1BFT1BMRS9mNWIzNjE4Ny1jOGRkLTQ3MjctOGIyZi1mOWM0NDdmMjkwNDY";
const address = { line1: "Dam 1", line2: "2", city: "Amsterdam", state: "NH", postalCode: "1012 AB", country: "NL" };
const location: LocationPayload = {
  name: "Utrecht",
  address,
  timezone: "Europe/Amsterdam",
  language: "nl_NL",
  announcementLanguage: "nl_NL",
};
const of = { orgId, locationId: "location" };
const phoneNumbers = ["+31201234500"];
const customer: NewCustomer = {
  provisioningId: "prov",
  externalId: "c1",
  orgId,
  name: "Bakery",
  adminEmail: "admin@bakery.example",
  language: "nl",
  packages: ["webex_calling", "cisco_calling_plan"],
  packageLimits: { webex_calling: 3 },
  billingAddress: address,
  headOffice: { name: "HQ", address, timezone: "Europe/Amsterdam", language: "nl", emergencyLocationIdentifier: "1" },
  meetingsTimezone: "Europe/Amsterdam",
  subPartnerAdminEmail: "admin@partner.example",
};
const { customerId, ...telephone } = {
  customerId: "c",
  phoneNumber: "+31201234500",
  extension: "0500",
  locationId: "l",
};
const user = {
  customerId,
  email: "a@b.example",
  packages: ["webex_calling"],
  firstName: "A",
  lastName: "B",
  ...telephone,
};

/** Every call there is, with everything it can send. */
const calls: Readonly<Record<string, (http: Http) => unknown>> = {
  "list customers": (http) => firstOf(customers.listCustomers(http, { status: ["provisioned"], orgId }, never)),
  "find a customer": (http) => customers.findCustomer(http, "c1", never),
  "get a customer": (http) => customers.getCustomer(http, "c", never),
  "create a customer": (http) => customers.createCustomer(http, customer, never),
  "update a customer": (http) => customers.updateCustomer(http, { customerId, change: withoutKeys(customer) }, never),
  "delete a customer": (http) => customers.deleteCustomer(http, customerId, never),
  "precheck a customer": (http) => precheckCustomer(http, customer, never),
  "list subscribers": (http) =>
    firstOf(subscribers.listSubscribers(http, { customerId, status: "provisioned" }, never)),
  "find a subscriber": (http) => subscribers.findSubscriber(http, user, never),
  "get a subscriber": (http) => subscribers.getSubscriber(http, "s", never),
  "create a subscriber": (http) => subscribers.createSubscriber(http, user, never),
  "update a subscriber": (http) =>
    subscribers.updateSubscriber(http, { subscriberId: "s", change: { packages: ["webex_suite"], telephone } }, never),
  "delete a subscriber": (http) => subscribers.deleteSubscriber(http, "s", never),
  "precheck a subscriber": (http) => precheckSubscriber(http, user, never),
  "list locations": (http) => locations.listLocations(http, orgId, never),
  "find a location": (http) => locations.findLocation(http, { orgId, name: "Denver" }, never),
  "get a location": (http) => locations.getLocation(http, of, never),
  "create a location": (http) => locations.createLocation(http, { orgId, location }, never),
  "update a location": (http) => locations.updateLocation(http, { ...of, change: location }, never),
  "list calling locations": (http) => locations.listCallingLocations(http, orgId, never),
  "get a calling location": (http) => locations.getCallingLocation(http, of, never),
  "enable calling": (http) => locations.enableCalling(http, { ...of, location }, never),
  "update a calling location": (http) =>
    locations.updateCallingLocation(
      http,
      {
        ...of,
        settings: {
          mainNumber: "+31201234500",
          callerIdName: "Bakery",
          routingPrefix: "80",
          emergencyLocationIdentifier: "1",
          announcementLanguage: "nl_NL",
        },
      },
      never,
    ),
  "list numbers": (http) => firstOf(numbers.listNumbers(http, { orgId, locationId: "l" }, never)),
  "find a number": (http) => numbers.findNumber(http, { orgId, phoneNumber: "+31201234500" }, never),
  "add numbers": (http) => numbers.addNumbers(http, { ...of, phoneNumbers }, never),
  "remove numbers": (http) => numbers.removeNumbers(http, { ...of, phoneNumbers }, never),
  "check numbers": (http) => numbers.checkNumbers(http, { orgId, phoneNumbers }, never),
  "check extensions": (http) => numbers.checkExtensions(http, { ...of, extensions: ["0500"] }, never),
  "list connection options": (http) => pstn.listConnectionOptions(http, of, never),
  "get a connection": (http) => pstn.getConnection(http, of, never),
  "put a connection": (http) => pstn.putConnection(http, { ...of, connectionId: "option" }, never),
  "list roles": (http) => firstOf(roles.listRoles(http, orgId, never)),
  "find roles": (http) => roles.findRoles(http, { orgId, email: 'a"b@c.example' }, never),
  "patch roles": (http) =>
    roles.patchRoles(http, { orgId, personId, change: { add: ["full_admin"], remove: ["device_admin"] } }, never),
  "get an organization": (http) => getOrganization(http, orgId, never),
  "get the invite setting": (http) => settings.getInviteEmails(http, orgId, never),
  "set the invite setting": (http) => settings.setInviteEmails(http, { orgId, value: false }, never),
  "get the token's owner": (http) => getMe(http, never),
};

/** Where the description has no example of the answer. */
const ownExamples: Readonly<Record<string, unknown>> = {
  "GET /identity/scim/{orgId}/v2/Users": { totalResults: 0, Resources: [] },
  "POST /locations": { id: "location" },
  "POST /telephony/config/actions/validateNumbers/invoke": {
    status: "OK",
    numbers: [{ number: "+31201234500", state: "Available", tollFreeNumber: false }],
  },
};

describe.skipIf(!api)("the API description", () => {
  let server: AnswerServer;
  let http: Http;
  let last: { readonly operation: Operation | undefined; readonly body: unknown; readonly query: readonly string[] };

  beforeAll(async () => {
    server = await startAnswerServer(({ method, path, body, query }) => {
      const operation = api?.find(method, path.replace(/^\/v1/, ""));
      last = { operation, body, query: [...query.keys()] };
      if (!operation) return { status: 404, body: { message: "the API has no such path" } };
      return { status: operation.status, body: operation.example ?? ownExamples[operation.name] };
    });
    http = clientOf(server.origin, { onBehalfOf: "sub-partner" }).http;
  });
  afterAll(async () => {
    await http.close();
    await server.close();
  });

  it.each(Object.entries(calls))("allows what we send to %s, and we read its example", async (_, call) => {
    const reply = await call(http);
    expect(last.operation).toBeDefined();
    expect(last.operation?.errorsOf(last.body)).toEqual([]);
    expect(last.operation?.queryParameters).toEqual(expect.arrayContaining([...last.query]));
    expect(reply).toMatchObject({ ok: true });
  });
});

async function firstOf<T>(pages: AsyncIterable<T>): Promise<T | undefined> {
  for await (const page of pages) return page;
  return undefined;
}

/** What an update may hold of a creation. */
function withoutKeys({ provisioningId, orgId, name, adminEmail, language, ...change }: NewCustomer) {
  return change;
}
