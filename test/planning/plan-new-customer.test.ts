import { describe, expect, it } from "vitest";
import { rangesOf } from "../../src/model/number-ranges.ts";
import { customerOf, existingOf, locationOf, plan, userOf } from "../support/planned-customer.ts";

const numbers = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => `+${31_201_234_000 + first + index}`);

describe("a customer that Webex does not have", () => {
  it("is created, then read, then its head office found, then all that is in it", () => {
    const { doing, right, problems } = plan({
      customer: customerOf(),
      locations: [locationOf("Rotterdam")],
      users: [userOf("niels", { location: "Rotterdam" }), userOf("fatima", { location: "Head Office" })],
    });
    expect(doing).toEqual([
      "create customer NL-1001",
      "read organization NL-1001",
      "read head_office Head Office",
      "create location Rotterdam",
      "create calling Rotterdam",
      "create user niels@korenaar.example.com",
      "create user fatima@korenaar.example.com",
    ]);
    expect(right).toEqual([]);
    expect(problems).toEqual([]);
  });

  it("lets each thing wait for what it needs, and for nothing else", () => {
    const { one, needs } = plan({
      customer: customerOf(),
      locations: [locationOf("Rotterdam")],
      users: [userOf("niels", { location: "Rotterdam", roles: ["user_admin"] })],
      template: { operation: 99, inviteEmails: false },
    });
    expect(needs(one("customer"))).toEqual(["operation 99"]);
    expect(needs(one("organization"))).toEqual(["customer NL-1001 (organization)"]);
    expect(needs(one("invite_emails"))).toEqual(["organization NL-1001"]);
    const calling = ["organization NL-1001", "customer NL-1001 (calling)"];
    expect(needs(one("head_office"))).toEqual(calling);
    expect(needs(one("location"))).toEqual(calling);
    expect(needs(one("calling"))).toEqual(["location Rotterdam", ...calling]);
    expect(needs(one("user"))).toEqual([
      "organization NL-1001",
      "customer NL-1001 (webex_calling)",
      "calling Rotterdam",
    ]);
    expect(needs(one("directory_entry"))).toEqual(["user niels@korenaar.example.com", "organization NL-1001"]);
  });

  it("is made from the remembered ID of its template, or from its own", () => {
    const { provisioningId: _, ...withoutId } = customerOf();
    expect(plan({ customer: withoutId, template: { provisioningId: "known" } }).one("customer").payload).toMatchObject({
      provisioningId: "known",
    });
    expect(plan({ customer: customerOf() }).one("customer").payload).toMatchObject({ provisioningId: "prov" });
    expect(plan({ customer: withoutId, template: { operation: 9 } }).one("customer").payload).not.toHaveProperty(
      "provisioningId",
    );
  });

  it("has no head office without a calling package, and its users wait for none", () => {
    const { doing, one, needs } = plan({
      customer: customerOf({ packages: ["webex_meetings"] }),
      users: [userOf("niels", { package: "webex_meetings" })],
    });
    expect(doing).toEqual([
      "create customer NL-1001",
      "read organization NL-1001",
      "create user niels@korenaar.example.com",
    ]);
    expect(one("customer").payload).not.toHaveProperty("headOffice");
    expect(needs(one("user"))).toEqual(["organization NL-1001", "customer NL-1001 (webex_meetings)"]);
  });

  it("gets the numbers of a location in chunks of a hundred, behind its PSTN; then its main number", () => {
    const phoneNumbers = numbers(0, 250);
    const place = {
      ...customerOf().headOffice,
      phoneNumbers: rangesOf(phoneNumbers),
      mainNumber: "+31201234150",
      pstn: "Carrier",
    };
    const { operations, one, needs } = plan({ customer: customerOf({ headOffice: place }) });
    const chunks = operations.filter(({ resource }) => resource === "numbers");
    expect(chunks.flatMap(({ payload }) => ("phoneNumbers" in payload ? payload.phoneNumbers : []))).toEqual(
      phoneNumbers,
    );
    expect(chunks.map(({ payload }) => ("phoneNumbers" in payload ? payload.phoneNumbers.length : 0))).toEqual([
      100, 100, 50,
    ]);
    expect(chunks.map(({ payload }) => payload)).toEqual(
      chunks.map(() => expect.objectContaining({ mustReadConnection: false })),
    );
    for (const chunk of chunks) {
      expect(needs(chunk)).toEqual(["head_office Head Office", "pstn Head Office", "organization NL-1001"]);
    }
    expect(needs(one("location_settings"))).toEqual([
      "head_office Head Office",
      "numbers Head Office +31201234100 (+31201234150)",
      "organization NL-1001",
    ]);
  });

  it("has its connection read before numbers are sent, when the sheet names no PSTN", () => {
    const { one } = plan({
      customer: customerOf(),
      locations: [locationOf("Utrecht", { phoneNumbers: rangesOf(numbers(0, 2)) })],
    });
    expect(one("numbers").payload).toEqual({ phoneNumbers: numbers(0, 2), mustReadConnection: true });
  });

  it("lets a user wait for the one chunk that brings the user's number, and for no other", () => {
    const headOffice = { ...customerOf().headOffice, phoneNumbers: rangesOf(numbers(0, 150)) };
    const { one, needs } = plan({
      customer: customerOf({ headOffice }),
      users: [
        userOf("niels", { phoneNumber: "+31201234120" }),
        userOf("yara", { phoneNumber: "+31209999999" }),
        userOf("daan"),
      ],
    });
    const own = ["organization NL-1001", "customer NL-1001 (webex_calling)", "head_office Head Office"];
    expect(needs(one("user", "niels@korenaar.example.com"))).toEqual([
      ...own,
      "numbers Head Office +31201234100 (+31201234120)",
    ]);
    expect(needs(one("user", "yara@korenaar.example.com"))).toEqual(own);
    expect(needs(one("user", "daan@korenaar.example.com"))).toEqual(own);
  });

  it("puts users of a customer with one location there, whatever their cell says in case", () => {
    const { one, needs } = plan({ customer: customerOf(), users: [userOf("niels", { location: "HEAD  office" })] });
    expect(needs(one("user"))).toContain("head_office Head Office");
  });
});

describe("a customer that Webex still works on", () => {
  const unfinished = existingOf({
    customer: { customerId: "cus", status: "provisioning", packages: [] },
    locations: [],
  });

  it("is looked at and waited for, never created again; the rest waits for it", () => {
    const { doing, one, needs } = plan({
      customer: customerOf(),
      users: [userOf("niels")],
      template: { operation: 99 },
      existing: unfinished,
    });
    expect(doing).toEqual([
      "read customer NL-1001",
      "read organization NL-1001",
      "read head_office Head Office",
      "create user niels@korenaar.example.com",
    ]);
    expect(one("customer").ids).toEqual({ customerId: "cus" });
    expect(needs(one("customer"))).toEqual([]);
  });

  it("takes no users of a batch that only names it", () => {
    const { operations, problems } = plan({ users: [userOf("niels")], existing: unfinished });
    expect(operations).toEqual([]);
    expect(problems).toMatchObject([{ row: 1, column: "customer", message: expect.stringContaining("provisioning") }]);
  });

  it("and could not create does not ask to be waited for", () => {
    const failed = { ...unfinished, customer: { ...unfinished.customer, status: "error" } };
    const { problems } = plan({ users: [userOf("niels")], existing: failed });
    expect(problems).toMatchObject([{ column: "customer", hint: expect.stringContaining("check it in Partner Hub") }]);
  });
});

describe("a customer that nobody has", () => {
  it("is a problem of every row that names it", () => {
    const { operations, problems } = plan({
      locations: [locationOf("Utrecht")],
      users: [userOf("niels"), userOf("yara")],
    });
    expect(operations).toEqual([]);
    expect(problems.map(({ row, code }) => [row, code])).toEqual([
      [1, "customer_not_found"],
      [2, "customer_not_found"],
      [3, "customer_not_found"],
    ]);
  });
});
