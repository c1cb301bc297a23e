import { describe, expect, it, test } from "vitest";
import { sheetNames } from "../../../src/model/sheet.ts";
import { speak } from "../../../src/model/words/text.ts";
import { columnsOf } from "../../../src/sheets/describe/describe-columns.ts";
import { matchHeader as match } from "../../../src/sheets/read/match-header.ts";
import { namesOf } from "../rows.ts";

/** What is said in English. */
const matchHeader = (...given: Parameters<typeof match>) => speak(match(...given), "en");

const needed = ["customer", "email", "first_name", "last_name", "package"];

describe("names and aliases", () => {
  test.each(sheetNames)("every column of %s is found by its own name", (sheet) => {
    const names = columnsOf(sheet).map(({ name }) => name);
    expect(matchHeader(sheet, names, "f")).toEqual({ columns: names, issues: [] });
  });

  test.each(sheetNames)("no alias of %s means two columns, or is another column's name", (sheet) => {
    const fold = (name: string) => name.toLowerCase().replace(/[\s_-]/g, "");
    const all = columnsOf(sheet).flatMap(({ name, aliases }) => [...new Set([name, ...aliases].map(fold))]);
    const repeated = all.filter((name, index) => all.indexOf(name) !== index);
    expect(repeated).toEqual([]);
  });

  test.each([
    ["users", "EMAIL", "email"],
    ["users", "E-mail", "email"],
    ["users", " First Name ", "first_name"],
    ["users", "LAST-NAME", "last_name"],
    ["users", "email*", "email"],
    ["users", "Email (Required)", "email"],
    ["users", "\ufeffcustomer", "customer"],
    ["users", "User ID/Email (Required)", "email"],
    ["users", "Phone Number", "phone_number"],
    ["users", "primaryPhoneNumber", "phone_number"],
    ["users", "firstName", "first_name"],
    ["users", "Voornaam", "first_name"],
    ["users", "Achternaam", "last_name"],
    ["users", "E-mailadres", "email"],
    ["users", "Pakket", "package"],
    ["users", "Locatie", "location"],
    ["users", "Bedrijfsnaam", "customer"],
    ["customers", "externalId", "external_id"],
    ["customers", "primaryEmail", "admin_email"],
    ["customers", "zipOrPostalCode", "postal_code"],
    ["customers", "Bedrijfsnaam", "name"],
    ["customers", "HQ Time Zone", "hq_timezone"],
    ["customers", "Head Office City", "hq_city"],
    ["customers", "Billing City", "city"],
    ["locations", "zipOrPostalCode", "postal_code"],
    ["locations", "postalCode", "postal_code"],
    ["locations", "Location Name", "name"],
    ["locations", "Tijdzone", "timezone"],
    ["templates", "Wholesale subscription", "subscription"],
    ["templates", "allow-admin-invite-emails", "invite_emails"],
  ] as const)("in %s, %j means %s", (sheet, header, column) => {
    expect(matchHeader(sheet, [header], "f").columns).toEqual([column]);
  });

  it("hold per sheet", () => {
    expect(matchHeader("users", ["name"], "f").columns).toEqual([undefined]);
    expect(matchHeader("locations", ["name"], "f").columns).toEqual(["name"]);
  });
});

describe("what a file is refused for", () => {
  it("a required column that is missing, with the header that may be it", () => {
    const { issues } = matchHeader("users", ["customer", "emial", "first_name", "last_name", "package"], "users.csv");
    expect(namesOf(issues)).toEqual(["error missing_column email", "warning unknown_column emial"]);
    expect(issues[0]).toMatchObject({
      at: { sheet: "users", file: "users.csv", row: 0 },
      hint: 'Is it the column "emial"? Then rename it to email.',
    });
  });

  it("every required column that is missing", () => {
    expect(namesOf(matchHeader("users", ["email"], "f").issues)).toEqual([
      "error missing_column customer",
      "error missing_column first_name",
      "error missing_column last_name",
      "error missing_column package",
    ]);
  });

  it("not a column that another one makes optional", () => {
    const header = ["external_id", "org_id", "packages", "address_line1", "city", "country"];
    expect(matchHeader("customers", header, "f").issues).toEqual([]);
    expect(namesOf(matchHeader("customers", header.toSpliced(1, 1), "f").issues)).toEqual([
      "error missing_column name",
      "error missing_column admin_email",
      "error missing_column supported_location",
    ]);
  });

  it("two columns for one field, with both headers", () => {
    const { issues } = matchHeader("users", [...needed, "E-mailadres"], "f");
    expect(namesOf(issues)).toEqual(["error duplicate_column email"]);
    expect(issues[0]?.message).toContain('"email", "E-mailadres"');
  });

  it("a first row that is no header", () => {
    expect(namesOf(matchHeader("users", ["CUST-1", "ann@example.com"], "f").issues)).toEqual(["error no_header"]);
  });
});

describe("columns that we do not know", () => {
  it("give one warning for all of them, with what they may be", () => {
    const { columns, issues } = matchHeader("users", [...needed, "Remark", "Extenson"], "f");
    expect(columns.slice(-2)).toEqual([undefined, undefined]);
    expect(namesOf(issues)).toEqual(["warning unknown_column"]);
    expect(issues[0]?.message).toContain('"Remark", "Extenson"');
    expect(issues[0]?.hint).toBe('Did you mean extension instead of "Extenson"?');
  });

  it("are silent when the header is blank", () => {
    expect(matchHeader("users", [...needed, "", " "], "f").issues).toEqual([]);
  });
});

describe("what a person chose", () => {
  it("says nothing about headers that were not requested", () => {
    expect(matchHeader("users", ["email", "constructor"], "f").columns).toEqual(["email", undefined]);
  });

  it("goes before names and aliases", () => {
    const choices = { Remark: "extension", email: "", Login: "email" };
    expect(matchHeader("users", [...needed, "Remark", "Login"], "f", choices)).toEqual({
      columns: ["customer", undefined, "first_name", "last_name", "package", "extension", "email"],
      issues: [],
    });
  });
});

it("says which delimiter a header of one cell seems to have", () => {
  expect(matchHeader("users", [needed.join("^")], "f").issues[0]?.hint).toContain('--delimiter "^"');
  expect(matchHeader("users", ["a^b"], "f").issues[0]?.hint).not.toContain("--delimiter");
});

it("guesses the column of a header with a unit or a remark behind it", () => {
  const { issues } = matchHeader("users", [...needed, "phone_number (E.164)", "extension [2-10 digits]"], "users.csv");
  expect(issues[0]?.hint).toContain(
    'phone_number instead of "phone_number (E.164)", extension instead of "extension [2-10 digits]"',
  );
});

describe("a header of thousands of cells", () => {
  const wide = (cell: (index: number) => string) => Array.from({ length: 19_000 }, (_, index) => cell(index));

  it.each([
    ["equal ones that we know", ["error duplicate_column email"], [...needed, ...wide(() => "email")]],
    ["equal ones that we do not know", ["warning unknown_column"], [...needed, ...wide(() => "Remark")]],
    ["different ones that we do not know", ["warning unknown_column"], [...needed, ...wide((index) => `R ${index}`)]],
    ["nothing but equal ones", ["error no_header"], wide(() => "Remark")],
  ] as const)("has short messages: %s", (_name, names, header) => {
    const { issues } = matchHeader("users", header, "users.csv");
    expect(namesOf(issues)).toEqual(names);
    for (const { message, hint = "", value = "" } of issues)
      expect(`${message}${hint}${value}`.length).toBeLessThan(600);
  });
});
