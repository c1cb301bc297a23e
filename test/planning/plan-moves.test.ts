/** Users whose row names another location: what is planned, what refuses it, who goes together. */
import { describe, expect, it } from "vitest";
import type { ExistingNumber } from "../../src/model/existing.ts";
import type { Operation } from "../../src/model/plan.ts";
import type { UserRecord } from "../../src/model/records.ts";
import { gatherMoves } from "../../src/planning/gather-moves.ts";
import { nothingApplied } from "../../src/planning/last-applied.ts";
import { existingOf, existingUser, locationOf, placeOf, plan, userOf } from "../support/planned-customer.ts";

const niels = "niels@korenaar.example.com";
const two = existingOf({ locations: [placeOf("Head Office"), placeOf("Rotterdam")] });
const office = { locationId: "id of Head Office", locationName: "Head Office" };
const rotterdam = { locationId: "id of Rotterdam", locationName: "Rotterdam" };
const line = { ...office, phoneNumber: "+31201234501", extension: "4501", ownerId: "person niels" };
const at = (...numbers: readonly ExistingNumber[]) => ({
  ...two,
  users: [existingUser("niels"), existingUser("yara")],
  numbers: [line, ...numbers],
});
const going = { location: "Rotterdam", phoneNumber: "+31201234501", extension: "4501" };
const withoutExtension = ({ extension: _, ...user }: UserRecord): UserRecord => user;
const policyOf = (policy: object) => ({ policy: { isRemovingPackages: false, ...policy }, last: nothingApplied });

describe("a user whose row names another location", () => {
  it("is moved, with number and extension; the location is what changes", () => {
    const { doing, one } = plan({ users: [userOf("niels", going)], existing: at() });
    expect(doing).toEqual([`update move ${niels}`]);
    expect(one("move")).toMatchObject({
      payload: {
        email: niels,
        locationName: "Rotterdam",
        extension: "4501",
        keeps: { phoneNumber: "+31201234501" },
        from: { locationId: office.locationId, name: "Head Office" },
        mustValidate: true,
      },
      ids: { personId: "person niels", orgId: "org", locationId: rotterdam.locationId },
      needs: [],
      changes: [{ field: "location", before: "Head Office", after: "Rotterdam" }],
    });
    expect(one("move").payload).not.toHaveProperty("phoneNumber");
  });

  it("keeps what the row leaves blank", () => {
    const { one } = plan({
      users: [withoutExtension(userOf("niels", { location: "Rotterdam" }))],
      existing: at(),
    });
    expect(one("move").payload).toMatchObject({ keeps: { phoneNumber: "+31201234501", extension: "4501" } });
    expect(one("move").payload).not.toHaveProperty("extension");
  });

  it("gets another number and extension on the way; a number that is nowhere is added first", () => {
    const users = [userOf("niels", { ...going, phoneNumber: "+31101234501", extension: "4999" })];
    const there = plan({ users, existing: at({ ...rotterdam, phoneNumber: "+31101234501" }) });
    expect(there.doing).toEqual([`update move ${niels}`]);
    expect(there.one("move")).toMatchObject({
      payload: { phoneNumber: "+31101234501", extension: "4999", keeps: {} },
      changes: [
        { field: "phone_number", before: "+31201234501", after: "+31101234501" },
        { field: "extension", before: "4501", after: "4999" },
        { field: "location" },
      ],
    });
    const lacking = plan({ users, existing: at() });
    expect(lacking.doing).toEqual(["create numbers Rotterdam +31101234501", `update move ${niels}`]);
    expect(lacking.needs(lacking.one("move"))).toEqual(["numbers Rotterdam +31101234501 (+31101234501)"]);
  });

  it("is refused a number of a third location", () => {
    const third = { phoneNumber: "+31301234501", locationId: "id of Utrecht", locationName: "Utrecht" };
    const { one } = plan({ users: [userOf("niels", { ...going, phoneNumber: "+31301234501" })], existing: at(third) });
    expect(one("move").refusal).toMatchObject({ code: "number_not_at_location", column: "phone_number" });
  });

  it("is refused an extension that someone at the new location keeps, also the one that would move along", () => {
    const theirs = { ...rotterdam, extension: "4501", ownerId: "person yara" };
    const user = userOf("niels", going);
    for (const one of [user, withoutExtension(user)]) {
      expect(plan({ users: [one], existing: at(theirs) }).one("move").refusal).toMatchObject({
        code: "line_in_use",
        column: "extension",
      });
    }
  });

  it("waits for what somebody there gives up, and leaves an extension to those behind", () => {
    const theirs = { ...rotterdam, extension: "4501", ownerId: "person yara" };
    const yara = userOf("yara", { location: "Rotterdam", extension: "4777" });
    const giving = plan({ users: [userOf("niels", going), yara], existing: at(theirs) });
    expect(giving.needs(giving.one("move"))).toEqual(["telephone yara@korenaar.example.com"]);
    const joiner = userOf("noor", { location: "Head Office", extension: "4501" });
    const leaving = plan({ users: [joiner, userOf("niels", going)], existing: at() });
    expect(leaving.needs(leaving.one("user", joiner.email))).toEqual([`move ${niels}`]);
  });

  it("waits for a location that is still to be made", () => {
    const { doing, one, needs } = plan({
      locations: [locationOf("Utrecht")],
      users: [userOf("niels", { ...going, location: "Utrecht" })],
      existing: at(),
    });
    expect(doing).toEqual(["create location Utrecht", "create calling Utrecht", `update move ${niels}`]);
    expect(needs(one("move"))).toEqual(["calling Utrecht"]);
    expect(one("move").ids).not.toHaveProperty("locationId");
  });

  it("gets a warning that the number is out of service for a while if that is allowed, and gets it back", () => {
    const { doing, one, needs } = plan({
      users: [userOf("niels", going)],
      existing: at(),
      basis: policyOf({ isAllowingOutage: true, isAcceptingImpacts: true }),
    });
    expect(doing).toEqual([`update move ${niels}`, `update moved_number ${niels}`]);
    expect(one("move").payload).toMatchObject({ mayLetGo: true, mayLose: true });
    expect(one("move").payload).not.toHaveProperty("mustValidate");
    expect(one("moved_number").payload).toEqual({ email: niels, phoneNumber: "+31201234501" });
    expect(needs(one("moved_number"))).toEqual([`move ${niels}`]);
  });

  it("goes with the number to a new location only when that is connected, and the number is not sent twice", () => {
    const { one, needs } = plan({
      locations: [locationOf("Utrecht", { pstn: "Carrier", phoneNumbers: [{ from: 31201234501, to: 31201234501 }] })],
      users: [userOf("niels", { ...going, location: "Utrecht" })],
      existing: at(),
      basis: policyOf({ isAllowingOutage: true, isAcceptingImpacts: true }),
    });
    expect(needs(one("move"))).toEqual(["calling Utrecht", "pstn Utrecht"]);
    expect(needs(one("moved_number"))).toEqual([`move ${niels}`, "calling Utrecht"]);
    expect(one("numbers").payload).toMatchObject({ phoneNumbers: ["+31201234501"], comeWithPeople: true });
    expect(needs(one("numbers"))).toContain(`moved_number ${niels}`);
  });

  it("gets another name after it: a change of the whole person must not overtake it", () => {
    const people = [{ personId: "person niels", email: niels, roles: [], firstName: "niels", lastName: "Jansen" }];
    const users = [userOf("niels", { ...going, roles: ["user_admin"] })];
    const { one, needs } = plan({ users, existing: { ...at(), people } });
    expect(needs(one("directory_entry"))).toEqual([`user ${niels}`, `move ${niels}`]);
  });
});

describe("users who go to the same location", () => {
  const names = Array.from({ length: 230 }, (_, index) => `u${index}`);
  const many = (count: number) => {
    const some = names.slice(0, count);
    const { operations } = plan({
      users: some.map((name, index) => userOf(name, { location: "Rotterdam", extension: String(1000 + index) })),
      existing: {
        ...two,
        users: some.map((name) => existingUser(name)),
        numbers: some.map((name, index) => ({ ...office, extension: String(1000 + index), ownerId: `person ${name}` })),
      },
    });
    let last = 10_000;
    return gatherMoves(operations, () => ++last);
  };
  const jobsOf = (operations: readonly Operation[]) =>
    operations.flatMap((each) => (each.resource === "move_job" ? [each.payload.people.length] : []));

  it("go in jobs of at most a hundred, each before its people", () => {
    const operations = many(230);
    expect(jobsOf(operations)).toEqual([100, 100, 30]);
    const job = operations.find(({ resource }) => resource === "move_job");
    const moves = operations.filter(({ needs }) => needs.some(({ operation }) => operation === job?.id));
    expect(moves).toHaveLength(100);
    expect(job).toMatchObject({ key: "Rotterdam", needs: [], ids: { orgId: "org", locationId: "id of Rotterdam" } });
    expect(job?.ids).not.toHaveProperty("personId");
  });

  it("move alone when nobody moves with them, and leave behind users who are refused", () => {
    expect(jobsOf(many(1))).toEqual([]);
    expect(jobsOf(many(2))).toEqual([2]);
    const refused = many(2).map((each) => ({ ...each, needs: [], refusal: { code: "line_in_use", message: "" } }));
    expect(jobsOf(gatherMoves(refused as unknown as Operation[], () => 1).slice(-2))).toEqual([]);
  });
});
