import { describe, expect, it } from "vitest";
import { stage, users } from "../support/staged-batch.ts";

const customer = { external_id: "NL-1001", name: "Korenaar", admin_email: "fatima@korenaar.example.com" };

describe("the location of a user", () => {
  it("may be left out when the customer has one", async () => {
    expect((await stage({ customers: [customer], users: users({ location: "" }) })).found).toEqual([]);
  });

  it("must be given for a calling package if there are several", async () => {
    const { found, issue } = await stage({
      customers: [customer],
      locations: [{}],
      users: users({ location: "" }, { location: "", package: "webex_meetings", extension: "" }),
    });
    expect(found).toEqual(["users:2 location_required"]);
    expect(issue("location_required").hint).toBe('Write "Head Office" or "Rotterdam".');
  });

  it("is found whatever the case, the head office too, under the name that the sheet gives it", async () => {
    const { found } = await stage({
      customers: [{ ...customer, hq_name: "Hoofdkantoor" }],
      locations: [{}],
      users: users({ location: "hoofdkantoor" }, { location: " ROTTERDAM" }),
    });
    expect(found).toEqual([]);
  });

  it("is an error when customer and locations are in the batch and have none of that name", async () => {
    const { found, issue } = await stage({
      customers: [customer],
      locations: [{}],
      users: users({ location: "Roterdam" }, { location: "Maastricht" }),
    });
    expect(found).toEqual(["users:2 unknown_location", "users:3 unknown_location"]);
    expect(issue("unknown_location").hint).toBe('Did you mean "Rotterdam"?');
  });

  it.each([
    ["there is no locations sheet", { customers: [customer] }],
    ["the batch only names the customer", { locations: [{ customer: "NL-1001", name: "Utrecht" }] }],
  ])("will be looked for at Webex when %s", async (_, batch) => {
    const { found, verdicts } = await stage({ ...batch, users: users({ location: "Maastricht" }) });
    expect(found).toContain("users:2 location_will_be_looked_up");
    expect(verdicts["users:2"]).toBe("valid");
  });

  it("blocks its users when it is not valid, and no others", async () => {
    const { verdicts } = await stage({
      customers: [customer],
      locations: [{ timezone: "CET" }, { name: "Utrecht" }],
      users: users({ location: "Rotterdam" }, { location: "Utrecht" }, { location: "Head Office" }),
    });
    expect(verdicts).toMatchObject({
      "locations:2": "invalid",
      "users:2": "blocked by locations:2",
      "users:3": "valid",
      "users:4": "valid",
    });
  });
});

describe("a calling package with neither a number nor an extension", () => {
  const blank = { phone_number: "", extension: "" };

  it("is an error when the customer is in the batch", async () => {
    const { found } = await stage({ customers: [customer], users: users(blank) });
    expect(found).toEqual(["users:2 number_or_extension_required"]);
  });

  it("will be looked for at Webex when the batch only names the customer: who has one keeps it", async () => {
    const { found, verdicts } = await stage({ users: users(blank) });
    expect(found).toContain("users:2 line_will_be_looked_up");
    expect(verdicts["users:2"]).toBe("valid");
  });

  it("says nothing more about a number that is refused", async () => {
    const { found } = await stage({ customers: [customer], users: users({ ...blank, phone_number: "31201234501" }) });
    expect(found).toEqual(["users:2 phone_lost_plus"]);
  });
});

describe("the packages of a user", () => {
  it("are among those of the customer, add-ons too", async () => {
    const { found, issue } = await stage({
      customers: [customer],
      users: users(
        { package: "webex_suite" },
        { addons: "attendant_console" },
        { package: "webex_meetings", extension: "", location: "" },
      ),
    });
    expect(found).toEqual(["users:2 package_not_of_customer", "users:3 package_not_of_customer"]);
    expect(issue("package_not_of_customer")).toMatchObject({ column: "package", value: "webex_suite" });
  });

  it("are not checked against a customer that only Webex knows", async () => {
    const { verdicts } = await stage({ users: users({ package: "webex_suite" }) });
    expect(verdicts["users:2"]).toBe("valid");
  });

  it("should not be meetings for an administrator where the customer has calling", async () => {
    const meetings = { package: "webex_meetings", extension: "", location: "" };
    const { found, verdicts } = await stage({
      customers: [customer],
      users: users(
        { ...meetings, roles: "full_admin" },
        { ...meetings, email: "fatima@korenaar.example.com" },
        { ...meetings, roles: "user_admin" },
      ),
    });
    expect(found).toEqual(["users:2 admin_package_below_customer", "users:3 admin_package_below_customer"]);
    expect(verdicts["users:2"]).toBe("valid");
  });
});

describe("the number of a user", () => {
  const withNumbers = { ...customer, hq_phone_numbers: "+31201234500-+31201234509" };

  it("is one of its location's, where the sheet says which it has", async () => {
    const { found, issue } = await stage({
      customers: [withNumbers],
      locations: [{}],
      users: users(
        { phone_number: "+31201234505" },
        { phone_number: "+31201234510" },
        { phone_number: "+31101234510", location: "Rotterdam" },
      ),
    });
    expect(found).toEqual(["users:3 number_not_at_location"]);
    expect(issue("number_not_at_location").hint).toBe(
      "Head Office has +31201234500 to +31201234509 (10): use one of these, or add the number in customers.csv:2.",
    );
  });
});

describe("the extension of a user", () => {
  it("gets a warning where its country uses it for a public service", async () => {
    const { found, verdicts } = await stage({
      customers: [customer],
      users: users({ extension: "113" }, { extension: "110" }),
    });
    expect(found).toEqual(["users:2 extension_is_service_number"]);
    expect(verdicts["users:2"]).toBe("valid");
  });

  it("is unique within a location, and may occur again in another", async () => {
    const { found } = await stage({
      customers: [customer],
      locations: [{}],
      users: users(
        { extension: "4501", location: "Head Office" },
        { extension: "4501", location: "Rotterdam" },
        { extension: "4501", location: "head office" },
      ),
    });
    expect(found).toEqual(["users:2 duplicate_key", "users:4 duplicate_key"]);
  });

  it("counts leading zeros", async () => {
    const { found } = await stage({ customers: [customer], users: users({ extension: "0450" }, { extension: "450" }) });
    expect(found).toEqual([]);
  });
});
