import { describe, expect, it } from "vitest";
import { nothingApplied } from "../../src/plan/last-applied.ts";
import {
  customerOf,
  existingOf,
  existingUser,
  locationOf,
  placeOf,
  plan,
  userOf,
} from "../support/planned-customer.ts";

const niels = "niels@korenaar.example.com";
const two = existingOf({ places: [placeOf("Head Office"), placeOf("Rotterdam")] });

describe("users of a customer that only Webex holds", () => {
  it("are created in its locations, with its ids", () => {
    const { doing, one, needs, problems } = plan({
      users: [userOf("niels", { location: "rotterdam" })],
      existing: two,
    });
    expect(problems).toEqual([]);
    expect(doing).toEqual([`create user ${niels}`]);
    expect(needs(one("user"))).toEqual([]);
    expect(one("user").ids).toEqual({ customerId: "cus", orgId: "org", locationId: "id of Rotterdam" });
  });

  it("are created in its only location when they name none", () => {
    const { one } = plan({ users: [userOf("niels")], existing: existingOf() });
    expect(one("user").ids.locationId).toBe("id of Head Office");
  });

  it("must name their location when there are several, for calling", () => {
    const { doing, problems } = plan({
      users: [userOf("niels"), userOf("yara", { package: "webex_meetings" })],
      existing: two,
    });
    expect(doing).toEqual(["create user yara@korenaar.example.com"]);
    expect(problems).toMatchObject([
      { row: 1, code: "location_required", column: "location", hint: expect.stringContaining('"Rotterdam"') },
    ]);
  });

  it("cannot name one that is not there", () => {
    const { problems, operations } = plan({ users: [userOf("niels", { location: "Utrecht" })], existing: two });
    expect(operations).toEqual([]);
    expect(problems).toMatchObject([{ row: 1, code: "unknown_location", hint: 'It has "Head Office", "Rotterdam".' }]);
  });

  it("may be in a new location of the batch", () => {
    const { doing, needs, one } = plan({
      locations: [locationOf("Utrecht")],
      users: [userOf("niels", { location: "Utrecht" })],
      existing: two,
    });
    expect(doing).toEqual(["create location Utrecht", "create calling Utrecht", `create user ${niels}`]);
    expect(needs(one("user"))).toEqual(["calling Utrecht"]);
  });
});

describe("users that are at Webex", () => {
  it("are left alone when they are as the sheet says, though their row names no location", () => {
    const { doing, right, problems } = plan({
      users: [userOf("niels")],
      existing: { ...two, users: [existingUser("niels")] },
    });
    expect([doing, right, problems]).toEqual([[], [`user ${niels}`], []]);
  });

  it("get another package, and keep their add-ons", () => {
    const existing = existingOf({
      users: [existingUser("niels", { packages: ["webex_calling", "attendant_console"] })],
    });
    const { one } = plan({ users: [userOf("niels", { package: "webex_suite" })], existing });
    expect(one("user")).toMatchObject({
      action: "update",
      payload: { packages: ["webex_suite", "attendant_console"] },
      ids: { subscriberId: "sub niels", personId: "person niels" },
      changes: [
        { field: "package", before: "webex_calling;attendant_console", after: "webex_suite;attendant_console" },
      ],
    });
    expect(one("user").payload).not.toHaveProperty("mayGetTelephone");
  });

  it("get a telephone when their package brings calling for the first time, and then must have a location", () => {
    const users = [existingUser("niels", { packages: ["webex_meetings"] })];
    const { one } = plan({ users: [userOf("niels")], existing: existingOf({ users }) });
    expect(one("user")).toMatchObject({ payload: { mayGetTelephone: true }, ids: { locationId: "id of Head Office" } });
    expect(plan({ users: [userOf("niels")], existing: { ...two, users } }).problems).toMatchObject([
      { code: "location_required" },
    ]);
  });

  it("wait for the change of their customer that brings their package", () => {
    const { one, needs } = plan({
      customer: customerOf({ packages: ["webex_calling", "webex_suite"] }),
      users: [userOf("niels", { package: "webex_suite" })],
      existing: existingOf({ users: [existingUser("niels")] }),
    });
    expect(needs(one("user"))).toContain("customer NL-1001 (webex_suite)");
  });

  it("are asked about when they have not consented yet: they are not done", () => {
    const existing = existingOf({ users: [existingUser("niels", { isPending: true })] });
    const { doing, needs, one } = plan({ users: [userOf("niels", { roles: ["user_admin"] })], existing });
    expect(doing).toEqual([`read user ${niels}`, `update roles ${niels}`]);
    expect(needs(one("roles"))).toEqual([`user ${niels}`]);
  });

  it.each([
    ["number", { phoneNumber: "+31201234599" }, "phone_number"],
    ["extension", { extension: "4999" }, "extension"],
    ["location", { location: "Rotterdam" }, "location"],
  ])("keep their %s: the API changes none", (_, wanted, column) => {
    const numbers = [
      { phoneNumber: "+31201234501", extension: "4501", locationId: "id of Head Office", ownerId: "person niels" },
    ];
    const existing = { ...two, users: [existingUser("niels")], numbers };
    const own = { phoneNumber: "+31201234501", location: "Head Office" };
    expect(plan({ users: [userOf("niels", own)], existing }).doing).toEqual([]);
    const { one } = plan({ users: [userOf("niels", { ...own, ...wanted })], existing });
    expect(one("user").refusal).toMatchObject({ code: "change_not_offered", column });
  });

  it("may have several numbers, of which the sheet names one", () => {
    const line = { locationId: "id of Head Office", ownerId: "person niels" };
    const numbers = [
      { ...line, phoneNumber: "+31201234501", extension: "4501" },
      { ...line, phoneNumber: "+31201234777" },
    ];
    const wanted = [userOf("niels", { phoneNumber: "+31201234501" })];
    const users = [existingUser("niels")];
    expect(plan({ users: wanted, existing: existingOf({ users, numbers }) }).doing).toEqual([]);
    expect(plan({ users: wanted, existing: existingOf({ users, numbers: numbers.toReversed() }) }).doing).toEqual([]);
  });

  it("keep their names, as far as we know what they were", () => {
    const existing = existingOf({ users: [existingUser("niels")] });
    const last = { ...nothingApplied, user: () => userOf("niels", { lastName: "Jansen" }) };
    expect(plan({ users: [userOf("niels")], existing }).doing).toEqual([]);
    expect(plan({ users: [userOf("niels")], existing, basis: { last } }).one("user").refusal).toMatchObject({
      column: "last_name",
    });
  });
});

describe("administrators", () => {
  const suite = existingUser("niels", { packages: ["webex_suite"] });

  it("keep their package when it would be lowered, as full administrators", () => {
    const existing = existingOf({ users: [suite], roles: new Map([[niels, ["full_admin"]]]) });
    expect(plan({ users: [userOf("niels")], existing }).one("user").refusal).toMatchObject({
      code: "admin_downgrade",
      column: "package",
    });
    expect(plan({ users: [userOf("niels")], existing: existingOf({ users: [suite] }) }).one("user")).not.toHaveProperty(
      "refusal",
    );
  });

  it("get the roles that they lack, and lose none", () => {
    const existing = existingOf({
      users: [existingUser("niels")],
      roles: new Map([[niels, ["user_admin", "device_admin"]]]),
    });
    const { one, right } = plan({
      users: [userOf("niels", { roles: ["user_admin", "full_admin"] })],
      existing,
    });
    expect(right).toEqual([`user ${niels}`]);
    expect(one("roles")).toMatchObject({
      action: "update",
      payload: { roles: ["full_admin"] },
      changes: [{ field: "roles", before: "user_admin;device_admin", after: "user_admin;device_admin;full_admin" }],
    });
    expect(plan({ users: [userOf("niels", { roles: ["user_admin"] })], existing }).doing).toEqual([]);
  });
});
