import { describe, expect, it } from "vitest";
import type { ExistingPerson } from "../../src/model/existing.ts";
import { inEnglish } from "../../src/model/words/text.ts";
import { existsUnderOtherId } from "../../src/planning/other-ids.ts";
import { customerOf, existingOf, existingUser, locationOf, plan, userOf } from "../support/planned-customer.ts";

const at = (name: string) => `${name}@korenaar.example.com`;
const person = (name: string, given: Partial<ExistingPerson> = {}): ExistingPerson => ({
  personId: `person ${name}`,
  email: at(name),
  roles: [],
  ...given,
});

const existing = existingOf({
  users: [existingUser("niels"), existingUser("yara")],
  people: [
    person("niels", { roles: ["full_admin"] }),
    person("yara"),
    person("fatima", { roles: ["full_admin"] }),
    person("guest"),
  ],
});
const basis = (policy: object) => ({ policy: { isRemovingPackages: false, isRemovingCustomers: true, ...policy } });

describe("a customer that is to go", () => {
  it("waits for each of its users, the last administrator included", () => {
    const { doing, one, needs } = plan({ isLeaving: true, existing, basis: basis({}) });
    const users = ["niels", "yara"].flatMap((name) => [`user ${at(name)}`, `person ${at(name)}`]);
    expect(doing).toEqual([...users.map((each) => `delete ${each}`), "delete customer NL-1001"]);
    expect(needs(one("customer"))).toEqual(users);
  });

  it("is refused where removals of customers are not allowed, and so are its administrators", () => {
    const policy = { isRemovingPackages: false };
    const { one, operations } = plan({ isLeaving: true, leavers: ["niels"], existing, basis: { policy } });
    expect(one("customer").refusal?.code).toBe("customer_removal_not_allowed");
    expect(operations.filter(({ refusal, action }) => action === "delete" && !refusal)).toHaveLength(2);
    const last = existingOf({ ...existing, people: [person("niels", { roles: ["full_admin"] })] });
    const alone = plan({ isLeaving: true, leavers: ["niels"], existing: last, basis: { policy } });
    expect(alone.one("user").refusal?.code).toBe("admin_stays");
  });

  it("leaves one person in an organization that is to go, as Webex demands", () => {
    const { doing, one, needs } = plan({
      isLeaving: true,
      existing,
      basis: basis({ isDeletingOrganizations: true }),
    });
    expect(doing).toContain(`delete person ${at("guest")}`);
    expect(doing).not.toContain(`delete person ${at("fatima")}`);
    expect(needs(one("organization"))).toEqual(["customer NL-1001"]);
  });

  it("is right already when it is not there", () => {
    expect(plan({ isLeaving: true, basis: basis({}) })).toMatchObject({ doing: [], right: ["customer NL-1001"] });
  });

  it("keeps in mind what makes it again", () => {
    const { one } = plan({ isLeaving: true, existing, basis: { ...basis({}), provisioningId: "prov" } });
    expect(one("customer").payload).toMatchObject({
      externalId: "NL-1001",
      orgId: "org",
      packages: ["webex_calling"],
      provisioningId: "prov",
      headOffice: { name: "Head Office", timezone: "Europe/Amsterdam" },
    });
  });

  it("takes nothing in any more", () => {
    const { problems } = plan({
      isLeaving: true,
      locations: [locationOf("Branch")],
      users: [userOf("noor")],
      existing,
      basis: basis({}),
    });
    expect(problems.map(({ code, column }) => `${code} in ${column}`)).toEqual([
      "customer_leaves in customer",
      "customer_leaves in customer",
    ]);
  });
});

describe("a customer under another external id", () => {
  it("gets its own first, with the packages that it has; all else waits for that", () => {
    const { customer } = existing;
    const { one, needs } = plan({
      customer: { ...customerOf(), packages: ["webex_calling", "webex_meetings"] },
      users: [userOf("noor", { location: "Head Office" })],
      existing: { ...existing, customer: { ...customer, externalId: "HAND-1" } },
    });
    expect(one("external_id")).toMatchObject({
      action: "update",
      payload: { externalId: "NL-1001", packages: ["webex_calling"] },
      changes: [{ field: "external_id", before: "HAND-1", after: "NL-1001" }],
    });
    expect(needs(one("customer"))).toEqual(["external_id NL-1001"]);
    expect(needs(one("user", at("noor")))).toContain("external_id NL-1001");
  });

  it("is named in a refusal", () => {
    const other = { customer: { ...existing.customer, externalId: "HAND-1" }, by: "admin" } as const;
    const { code, message } = existsUnderOtherId("NL-1001", other);
    expect([code, inEnglish(message)]).toEqual([
      "exists_under_other_id",
      "The customer NL-1001 exists at Webex under the external ID HAND-1: it has the name and the administrator of the row.",
    ]);
  });
});
