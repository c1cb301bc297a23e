import { describe, expect, it } from "vitest";
import type { ExistingPerson } from "../../src/model/existing.ts";
import { englishOf } from "../support/english-of.ts";
import { customerOf, existingOf, existingUser, plan, userOf } from "../support/planned-customer.ts";

const niels = "niels@korenaar.example.com";
const line = {
  phoneNumber: "+31201234501",
  extension: "4501",
  locationId: "id of Head Office",
  ownerId: "person niels",
};

const person = (name: string, given: Partial<ExistingPerson> = {}): ExistingPerson => ({
  personId: `person ${name}`,
  email: `${name}@korenaar.example.com`,
  roles: [],
  firstName: name,
  lastName: "Visser",
  ...given,
});

const two = existingOf({
  users: [existingUser("niels"), existingUser("yara")],
  numbers: [line],
  people: [person("niels", { title: "Baker" }), person("yara", { roles: ["full_admin"] })],
});

describe("users who are to go", () => {
  it("lose their subscription, then go as persons, and their number is waited for", () => {
    const { doing, one, needs } = plan({ leavers: ["niels"], existing: two });
    expect(doing).toEqual([`delete user ${niels}`, `delete person ${niels}`, `delete telephone ${niels}`]);
    expect(needs(one("person"))).toEqual([`user ${niels}`]);
    expect(needs(one("telephone"))).toEqual([`person ${niels}`]);
  });

  it("are kept in mind for an undo, with all that can come back", () => {
    expect(plan({ leavers: ["niels"], existing: two }).one("user").payload).toMatchObject({
      packages: ["webex_calling"],
      phoneNumber: "+31201234501",
      extension: "4501",
      entry: { firstName: "niels", lastName: "Visser", title: "Baker", roles: [] },
    });
  });

  it("keep their person where the operator says so", () => {
    const basis = { policy: { isRemovingPackages: false, isKeepingPersons: true } };
    expect(plan({ leavers: ["niels"], existing: two, basis }).doing).toEqual([`delete user ${niels}`]);
  });

  it("are right already when they are not there, nor their customer", () => {
    expect(plan({ leavers: ["noor"], existing: two })).toMatchObject({ doing: [], problems: [] });
    expect(plan({ leavers: ["noor"] })).toMatchObject({ doing: [], problems: [] });
  });

  it("go as persons when only the subscription has gone", () => {
    const existing = existingOf({ people: [person("niels"), person("yara", { roles: ["full_admin"] })] });
    expect(plan({ leavers: ["niels"], existing }).doing).toEqual([`delete person ${niels}`]);
  });

  it("free their number and extension for other users in the same batch", () => {
    const { one, needs } = plan({
      users: [userOf("noor", { phoneNumber: "+31201234501", extension: "4501", location: "Head Office" })],
      leavers: ["niels"],
      existing: two,
    });
    expect(needs(one("user", "noor@korenaar.example.com"))).toContain(`telephone ${niels}`);
  });

  it("come last in their customer, but for one that frees what somebody else waits for", () => {
    const yara = person("yara", { roles: ["full_admin"] });
    const other = { ...line, phoneNumber: "+31201234502", extension: "4502", ownerId: "person noor" };
    const existing = existingOf({
      users: ["niels", "noor", "yara"].map((name) => existingUser(name)),
      numbers: [line, other],
      people: [person("niels"), person("noor"), yara],
    });
    const { operations } = plan({
      users: [
        userOf("bob", { phoneNumber: "+31201234501", extension: "4600", location: "Head Office" }),
        userOf("yara", { title: "Owner" }),
      ],
      leavers: ["niels", "noor"],
      existing,
    });
    const last = operations.filter(({ isLast }) => isLast).map(({ resource, key }) => `${resource} ${key}`);
    const noor = "noor@korenaar.example.com";
    expect(last).toEqual([`user ${noor}`, `person ${noor}`, `telephone ${noor}`]);
  });

  it("stay where they are the last full administrator", () => {
    const { refusal } = plan({ leavers: ["yara"], existing: two }).one("user");
    expect(refusal).toMatchObject({ code: "admin_stays", column: "email" });
    expect(englishOf(refusal?.message)).toContain("last full administrator");
    expect(plan({ leavers: ["niels"], existing: two }).one("user").refusal).toBeUndefined();
  });

  it("stay where theirs is the address of the customer's administrator", () => {
    const { refusal } = plan({
      customer: customerOf({ adminEmail: niels }),
      leavers: ["niels"],
      existing: two,
    }).one("user");
    expect(englishOf(refusal?.message)).toContain("address of the customer's administrator");
  });
});
