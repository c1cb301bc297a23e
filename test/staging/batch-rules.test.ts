import { describe, expect, it } from "vitest";
import { customers, stage, users } from "../support/staged-batch.ts";

describe("what must not stand twice", () => {
  it("makes all of its rows invalid, each naming the others", async () => {
    const { found, issue, verdicts } = await stage({
      customers: customers({}),
      users: users(
        { customer: "C-0", email: "ann@example.com" },
        { customer: "C-0" },
        { customer: "C-0", email: "Ann@Example.com" },
        { customer: "C-0", email: "ann@example.com" },
      ),
    });
    expect(found).toEqual(["users:2 duplicate_key", "users:4 duplicate_key", "users:5 duplicate_key"]);
    expect(issue("duplicate_key")).toMatchObject({
      column: "email",
      value: "ann@example.com",
      message: "The email address ann@example.com is also in users.csv:4 and users.csv:5.",
    });
    expect(verdicts["users:3"]).toBe("valid");
  });

  it.each([
    ["templates", [{ template_name: "A" }, { template_name: "A" }], "template_name"],
    ["customers", customers({ external_id: "X" }, { external_id: "X" }), "external_id"],
    ["customers", customers({ admin_email: "a@x.example.com" }, { admin_email: "A@x.example.com" }), "admin_email"],
    ["locations", [{ name: "Utrecht" }, { name: " UTRECHT" }], "name"],
    ["users", users({ phone_number: "+31201234500" }, { phone_number: "+31201234500" }), "phone_number"],
    ["users", users({ extension: "4501" }, { extension: "4501" }), "extension"],
  ] as const)("holds for %s: %j", async (sheet, rows, column) => {
    const { issue, verdicts } = await stage({ customers: customers({ external_id: "NL-1001" }), [sheet]: rows });
    expect(issue("duplicate_key").column).toBe(column);
    expect([verdicts[`${sheet}:2`], verdicts[`${sheet}:3`]]).toEqual(["invalid", "invalid"]);
  });

  it("names some of the others when they are many, and how many there are", async () => {
    const same = Array.from({ length: 3_000 }, () => ({ email: "same@example.com" }));
    const { issue, found } = await stage({ customers: customers({ external_id: "NL-1001" }), users: users(...same) });
    expect(found.filter((each) => each.endsWith("duplicate_key"))).toHaveLength(3_000);
    expect(issue("duplicate_key").message).toBe(
      "The email address same@example.com is also in users.csv:3, users.csv:4, users.csv:5, users.csv:6, users.csv:7, and 2994 more.",
    );
  });

  it("includes the name of the head office for a branch", async () => {
    const { found, issue } = await stage({
      customers: customers({ external_id: "NL-1001", hq_name: "Amsterdam" }),
      locations: [{ name: "amsterdam" }, { name: "Head Office" }],
    });
    expect(found).toEqual(["locations:2 duplicate_key"]);
    expect(issue("duplicate_key").message).toContain("customers.csv:2");
  });

  it("does not hold across customers for names, nor for blank cells", async () => {
    const { found } = await stage({
      customers: customers({}, {}),
      locations: [{ customer: "C-0" }, { customer: "C-1" }],
      users: users(
        { customer: "C-0", location: "Rotterdam" },
        { customer: "C-1", location: "Rotterdam", extension: "4000" },
      ),
    });
    expect(found).toEqual([]);
  });
});

describe("a number", () => {
  it("belongs to one location: the others are named, and which numbers they are", async () => {
    const { found, issue } = await stage({
      customers: customers({ hq_phone_numbers: "+31201234500-+31201234509" }, {}),
      locations: [{ customer: "C-1", phone_numbers: "+31201234505-+31201234519;+31101234500" }],
    });
    expect(found).toEqual(["customers:2 duplicate_number", "locations:2 duplicate_number"]);
    expect(issue("duplicate_number")).toMatchObject({
      column: "hq_phone_numbers",
      value: "+31201234505",
      message:
        "5 numbers (+31201234505, +31201234506, +31201234507, +31201234508, and +31201234509) are also given to another location: locations.csv:2.",
    });
  });

  it("may be told in one word when it is one", async () => {
    const { issue } = await stage({
      customers: customers({ hq_phone_numbers: "+31201234500" }, { hq_phone_numbers: "+31201234500" }),
    });
    expect(issue("duplicate_number").message).toBe(
      "The number +31201234500 is also given to another location: customers.csv:3.",
    );
  });
});

describe("the administrator of a customer", () => {
  it("may be a user of that customer, and of no other", async () => {
    const { found, issue } = await stage({
      customers: customers({}, {}),
      users: users(
        { customer: "C-0", email: "admin@c0.example.com" },
        { customer: "C-0", email: "Admin@c1.example.com" },
      ),
    });
    expect(found).toEqual(["users:3 email_of_other_customer"]);
    expect(issue("email_of_other_customer").message).toContain("customers.csv:3");
  });
});

describe("the limit of a package", () => {
  const limited = (package_limits: string) =>
    customers({ packages: "webex_calling;webex_meetings;attendant_console", package_limits });
  const three = users(
    { customer: "C-0" },
    { customer: "C-0" },
    { customer: "C-0", package: "webex_meetings", extension: "" },
  );

  it("is enough for the users of the batch", async () => {
    expect((await stage({ customers: limited("webex_calling=2;webex_meetings=1"), users: three })).found).toEqual(
      expect.not.arrayContaining([expect.stringContaining("limit_below_assigned")]),
    );
  });

  it("is an error of the customer when it is not, and blocks its users", async () => {
    const { issue, verdicts } = await stage({ customers: limited("webex_calling=1"), users: three });
    expect(issue("limit_below_assigned")).toMatchObject({
      at: { sheet: "customers", row: 2 },
      column: "package_limits",
      value: "webex_calling=1",
      hint: expect.stringContaining("webex_calling=2 or more"),
    });
    expect(verdicts).toMatchObject({ "customers:2": "invalid", "users:2": "blocked by customers:2" });
  });

  it("counts add-ons, and no rows that are not valid", async () => {
    const addon = { customer: "C-0", addons: "attendant_console" };
    const { found, issue } = await stage({
      customers: limited("attendant_console=1;webex_calling=2"),
      users: users(addon, addon, { customer: "C-0", email: "not an address" }),
    });
    expect(found).toEqual(["customers:2 limit_below_assigned", expect.stringContaining("users:4")]);
    expect(issue("limit_below_assigned").value).toBe("attendant_console=1");
  });
});
