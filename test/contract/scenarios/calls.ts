/** The client's calls one by one, against the simulator. */
import { describe, expect, it, onTestFinished } from "vitest";
import type { LocationPayload } from "../../../src/model/plan.ts";
import type { Http } from "../../../src/webex/http/request.ts";
import type { NewCustomer } from "../../../src/webex/resources/customer.wire.ts";
import {
  createCustomer,
  deleteCustomer,
  findCustomer,
  getCustomer,
  updateCustomer,
} from "../../../src/webex/resources/customer.wire.ts";
import {
  createLocation,
  enableCalling,
  findLocation,
  getCallingLocation,
  type LocationOf,
  listCallingLocations,
  listLocations,
  updateCallingLocation,
} from "../../../src/webex/resources/location.wire.ts";
import { addNumbers, findNumber } from "../../../src/webex/resources/numbers.wire.ts";
import { getInviteEmails, setInviteEmails } from "../../../src/webex/resources/organization.wire.ts";
import { findRoles, patchPerson } from "../../../src/webex/resources/person.wire.ts";
import { precheckCustomer } from "../../../src/webex/resources/precheck.wire.ts";
import {
  getConnection,
  listConnectionOptions,
  putConnection,
  takesNumbers,
} from "../../../src/webex/resources/pstn.wire.ts";
import { registerTemplate } from "../../../src/webex/resources/template.wire.ts";
import {
  createSubscriber,
  deleteSubscriber,
  findSubscriber,
  updateSubscriber,
} from "../../../src/webex/resources/user.wire.ts";
import { simulateWebex } from "../../support/simulated-webex.ts";
import type { WireCheck } from "../../support/wire-check.ts";
import { clientOf, never, told } from "../../webex/support/client.ts";

const address = { line1: "Dam 1", city: "Amsterdam", state: "NH", postalCode: "1012 JS", country: "NL" };
const headOffice = { name: "Head Office", address, timezone: "Europe/Amsterdam", language: "nl_NL" };
const branch: LocationPayload = { ...headOffice, name: "Utrecht", announcementLanguage: "nl_NL" };

async function openClient(wire: WireCheck) {
  const webex = await simulateWebex({ provisioningTimeMs: 0 });
  const { baseUrl } = await wire.before(webex.origin);
  const { http, records } = clientOf(new URL(baseUrl).origin);
  onTestFinished(() => http.close());
  return { webex, http, records };
}

function bakery(provisioningId: string): NewCustomer {
  return {
    provisioningId,
    externalId: "bakery",
    name: "Bakery",
    adminEmail: "admin@bakery.example",
    language: "nl_NL",
    packages: ["webex_calling", "webex_suite"],
    packageLimits: { webex_calling: 10 },
    billingAddress: address,
    headOffice,
  };
}

/** Connects a location by a carrier that takes numbers. */
async function connectCarrier(http: Http, of: LocationOf) {
  const options = await told(listConnectionOptions(http, of, never));
  const carrier = options.find(({ displayName }) => displayName === "Simulated Carrier");
  await told(putConnection(http, { ...of, chosen: { id: carrier?.id ?? "" } }, never));
}

/** A customer with its organization. */
async function openProvisioned(wire: WireCheck) {
  const { webex, http, records } = await openClient(wire);
  const { provisioningId } = await told(registerTemplate(http, { name: "Standard" }, never));
  const { customerId } = await told(createCustomer(http, bakery(provisioningId), never));
  const { orgId = "" } = await told(getCustomer(http, customerId, never));
  return { webex, http, records, customerId, orgId };
}

export function describeCalls(wire: WireCheck): void {
  const simulated = () => openClient(wire);
  const provisioned = () => openProvisioned(wire);

  describe("the client and the simulator", () => {
    it("agree on a customer from its check to its end", async () => {
      const { http } = await simulated();
      const { provisioningId } = await told(registerTemplate(http, { name: "Standard" }, never));
      const check = await told(precheckCustomer(http, bakery(provisioningId), never));
      expect(check.findings[0]?.infoCode).toBe("100");
      const { customerId } = await told(createCustomer(http, bakery(provisioningId), never));
      expect(await told(getCustomer(http, customerId, never))).toMatchObject({
        status: "provisioned",
        externalId: "bakery",
        billingAddress: address,
        packages: ["webex_calling", "webex_suite"],
      });
      const change = { packages: ["webex_calling", "webex_suite", "webex_meetings"] };
      await told(updateCustomer(http, { customerId, change }, never));
      expect((await told(findCustomer(http, "bakery", never)))?.packages).toEqual(change.packages);
      await told(deleteCustomer(http, customerId, never));
      expect(await told(findCustomer(http, "bakery", never))).toBeUndefined();
    });

    it("agree that an organization must be read before it may be used, and the client sees to it", async () => {
      const { http, records, orgId } = await provisioned();
      const locations = await told(listLocations(http, orgId, never));
      expect(locations.map(({ name }) => name)).toEqual(["Head Office"]);
      expect(records.slice(-3).map(({ route, status }) => [route, status])).toEqual([
        ["/locations", 403],
        ["/organizations/{orgId}", 200],
        ["/locations", 200],
      ]);
    });

    it("agree on a branch with calling, PSTN, numbers and a main number", async () => {
      const { http, orgId } = await provisioned();
      const { locationId } = await told(createLocation(http, { orgId, location: branch }, never));
      const of = { orgId, locationId };
      expect(await told(getCallingLocation(http, of, never))).toBeUndefined();
      await told(enableCalling(http, { ...of, location: branch }, never));
      expect(await told(getConnection(http, of, never))).toBeUndefined();
      await connectCarrier(http, of);
      const connection = await told(getConnection(http, of, never));
      expect(connection && takesNumbers(connection)).toBe(true);
      const phoneNumbers = ["+31302345600", "+31302345601"];
      expect(await addNumbers(http, { ...of, phoneNumbers }, never)).toMatchObject({ ok: true });
      expect(await told(findNumber(http, { orgId, phoneNumber: "+31302345601" }, never))).toMatchObject({
        state: "ACTIVE",
        location: { id: locationId },
      });
      await told(updateCallingLocation(http, { ...of, settings: { mainNumber: "+31302345600" } }, never));
      expect(await told(getCallingLocation(http, of, never))).toMatchObject({ mainNumber: "+31302345600" });
      expect(await told(listCallingLocations(http, orgId, never))).toHaveLength(2);
    });

    it("agree on which numbers of a request are refused", async () => {
      const { http, orgId } = await provisioned();
      const locationId = (await told(findLocation(http, { orgId, name: "head office" }, never)))?.id ?? "";
      const of = { orgId, locationId };
      await connectCarrier(http, of);
      const { locationId: other } = await told(createLocation(http, { orgId, location: branch }, never));
      await told(enableCalling(http, { orgId, locationId: other, location: branch }, never));
      await connectCarrier(http, { orgId, locationId: other });
      await addNumbers(http, { ...of, phoneNumbers: ["+31302345600"] }, never);
      const phoneNumbers = ["+31302345600", "+31302345601"];
      expect(await addNumbers(http, { orgId, locationId: other, phoneNumbers }, never)).toMatchObject({
        ok: false,
        failure: { kind: "rejected" },
        refused: [{ part: "+31302345600", message: expect.stringContaining("+31302345600") }],
      });
    });

    it("agree on a user from creation to removal, with roles and the e-mail setting", async () => {
      const { http, customerId, orgId } = await provisioned();
      const email = "ann@bakery.example";
      const user = { customerId, email, firstName: "Ann", lastName: "B", packages: ["webex_suite"], extension: "0500" };
      const made = await told(createSubscriber(http, user, never));
      expect(made).toMatchObject({ email, status: "provisioned", packages: ["webex_suite"] });
      const change = { packages: ["webex_calling"] };
      await told(updateSubscriber(http, { subscriberId: made.id, change }, never));
      expect(await told(findSubscriber(http, user, never))).toMatchObject({
        id: made.id,
        packages: ["webex_calling"],
      });
      const personId = made.personId ?? "";
      await told(patchPerson(http, { orgId, personId, change: { addedRoles: ["user_admin", "device_admin"] } }, never));
      await told(patchPerson(http, { orgId, personId, change: { removedRoles: ["device_admin"] } }, never));
      expect((await told(findRoles(http, { orgId, email }, never)))?.roles).toEqual(["user_admin"]);
      await told(setInviteEmails(http, { orgId, value: false }, never));
      expect(await told(getInviteEmails(http, orgId, never))).toBe(false);
      await told(deleteSubscriber(http, made.id, never));
      expect(await told(findSubscriber(http, user, never))).toBeUndefined();
    });

    it("agree on a user who must consent, and on an e-mail that is taken", async () => {
      const { http, customerId } = await provisioned();
      const user = { customerId, firstName: "A", lastName: "B", packages: ["webex_suite"], extension: "0501" };
      expect(await createSubscriber(http, { ...user, email: "a+consent@b.example" }, never)).toMatchObject({
        status: 202,
        value: { status: "pending_user_migration" },
      });
      await told(createSubscriber(http, { ...user, email: "c@b.example", extension: "0502" }, never));
      expect(await createSubscriber(http, { ...user, email: "C@b.example", extension: "0503" }, never)).toMatchObject({
        failure: { kind: "rejected", errorCode: "10022", trackingId: expect.any(String), hint: expect.anything() },
      });
    });
  });
}
