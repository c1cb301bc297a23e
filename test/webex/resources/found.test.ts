/** What is there under the key of an operation is compared whole, or said not to be. */
import { describe, expect, it } from "vitest";
import type { Operation } from "../../../src/model/plan.ts";
import { webexTarget } from "../../../src/webex/webex-target.ts";
import type { Answering } from "../support/answer-server.ts";
import { never } from "../support/client.ts";
import { served } from "../support/served.ts";

const uuid = (last: number) => `96abc2aa-3dcc-11e5-a152-fe34819cdc9${last}`;
const idOf = (kind: string, last: number) => Buffer.from(`ciscospark://us/${kind}/${uuid(last)}`).toString("base64url");
const orgId = idOf("ORGANIZATION", 1);
const personId = idOf("PEOPLE", 2);
const common = { id: 1, unit: 1, row: 1, action: "create", needs: [], ids: {} } as const;

async function find(operation: Operation, answering: Answering) {
  const { http, asked } = await served(answering);
  const ids = { orgId, customerId: "cus", locationId: "loc" };
  const found = await webexTarget(http, "webex").find(operation, ids, never);
  return { found, asked: asked.map(({ path }) => path) };
}

describe("a location that is there", () => {
  const address = { line1: "Dam 1", city: "Amsterdam", postalCode: "1012 JS", country: "NL" };
  const location: Operation = {
    ...{ ...common, resource: "location", key: "Amsterdam" },
    payload: {
      name: "Amsterdam",
      address,
      timezone: "Europe/Amsterdam",
      language: "nl_NL",
      announcementLanguage: "nl_NL",
    },
  };
  const single = {
    ...{ id: "loc", name: "Amsterdam", orgId, timeZone: "Europe/Amsterdam", preferredLanguage: "nl_NL" },
    address: { address1: "Coolsingel 40", city: "Rotterdam", postalCode: "3011 AD", country: "NL" },
  };
  const terse = { id: "loc", name: "Amsterdam", orgId };

  it("is read by itself if the list lacks its address", async () => {
    const { found, asked } = await find(location, ({ path }) => ({
      body: path.endsWith("/locations") ? { items: [terse] } : single,
    }));
    expect(asked.at(-1)).toBe("/v1/locations/loc");
    expect(found?.differences?.map(({ field }) => field)).toEqual(["address_line1", "city", "postal_code"]);
  });

  it("is only partly visible when nothing gives its address", async () => {
    const { found } = await find(location, ({ path }) => ({
      body: path.endsWith("/locations") ? { items: [terse] } : terse,
    }));
    expect(found).toMatchObject({ isIncomplete: true });
  });

  it("is the one that is spelled as the row has it, where there are two", async () => {
    const { found } = await find(location, () => ({
      body: {
        items: [
          { ...single, id: "other", name: "AMSTERDAM" },
          { ...single, id: "loc" },
        ],
      },
    }));
    expect(found).toMatchObject({ result: { ids: { locationId: "loc" } } });
  });
});

describe("a user who is there", () => {
  const user: Operation = {
    ...{ ...common, resource: "user", key: "ann@acme.example.com" },
    payload: {
      ...{ email: "ann@acme.example.com", firstName: "Ann", lastName: "Visser" },
      ...{ packages: ["webex_calling"], extension: "4501" },
    },
  };
  const subscriber = {
    ...{ id: "sub", email: "ann@acme.example.com", customerId: "cus", status: "provisioned" },
    packages: ["webex_calling"],
  };
  const line = { extension: "4502", location: { id: "loc" }, owner: { id: personId } };
  const answering =
    (person: object | undefined, given: object, lines: readonly object[] = [line]): Answering =>
    ({ path }) => {
      if (path.includes("/scim/")) return person ? { body: person } : { status: 404 };
      if (path.endsWith("/numbers")) return { body: { phoneNumbers: lines } };
      return { body: { items: [{ ...subscriber, ...given }] } };
    };

  it("is only partly visible while Webex returns no person, or has none with the ID", async () => {
    const { found: nobody } = await find(user, answering(undefined, {}));
    expect(nobody).toMatchObject({ isIncomplete: true });
    const { found: unseen } = await find(user, answering(undefined, { personId }));
    expect(unseen).toMatchObject({ isIncomplete: true, differences: [{ field: "extension" }] });
  });

  it("is wholly seen with a line and a name, in whatever case", async () => {
    const person = { id: uuid(2), userName: user.key, name: { givenName: "ANN", familyName: "visser" } };
    const { found } = await find(user, answering(person, { personId }, [{ ...line, extension: "4501" }]));
    expect(found).toMatchObject({ isIncomplete: false, differences: [] });
  });

  describe("and had not consented when they were met", () => {
    const person = { id: uuid(2), userName: user.key, name: { givenName: "Ann", familyName: "Visser" } };
    const single =
      (lines: Answering): Answering =>
      (asked, nth) =>
        asked.path.endsWith("/subscribers/sub") ? { body: { ...subscriber, personId } } : lines(asked, nth);

    async function poll(action: "read" | "create", answer: Answering) {
      const { http } = await served(single(answer));
      const ids = { orgId, customerId: "cus", locationId: "loc", subscriberId: "sub" };
      const operation: Operation = { ...user, action };
      const waiting = action === "read" ? { operation, ids } : { operation, ids, effect: "unchanged" as const };
      const { final } = await webexTarget(http, "webex").poll([waiting], never);
      return final.get(operation.id);
    }

    it.each(["read", "create"] as const)("is compared when they have (%s)", async (action) => {
      const equal = await poll(action, answering(person, { personId }, [{ ...line, extension: "4501" }]));
      expect(equal).toMatchObject({ status: "done", effect: "unchanged" });
      const other = await poll(action, answering(person, { personId }));
      expect(other).toMatchObject({ failure: { errorCode: "exists_differently", column: "extension" } });
    });

    it.each(["read", "create"] as const)("is waited for until all of them is to be seen (%s)", async (action) => {
      expect(await poll(action, answering(undefined, { personId }))).toBeUndefined();
      expect(await poll(action, answering(person, { personId }, []))).toBeUndefined();
    });
  });
});

describe("numbers that are there", () => {
  const numbers = (payload: object): Operation => ({
    ...{ ...common, resource: "numbers", key: "Utrecht +31201234508" },
    payload: { phoneNumbers: ["+31201234508"], mustReadConnection: false, ...payload },
  });
  const listed = () => ({ body: { phoneNumbers: [{ phoneNumber: "+31201234508", location: { id: "loc" } }] } });

  it("may be those that were sent", async () => {
    const { found } = await find(numbers({}), listed);
    expect(found?.result).toMatchObject({ status: "done", effect: "created" });
  });

  it("are never claimed where their users brought them", async () => {
    const { found, asked } = await find(numbers({ comeWithPeople: true }), listed);
    expect(found?.result).toMatchObject({ status: "done", effect: "unchanged" });
    expect(asked).toEqual([]);
  });
});
