import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LocationPayload } from "../../src/model/plan.ts";
import type { Http } from "../../src/webex/http/request.ts";
import * as closings from "../../src/webex/resources/closing.wire.ts";
import type { NewCustomer } from "../../src/webex/resources/customer.wire.ts";
import * as customers from "../../src/webex/resources/customer.wire.ts";
import { readLicenses } from "../../src/webex/resources/licenses.wire.ts";
import * as locations from "../../src/webex/resources/location.wire.ts";
import { getMe } from "../../src/webex/resources/me.wire.ts";
import * as moves from "../../src/webex/resources/move.wire.ts";
import * as numbers from "../../src/webex/resources/numbers.wire.ts";
import * as settings from "../../src/webex/resources/organization.wire.ts";
import { getOrganization } from "../../src/webex/resources/organization.wire.ts";
import * as roles from "../../src/webex/resources/person.wire.ts";
import { precheckCustomer, precheckSubscriber } from "../../src/webex/resources/precheck.wire.ts";
import * as pstn from "../../src/webex/resources/pstn.wire.ts";
import { listRoutes } from "../../src/webex/resources/routes.wire.ts";
import * as telephones from "../../src/webex/resources/telephone.wire.ts";
import * as subscribers from "../../src/webex/resources/user.wire.ts";
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

const people = [{ personId, phoneNumber: "+31201234500", extension: "" }];

/** With all that Webex may tell of one. */
const callingPerson = telephones.callingPersonSchema.parse({
  id: personId,
  emails: ["A@b.example"],
  phoneNumbers: [
    { type: "mobile", value: "+31612345678" },
    { type: "work", value: "+31 20 123 4501", primary: true },
    { type: "work_extension", value: "84501" },
  ],
  extension: "4501",
  locationId: "location",
  displayName: "A B",
  orgId,
  roles: ["role"],
  licenses: ["license"],
  manager: "C",
  addresses: [{ type: "work", country: "NL" }],
  loginEnabled: "true",
});

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
  "put a connection": (http) => pstn.putConnection(http, { ...of, chosen: { id: "option" } }, never),
  "list roles": (http) => firstOf(roles.listRoles(http, orgId, never)),
  "find roles": (http) => roles.findRoles(http, { orgId, email: 'a"b@c.example' }, never),
  "patch roles": (http) =>
    roles.patchPerson(
      http,
      { orgId, personId, change: { addedRoles: ["full_admin"], removedRoles: ["device_admin"] } },
      never,
    ),
  "patch all fields of a person": (http) =>
    roles.patchPerson(
      http,
      { orgId, personId, change: { firstName: "A", lastName: "B", title: "", department: "D", language: "nl_NL" } },
      never,
    ),
  "get a person with calling data": (http) => telephones.getCallingPerson(http, { orgId, personId }, never),
  "replace a person": (http) => {
    const body = telephones.encodeReplacement(callingPerson, "a@b.example", { phoneNumber: "+31201234500" });
    return telephones.replacePerson(http, { orgId, personId, body }, never);
  },
  "move people": (http) => moves.startMove(http, { ...of, people, isValidating: false }, never),
  "ask about a move": (http) => moves.startMove(http, { ...of, people, isValidating: true }, never),
  "get a move": (http) => moves.getMoveJob(http, { orgId, jobId: "j" }, never),
  "find the newest move": (http) => moves.newestMoveJob(http, orgId, never),
  "list who was not moved": (http) => moves.listMoveFailures(http, { orgId, jobId: "j" }, never),
  "ask what stands against an end of calling": (http) => closings.checkClosing(http, of, never),
  "end calling at a location": (http) => closings.closeCalling(http, { ...of, name: "Utrecht", isForced: true }, never),
  "list ends of calling": (http) => closings.listClosings(http, orgId, never),
  "get an end of calling": (http) => closings.getClosing(http, { orgId, jobId: "j" }, never),
  "list why calling did not end": (http) => closings.listClosingErrors(http, { orgId, jobId: "j" }, never),
  "read licenses": (http) => readLicenses(http, { customerId, orgId }, never),
  "list trunks and route groups": (http) => listRoutes(http, orgId, never),
  "delete a person": (http) => roles.deletePerson(http, { orgId, personId }, never),
  "delete a location": (http) => locations.deleteLocation(http, of, never),
  "delete an organization": (http) => settings.deleteOrganization(http, orgId, never),
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
