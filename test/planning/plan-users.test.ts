import { describe, expect, it } from "vitest";
import type { ExistingNumber, ExistingPerson } from "../../src/model/existing.ts";
import { rangesOf } from "../../src/model/number-ranges.ts";
import type { UserRecord } from "../../src/model/records.ts";
import { nothingApplied } from "../../src/planning/last-applied.ts";
import { englishOf } from "../support/english-of.ts";
import {
  customerOf,
  existingOf,
  existingUser,
  locationOf,
  placeOf,
  plan,
  userOf,
} from "../support/planned-customer.ts";

const inHeadOffice = (user: UserRecord): UserRecord => ({ ...user, location: "Head Office" });
const niels = "niels@korenaar.example.com";
const two = existingOf({ locations: [placeOf("Head Office"), placeOf("Rotterdam")] });

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
    expect(problems).toMatchObject([
      { row: 1, code: "unknown_location", hint: 'It has "Head Office" and "Rotterdam".' },
    ]);
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
  it("are left unchanged when they are as the sheet says, though their row names no location", () => {
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

  it("lose with calling what stands on it: no package without calling has an attendant console", () => {
    const existing = existingOf({
      users: [existingUser("niels", { packages: ["webex_suite", "attendant_console"] })],
    });
    const { one } = plan({ users: [userOf("niels", { package: "webex_meetings" })], existing });
    expect(one("user").payload).toMatchObject({ packages: ["webex_meetings"] });
    expect(one("user").changes).toEqual([
      { field: "package", before: "webex_suite;attendant_console", after: "webex_meetings" },
    ]);
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
    expect(doing).toEqual([`read user ${niels}`, `update directory_entry ${niels}`]);
    expect(needs(one("directory_entry"))).toEqual([`user ${niels}`]);
  });

  describe("with calling", () => {
    const place = { locationId: "id of Head Office", locationName: "Head Office" };
    const line = { ...place, phoneNumber: "+31201234501", extension: "4501", ownerId: "person niels" };
    const own = { phoneNumber: "+31201234501", location: "Head Office" };
    const at = (...numbers: readonly ExistingNumber[]) => ({
      ...two,
      users: [existingUser("niels"), existingUser("yara")],
      numbers: [line, ...numbers],
    });

    it("get another extension", () => {
      expect(plan({ users: [userOf("niels", own)], existing: at() }).doing).toEqual([]);
      const { doing, one, needs } = plan({ users: [userOf("niels", { ...own, extension: "4999" })], existing: at() });
      expect(doing).toEqual([`update telephone ${niels}`]);
      expect(one("telephone")).toMatchObject({
        payload: { email: niels, extension: "4999" },
        ids: { personId: "person niels", orgId: "org" },
        changes: [{ field: "extension", before: "4501", after: "4999" }],
      });
      expect(needs(one("telephone"))).toEqual([`user ${niels}`]);
    });

    it("get another name after it: the change of a line replaces the whole person as it was read", () => {
      const people = [{ personId: "person niels", email: niels, roles: [], firstName: "niels", lastName: "Jansen" }];
      const users = [userOf("niels", { ...own, extension: "4999", roles: ["user_admin"] })];
      const { one, needs } = plan({ users, existing: { ...at(), people } });
      expect(needs(one("directory_entry"))).toEqual([`user ${niels}`, `telephone ${niels}`]);
    });

    it("get another number, which their location is given first where it lacks it", () => {
      const users = [userOf("niels", { ...own, phoneNumber: "+31201234599" })];
      const lacking = plan({ users, existing: at() });
      expect(lacking.doing).toEqual(["create numbers Head Office +31201234599", `update telephone ${niels}`]);
      expect(lacking.needs(lacking.one("telephone"))).toContain("numbers Head Office +31201234599 (+31201234599)");
      const having = plan({ users, existing: at({ ...place, phoneNumber: "+31201234599" }) });
      expect(having.doing).toEqual([`update telephone ${niels}`]);
      const listing = plan({
        users,
        existing: at(),
        locations: [locationOf("Head Office", { phoneNumbers: rangesOf(["+31201234598", "+31201234599"]) })],
      });
      expect(listing.doing).toEqual(["create numbers Head Office +31201234598", `update telephone ${niels}`]);
      expect(listing.needs(listing.one("telephone"))).toContain("numbers Head Office +31201234598 (+31201234599)");
    });

    it("are refused the number of another location", () => {
      const elsewhere = { phoneNumber: "+31201234599", locationId: "id of Rotterdam", locationName: "Rotterdam" };
      const { one } = plan({
        users: [userOf("niels", { ...own, phoneNumber: "+31201234599" })],
        existing: at(elsewhere),
      });
      expect(one("telephone").refusal).toMatchObject({ code: "number_not_at_location", column: "phone_number" });
    });

    it("are refused what someone else has and keeps", () => {
      const theirs = { ...place, extension: "4999", ownerId: "person yara" };
      const users = [userOf("niels", { ...own, extension: "4999" })];
      const { refusal } = plan({ users, existing: at(theirs) }).one("telephone");
      expect(refusal).toMatchObject({ code: "line_in_use", column: "extension" });
      expect(englishOf(refusal?.message)).toBe("4999 is in use: yara@korenaar.example.com has it.");
    });

    it("wait for what someone else gives up in the same batch, in any order of rows", () => {
      const theirs = { ...place, extension: "4999", ownerId: "person yara" };
      const users = [userOf("niels", { ...own, extension: "4999" }), userOf("yara", { extension: "4777" })];
      const { one, needs } = plan({ users: users.map(inHeadOffice), existing: at(theirs) });
      expect(needs(one("telephone", niels))).toContain("telephone yara@korenaar.example.com");
      const joiner = userOf("noor", { extension: "4501", location: "Head Office" });
      const joining = plan({
        users: [joiner, inHeadOffice(userOf("niels", { ...own, extension: "4888" }))],
        existing: at(),
      });
      expect(joining.needs(joining.one("user", joiner.email))).toContain(`telephone ${niels}`);
    });

    it("wait for what someone gives up whose calling ends", () => {
      const theirs = { ...place, extension: "4999", phoneNumber: "+31201234509", ownerId: "person yara" };
      const users = [
        inHeadOffice(userOf("niels", { ...own, extension: "4999", phoneNumber: "+31201234509" })),
        userOf("yara", { package: "webex_meetings" }),
      ];
      const { one, needs } = plan({ users, existing: at(theirs) });
      expect(one("telephone", niels)).not.toHaveProperty("refusal");
      expect(needs(one("telephone", niels))).toContain("user yara@korenaar.example.com");
    });

    it("are refused a swap, in which each waits for the other", () => {
      const theirs = { ...place, extension: "4999", ownerId: "person yara" };
      const users = [userOf("niels", { ...own, extension: "4999" }), userOf("yara", { extension: "4501" })];
      const { operations } = plan({ users: users.map(inHeadOffice), existing: at(theirs) });
      const codes = operations.flatMap(({ resource, refusal }) => (resource === "telephone" ? [refusal?.code] : []));
      expect(codes).toEqual(["line_swap", "line_swap"]);
    });
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

  describe("whose names, title, department or language differ", () => {
    const users = [existingUser("niels")];
    const person = { personId: "person niels", email: niels, roles: [], firstName: "niels", lastName: "Jansen" };
    const changesOf = (given: Partial<UserRecord>, found: Partial<ExistingPerson> = {}) => {
      const existing = existingOf({ users, people: [{ ...person, ...found }] });
      const { operations } = plan({ users: [userOf("niels", { lastName: "Jansen", ...given })], existing });
      const entry = operations.find(({ resource }) => resource === "directory_entry");
      return entry && { action: entry.action, payload: entry.payload, changes: entry.changes };
    };

    it("are left unchanged when nothing differs, wherever their display name came from", () => {
      expect(changesOf({})).toBeUndefined();
      expect(changesOf({}, { displayName: "Niels J.", title: "Baker" })).toBeUndefined();
    });

    it("get them with their roles in one request", () => {
      expect(changesOf({ lastName: "Visser", title: "Head", roles: ["user_admin"] })).toEqual({
        action: "update",
        payload: { lastName: "Visser", displayName: "niels Visser", title: "Head", roles: ["user_admin"] },
        changes: [
          { field: "last_name", before: "Jansen", after: "Visser" },
          { field: "title", before: "", after: "Head" },
          { field: "display_name", before: "niels Jansen", after: "niels Visser" },
          { field: "roles", before: "", after: "user_admin" },
        ],
      });
    });

    it("keep a name to be shown that is another than first and last", () => {
      expect(changesOf({ lastName: "Visser" }, { displayName: "Boss" })?.payload).toEqual({
        lastName: "Visser",
        roles: [],
      });
    });

    it("are held against what was sent last where the directory was not read", () => {
      const last = { ...nothingApplied, user: () => userOf("niels", { lastName: "Jansen" }) };
      const existing = existingOf({ users });
      expect(plan({ users: [userOf("niels")], existing }).doing).toEqual([]);
      expect(
        plan({ users: [userOf("niels")], existing, basis: { last } }).one("directory_entry").changes,
      ).toMatchObject([{ field: "last_name", before: "Jansen", after: "Visser" }, { field: "display_name" }]);
    });

    it("get what the subscription cannot bring when they are new", () => {
      const noor = userOf("noor", { title: "Baker", language: "nl_NL" });
      const { doing, one, needs } = plan({ users: [noor], existing: existingOf() });
      expect(doing).toEqual([`create user ${noor.email}`, `create directory_entry ${noor.email}`]);
      expect(one("directory_entry").payload).toEqual({ title: "Baker", language: "nl_NL", roles: [] });
      expect(needs(one("directory_entry"))).toEqual([`user ${noor.email}`]);
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
    expect(one("directory_entry")).toMatchObject({
      action: "update",
      payload: { roles: ["full_admin"] },
      changes: [{ field: "roles", before: "user_admin;device_admin", after: "user_admin;device_admin;full_admin" }],
    });
    expect(plan({ users: [userOf("niels", { roles: ["user_admin"] })], existing }).doing).toEqual([]);
  });
});
