/** Somebody at work in Control Hub, beside us: what they change in the customers of a simulator. */
import { onTestFinished } from "vitest";
import type { CallerId, RoleName } from "../../src/model/records.ts";
import { connect } from "../../src/runtime.ts";
import type { Reply } from "../../src/webex/http/request.ts";
import { observeCustomers, observeOrganization } from "../../src/webex/observe.ts";
import { encodeCallerId, getCallerId, putCallerId } from "../../src/webex/resources/caller-id.wire.ts";
import { closeCalling, getClosing } from "../../src/webex/resources/closing.wire.ts";
import { updateCustomer } from "../../src/webex/resources/customer.wire.ts";
import {
  createLocation,
  deleteLocation,
  enableCalling,
  updateCallingLocation,
  updateLocation,
} from "../../src/webex/resources/location.wire.ts";
import { getMoveJob, startMove } from "../../src/webex/resources/move.wire.ts";
import { addNumbers, removeNumbers, switchNumbers } from "../../src/webex/resources/numbers.wire.ts";
import { renameOrganization } from "../../src/webex/resources/organization.wire.ts";
import { type PersonChange, patchPerson } from "../../src/webex/resources/person.wire.ts";
import { listConnectionOptions, putConnection } from "../../src/webex/resources/pstn.wire.ts";
import {
  encodeReplacement,
  getCallingPerson,
  replacePerson,
  type WantedLine,
} from "../../src/webex/resources/telephone.wire.ts";
import { createSubscriber, deleteSubscriber, updateSubscriber } from "../../src/webex/resources/user.wire.ts";
import { makeTemporaryFolder } from "./temporary-folder.ts";
import { until } from "./until.ts";

export type ByHand = Awaited<ReturnType<typeof workByHand>>;
export type InCustomer = Awaited<ReturnType<ByHand["in"]>>;

/** As batches of tests have it. */
const place = { line1: "Keizersgracht 126", city: "Amsterdam", state: "NH", postalCode: "1015 CW", country: "NL" };

/** `baseUrl`: of the simulator. */
export async function workByHand(baseUrl: string) {
  const stateFolder = await makeTemporaryFolder();
  const connection = await connect({ name: "simulator", baseUrl, stateFolder, onRequest: () => undefined });
  onTestFinished(() => connection[Symbol.asyncDispose]());
  const { http } = connection;
  const { signal } = new AbortController();
  const done = async <T>(asked: Promise<Reply<T>>): Promise<T> => {
    const reply = await asked;
    if (!reply.ok) throw new Error(JSON.stringify(reply.failure));
    return reply.value;
  };

  /** One customer, as it is when asked for. */
  const inCustomer = async (externalId: string) => {
    const listed = await observeCustomers(http, new Set([externalId]), signal);
    const customer = listed.ok ? listed.value.get(externalId) : undefined;
    if (!customer) throw new Error(`no customer ${externalId}`);
    const { customerId, orgId = "" } = customer;
    const observed = await observeOrganization(
      http,
      customer,
      { users: true, people: () => false, inviteEmails: false, numbers: true, pstnOf: [] },
      signal,
    );
    if (!observed.ok) throw new Error(JSON.stringify(observed.failure));
    const { locations, users } = observed.value;
    const placeOf = (name: string) => {
      const found = locations.find((each) => each.name === name);
      if (!found) throw new Error(`no location ${name}`);
      return { orgId, locationId: found.locationId };
    };
    const userOf = (email: string) => {
      const found = users.find((each) => each.email === email);
      if (!found) throw new Error(`no user ${email}`);
      return found;
    };
    const personOf = (email: string) => ({
      orgId,
      personId: userOf(email).personId ?? "",
    });
    return {
      packages: (packages: readonly string[]) =>
        done(updateCustomer(http, { customerId, change: { packages } }, signal)),
      limits: (packageLimits: Readonly<Record<string, number>>) =>
        done(updateCustomer(http, { customerId, change: { packages: customer.packages, packageLimits } }, signal)),
      externalId: (id: string) =>
        done(updateCustomer(http, { customerId, change: { packages: customer.packages, externalId: id } }, signal)),
      billing: (line1: string) =>
        done(
          updateCustomer(
            http,
            { customerId, change: { packages: customer.packages, billingAddress: { ...place, line1 } } },
            signal,
          ),
        ),
      rename: (name: string) => done(renameOrganization(http, { orgId, name }, signal)),
      person: (email: string, change: PersonChange) => done(patchPerson(http, { ...personOf(email), change }, signal)),
      role: (email: string, given: readonly RoleName[], taken: readonly RoleName[] = []) =>
        done(patchPerson(http, { ...personOf(email), change: { addedRoles: given, removedRoles: taken } }, signal)),
      async line(email: string, line: WantedLine) {
        const of = personOf(email);
        const person = await done(getCallingPerson(http, of, signal));
        const body = encodeReplacement(person, email, line);
        await done(
          replacePerson(
            http,
            { ...of, body: { ...body, ...(line.phoneNumber === "" ? { phoneNumbers: [] } : {}) } },
            signal,
          ),
        );
      },
      async move(email: string, to: string) {
        const people = [{ personId: personOf(email).personId }];
        const started = await done(startMove(http, { ...placeOf(to), people, isValidating: false }, signal));
        if (!("jobId" in started)) throw new Error(JSON.stringify(started));
        const job = { orgId, jobId: started.jobId };
        await until(async () => (await done(getMoveJob(http, job, signal))).isEnded);
      },
      userPackages: (email: string, packages: readonly string[]) =>
        done(updateSubscriber(http, { subscriberId: userOf(email).subscriberId, change: { packages } }, signal)),
      removeUser: (email: string) => done(deleteSubscriber(http, userOf(email).subscriberId, signal)),
      addUser: (email: string, location: string, extension: string) =>
        done(
          createSubscriber(
            http,
            {
              ...{ customerId, email, packages: ["webex_calling"], firstName: "New", lastName: "Here", extension },
              locationId: placeOf(location).locationId,
            },
            signal,
          ),
        ),
      location: (name: string, change: Parameters<typeof updateLocation>[1]["change"]) =>
        done(updateLocation(http, { ...placeOf(name), change }, signal)),
      async addLocation(name: string) {
        const location = {
          name,
          address: place,
          timezone: "Europe/Amsterdam",
          language: "nl_NL",
          announcementLanguage: "nl_NL",
        };
        const { locationId } = await done(createLocation(http, { orgId, location }, signal));
        await done(enableCalling(http, { orgId, locationId, location }, signal));
      },
      /** With its numbers. */
      async removeLocation(name: string) {
        const at = placeOf(name);
        const { id: jobId } = await done(closeCalling(http, { ...at, name, isForced: true }, signal));
        await until(async () => (await done(getClosing(http, { orgId, jobId }, signal))).status === "COMPLETED");
        await done(deleteLocation(http, at, signal));
      },
      switchOff: (name: string, phoneNumber: string) =>
        done(switchNumbers(http, { ...placeOf(name), phoneNumbers: [phoneNumber], action: "DEACTIVATE" }, signal)),
      async callerId(email: string, show: CallerId) {
        const of = personOf(email);
        const before = await done(getCallerId(http, of, signal));
        await done(putCallerId(http, { ...of, body: encodeCallerId(before, show) }, signal));
      },
      settings: (name: string, settings: Parameters<typeof updateCallingLocation>[1]["settings"]) =>
        done(updateCallingLocation(http, { ...placeOf(name), settings }, signal)),
      async addNumber(name: string, phoneNumber: string) {
        const reply = await addNumbers(http, { ...placeOf(name), phoneNumbers: [phoneNumber] }, signal);
        if (!reply.ok) throw new Error(JSON.stringify(reply.failure));
      },
      removeNumber: (name: string, phoneNumber: string) =>
        done(removeNumbers(http, { ...placeOf(name), phoneNumbers: [phoneNumber] }, signal)),
      async pstn(name: string, displayName: string) {
        const options = await done(listConnectionOptions(http, placeOf(name), signal));
        const id = options.find((each) => each.displayName === displayName)?.id ?? "";
        await done(putConnection(http, { ...placeOf(name), chosen: { id } }, signal));
      },
    };
  };
  return { in: inCustomer };
}
