import { expect, it, test } from "vitest";
import type { SheetName } from "../../src/model/sheet.ts";
import { type Cells, checkWith } from "./rows.ts";

const noBreak = "\u00a0";
const american = { address_line1: "1 Main St", city: "Cambridge", country: "US", state: "MA", postal_code: "02139" };
const noNumbers = { phone_numbers: "", main_number: "" };

/** Sheet, column, the cell as written, the whole cell as it should be, other cells of the row. */
type Repair = [sheet: SheetName, column: string, written: string, repaired: string, others?: Cells];

const repairs: readonly Repair[] = [
  ["users", "phone_number", "31201234567", "+31201234567"],
  ["users", "phone_number", "3.1201234567E+10", "+31201234567"],
  ["users", "phone_number", `+31${noBreak}201234567`, "+31201234567"],
  ["users", "phone_number", "0031 20 123 45 67", "+31201234567"],
  ["users", "phone_number", "+31 (0)20 123 45 67", "+31201234567"],
  ["users", "email", "аnn@example.com", "ann@example.com"],
  ["users", "email", "Ann <ann@example.com>", "ann@example.com"],
  ["users", "email", `ann${noBreak}@example.com`, "ann@example.com"],
  ["users", "extension", "4015.0", "4015"],
  ["users", "extension", "ext. 4015", "4015"],
  ["users", "roles", "user_admin, device_admin", "user_admin;device_admin"],
  ["users", "first_name", `Anne${noBreak}Marie`, "Anne Marie"],
  ["users", "last_name", "O\u2019Brien", "O'Brien"],
  [
    "locations",
    "phone_numbers",
    "31104170100-31104170149;+31104170150",
    "+31104170100-+31104170149;+31104170150",
    { main_number: "" },
  ],
  ["locations", "phone_numbers", "+31104170100 ; 0104170101", "+31104170100;+31104170101"],
  ["locations", "phone_numbers", "+31104170100-49", "+31104170100-+31104170149"],
  ["locations", "country", "Niederlande", "NL"],
  ["locations", "state", "zh", "ZH"],
  ["locations", "state", "Zuid-Holland", "ZH"],
  ["locations", "postal_code", "2139", "02139", { ...american, ...noNumbers }],
  ["locations", "state", "Massachusetts", "MA", { ...american, ...noNumbers }],
  ["customers", "packages", "webex_calling, Webex Meetings", "webex_calling;Webex Meetings"],
  ["customers", "supported_location", "WAAR", "yes"],
  ["templates", "invite_emails", "n", "no"],
];

test.for(repairs)("%s %s: %j should be %j", ([sheet, column, written, repaired, others = {}]) => {
  const issue = checkWith(sheet, { ...others, [column]: written }).issues.find((each) => each.column === column);
  expect(issue?.repair).toBe(repaired);
  const left = checkWith(sheet, { ...others, [column]: repaired }).issues.filter((each) => each.column === column);
  expect(left).toEqual([]);
});

test.each<[SheetName, string, string]>([
  ["users", "phone_number", "3.12E+10"],
  ["users", "phone_number", "0201234567"],
  ["users", "phone_number", "3225551234"],
  ["users", "phone_number", "+310201234567"],
  ["users", "extension", "1-dec"],
  ["users", "extension", "7"],
  ["users", "email", "andré@example.com"],
  ["users", "package", "webex_caling"],
  ["users", "roles", "full_admn"],
  ["locations", "timezone", "CET"],
  ["locations", "language", "English"],
  ["customers", "name", "100% Bakery"],
])("%s %s: %j has no certain repair", (sheet, column, written) => {
  const found = checkWith(sheet, { [column]: written }).issues.filter((each) => each.column === column);
  expect(found.length).toBeGreaterThan(0);
  expect(found.map(({ repair }) => repair)).toEqual(found.map(() => undefined));
});

it("each repair of a list corrects its own part", () => {
  const written = "31104170100;31104170101";
  const first = checkWith("locations", { phone_numbers: written }).issues[0]?.repair ?? "";
  expect(first).toBe("+31104170100;31104170101");
  expect(checkWith("locations", { phone_numbers: first }).issues[0]?.repair).toBe("+31104170100;+31104170101");
});
