/** What an operator reads before signing. */

import { describe, expect, it } from "vitest";
import type { PlanLine } from "../../../src/model/plan-line.ts";
import { verbatim } from "../../../src/model/words/text.ts";
import { renderPlan } from "../../../src/report/screen/plan-text.ts";
import { plainPalette } from "../../../src/report/screen/text-layout.ts";
import { changing, lineOf, planOf } from "../../support/signed-plans.ts";

const show = (rows: readonly PlanLine[], given = {}) =>
  renderPlan(planOf(rows, given), { width: 120, palette: plainPalette, language: "en" });

const many = (count: number, make: (index: number) => PlanLine) =>
  Array.from({ length: count }, (_, index) => make(index));

describe("a plan on the screen", () => {
  it("counts by sheet, names every kind of change, and shows a few changed rows in full", () => {
    const rows = [
      lineOf("customers", 2, changing("name", "Korenaar", "Korenaar BV")),
      lineOf("customers", 3),
      lineOf("users", 2, { action: "create" }),
      lineOf("users", 3, changing("roles", "", "user_admin")),
      lineOf("users", 4, { action: "refused", reason: verbatim("no"), code: "change_not_offered" }),
    ];
    expect(show(rows)).toBe(
      [
        "              create     update  unchanged    refused",
        "customers          -          1          1          -",
        "users              1          1          -          1",
        "",
        "changes",
        "customers       1 row  name   Korenaar → Korenaar BV",
        "users           1 row  roles  + user_admin",
        "",
        "row by row",
        "~ customers.csv:2  customers 2    name Korenaar → Korenaar BV",
        "+ users.csv:2  user2@example.com",
        "~ users.csv:3  user3@example.com  roles + user_admin",
      ].join("\n"),
    );
  });

  it("names who is to go before all else, as far as there is room", () => {
    const leavers = (count: number) => many(count, (index) => lineOf("users", index + 2, { action: "delete" }));
    expect(show([...leavers(2), lineOf("users", 9, changing("roles", "", "user_admin"))]).split("\n\n")[1]).toBe(
      [
        "! 2 rows will be removed at Webex",
        "- users.csv:2  user2@example.com",
        "- users.csv:3  user3@example.com",
      ].join("\n"),
    );
    const lines = show(leavers(30)).split("\n\n")[1]?.split("\n") ?? [];
    expect(lines).toHaveLength(22);
    expect(lines.at(-1)).toBe("  and 10 more: --out plan.json lists them all");
  });

  it("hides no kind of change behind the number of another, and says how alike its rows are", () => {
    const text = show([
      ...many(900, (index) => lineOf("users", index + 2, changing("package", "webex_calling", "webex_suite"))),
      ...many(30, (index) => lineOf("locations", index + 2, changing("name", `B${index}`, `Branch ${index}`))),
      ...many(3, (index) => lineOf("locations", index + 40, changing("city", "Utrecht", "Breda"))),
      lineOf("locations", 50, changing("city", "Utrecht", "Delft")),
    ]);
    expect(text.split("\n\n")[1]?.split("\n")).toEqual([
      "changes",
      "locations     30 rows  name     30 different, such as B0 → Branch 0",
      "               4 rows  city     in 3 rows Utrecht → Breda; 1 other",
      "users        900 rows  package  webex_calling → webex_suite",
    ]);
  });

  it("spreads twenty examples over sheets, kinds and the whole of the rows", () => {
    const text = show([
      ...many(500, (index) => lineOf("customers", index + 2, changing("name", "A", `B${index}`))),
      ...many(500, (index) => lineOf("locations", index + 2, changing("city", "A", `B${index}`))),
      ...many(5_000, (index) => lineOf("users", index + 2, changing("roles", "", "user_admin"))),
      ...many(5_000, (index) => lineOf("users", index + 6_000, { action: "create" })),
    ]);
    const examples = text.split("\n").filter((line) => /^[~+] /.test(line));
    expect(examples).toHaveLength(20);
    expect(text).toContain("examples: 20 of 11\u00a0000 rows");
    const starts = ["~ customers", "~ locations", "~ users", "+ users"];
    expect(starts.map((start) => examples.filter((line) => line.startsWith(start)).length)).toEqual([5, 5, 5, 5]);
    const rows = examples.slice(0, 5).map((line) => Number(/:(\d+)/.exec(line)?.[1]));
    expect(Math.max(...rows) - Math.min(...rows)).toBeGreaterThan(250);
  });

  it.each([
    ["a package of a customer", "customers", changing("packages", "a;b;c", "a;c"), "customers packages: b"],
    ["a value", "locations", changing("address_line2", "2nd floor", ""), "locations address_line2: made blank"],
    [
      "a limit",
      "customers",
      changing("package_limits", "webex_calling=50;webex_suite=5", "webex_calling=40;webex_suite=9"),
      "customers package_limits: webex_calling 50 becomes 40",
    ],
    [
      "a better package",
      "users",
      changing("package", "webex_suite;attendant_console", "webex_calling;attendant_console"),
      "users package: webex_suite becomes webex_calling",
    ],
  ] as const)("tells before all changes what it takes away: %s", (_what, sheet, change, told) => {
    const parts = show([lineOf(sheet, 2, change), lineOf(sheet, 7, change)]).split("\n\n");
    expect(parts[1]).toBe(`! removes\n    2 rows  ${told}   ${sheet}.csv:2, 7`);
  });

  it.each([
    ["a list that grows", changing("packages", "a;b", "a;b;c")],
    ["a package that is tried again", changing("packages", "b failed", "b")],
    ["a value that was blank", changing("state", "", "NH")],
    ["a higher package", changing("package", "webex_calling", "webex_suite")],
  ])("takes nothing away with %s", (_what, change) => {
    expect(show([lineOf("customers", 2, change)])).not.toContain("takes away");
  });

  it("shortens long lists in the middle, and shows the first of what is in no sheet", () => {
    const numbers = many(50, (index) => lineOf("users", index)).map((_, index) => `+312012345${10 + index}`);
    const unlisted = many(12, (index) => lineOf("users", index)).map(({ key }) => ({
      customer: "C1",
      kind: "user",
      key,
    }));
    const text = show([lineOf("locations", 2, changing("phone_numbers", "", numbers.join(";")))], { unlisted });
    expect(text).toContain("+ 50: +31201234510 … +31201234559");
    expect(text).toContain("at Webex, but in no sheet  12 in 1 customer; left unchanged");
    expect(text).toContain("and 2 more");
  });
});
