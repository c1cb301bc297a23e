import { describe, expect, it } from "vitest";
import { customers, stage, users } from "../support/staged-batch.ts";

describe("the customer of a row", () => {
  it("is found by its external id, or by a name that only one customer has, whatever the case of the name", async () => {
    const { found, runFile } = await stage({
      customers: customers({ name: "Jansen BV" }, { name: "De Vries" }),
      users: users({ customer: "C-0" }, { customer: "jansen  bv" }, { customer: "DE VRIES" }),
    });
    expect(found).toEqual([]);
    const [first, second] = [...runFile.units.all()];
    expect([...runFile.rows.ofUnit(first?.id ?? 0, "users")].map(({ row }) => row)).toEqual([2, 3]);
    expect([...runFile.rows.ofUnit(second?.id ?? 0, "users")].map(({ row }) => row)).toEqual([4]);
  });

  it("is the one with that external id, though another customer has it as a name", async () => {
    const { runFile } = await stage({
      customers: customers({ external_id: "Noord", name: "Zuid" }, { external_id: "Zuid", name: "Noord" }),
      users: users({ customer: "Noord" }),
    });
    const [noord] = runFile.units.byExternalMatch("Noord");
    expect([...runFile.rows.ofUnit(noord?.id ?? 0, "users")]).toHaveLength(1);
  });

  it("is not guessed when several customers have the name: the message lists them", async () => {
    const { found, issue } = await stage({
      customers: customers({ name: "Jansen" }, { name: "jansen" }),
      users: users({ customer: "Jansen" }),
    });
    expect(found).toEqual(["users:2 ambiguous_customer"]);
    expect(issue("ambiguous_customer")).toMatchObject({
      column: "customer",
      value: "Jansen",
      message: expect.stringMatching(/"C-0" \(customers\.csv:2\) and "C-1" \(customers\.csv:3\)/),
      hint: expect.stringContaining("C-0"),
    });
  });

  it.each([
    ["cust 001", "case and blanks"],
    ["CUST-01", "a leading zero"],
    ["СUST-001", "a Cyrillic letter"],
    ["CUTS-001", "two letters the other way round"],
    ["COST-001", "one other letter"],
  ])("is asked for when %j is written for CUST-001: %s", async (reference) => {
    const { found, issue } = await stage({
      customers: customers({ external_id: "CUST-001" }, { external_id: "CUST-999" }),
      users: users({ customer: reference }),
    });
    expect(found).toEqual(["users:2 unknown_customer"]);
    expect(issue("unknown_customer").hint).toBe('Did you mean "CUST-001" (customers.csv:2)?');
  });

  it.each([
    ["NL-10O1", "NL-1001", "Character 6 is the letter O, not the digit 0."],
    ["NL-l001", "NL-1001", "Character 4 is the letter l, not the digit 1."],
    ["NB-1001", "NL-1001", 'the external ID or name "NB-1001".'],
    ["Pacific Coast Reality", "PC-1", 'the external ID or name "Pacific Coast Reality".'],
  ])("is suggested when %j is written for %j, with what differs", async (reference, meant, says) => {
    const { found, issue } = await stage({
      customers: customers(
        { external_id: "NL-1001", name: "Korenaar" },
        { external_id: "PC-1", name: "Pacific Coast Realty" },
        { external_id: "PC-2", name: "Atlantic Coast Realty" },
      ),
      users: users({ customer: reference }),
    });
    expect(found).toEqual(["users:2 unknown_customer"]);
    expect(issue("unknown_customer").message).toContain(says);
    expect(issue("unknown_customer").hint).toMatch(new RegExp(`^Did you mean "${meant}" \\(customers.csv:\\d\\)\\?$`));
  });

  it("is looked for where a short name is near another, or the digits differ", async () => {
    const { found } = await stage({
      customers: customers({ external_id: "NL-1001", name: "Jansen" }),
      users: users({ customer: "Janssen", location: "" }, { customer: "NL-1002", location: "" }),
    });
    expect(found).toEqual(["users:2 customer_will_be_looked_up", "users:3 customer_will_be_looked_up"]);
  });

  it("is asked for when its name is written without its accents or its punctuation", async () => {
    const { found, issue } = await stage({
      customers: customers({ external_id: "X1", name: "Café Zürich B.V." }),
      users: users({ customer: "Cafe Zurich BV" }),
    });
    expect(found).toEqual(["users:2 unknown_customer"]);
    expect(issue("unknown_customer").hint).toBe('Did you mean "X1" (customers.csv:2)?');
  });

  it("will be looked for at Webex when nothing in the batch resembles it; that is reported once", async () => {
    const { found, verdicts, runFile } = await stage({
      customers: customers({ external_id: "CUST-001" }),
      locations: [{ customer: "CUST-777" }],
      users: users({ customer: "CUST-777", location: "Rotterdam" }, { customer: "CUST-777", location: "Rotterdam" }),
    });
    expect(found).toEqual(["locations:2 customer_will_be_looked_up"]);
    expect(Object.values(verdicts)).toEqual(["valid", "valid", "valid", "valid"]);
    const [unit] = runFile.units.byExternalMatch("CUST-777");
    expect([...runFile.rows.ofUnit(unit?.id ?? 0, "users")]).toHaveLength(2);
  });
});

describe("the template of a customer", () => {
  const unknownOf = (name: string) => ({ template: name, provisioning_id: "" });
  const remembered = (known: Readonly<Record<string, string>>) => ({
    find: (name: string) => known[name],
    names: () => Object.keys(known),
  });

  it("is found in the batch, or among those remembered", async () => {
    const { found, verdicts } = await stage(
      {
        templates: [{ template_name: "Calling NL", provisioning_id: "" }],
        customers: customers(unknownOf("Calling NL"), unknownOf("Suite BE")),
      },
      remembered({ "Suite BE": "YTQ1ZGE5ZTAtMzBjOC00ZDk1" }),
    );
    expect(found).toEqual([]);
    expect(Object.values(verdicts)).toEqual(["valid", "valid", "valid"]);
  });

  it("is an error when it is unknown, with the nearest ones", async () => {
    const { found, issue } = await stage(
      { templates: [{ template_name: "Calling NL" }], customers: customers(unknownOf("Caling NL")) },
      remembered({ "Calling BE": "YTQ1ZGE5ZTAtMzBjOC00ZDk1" }),
    );
    expect(found).toEqual(["customers:2 unknown_template"]);
    expect(issue("unknown_template").hint).toBe('Did you mean "Calling NL" or "Calling BE"?');
  });

  it("is an error when the row gives another ID than the template has", async () => {
    const other = "YTQ1ZGE5ZTAtMzBjOC00ZDk5";
    const { found, issue } = await stage(
      {
        templates: [{ template_name: "Calling NL" }],
        customers: customers(
          { template: "Calling NL", provisioning_id: other },
          { template: "Suite", provisioning_id: other },
        ),
      },
      remembered({ Suite: other }),
    );
    expect(found).toEqual(["customers:2 template_disagrees"]);
    expect(issue("template_disagrees").message).toContain("templates.csv:2");
  });

  it("blocks the customer, and all of the customer, when its row is not valid", async () => {
    const { verdicts } = await stage({
      templates: [{ template_name: "Calling NL", country: "Atlantis" }],
      customers: customers(unknownOf("Calling NL")),
      locations: [{ customer: "C-0" }],
      users: users({ customer: "C-0", location: "Rotterdam" }, { customer: "C-0" }),
    });
    expect(verdicts).toEqual({
      "templates:2": "invalid",
      "customers:2": "blocked by templates:2",
      "locations:2": "blocked by customers:2",
      "users:2": "blocked by customers:2",
      "users:3": "blocked by customers:2",
    });
  });
});
