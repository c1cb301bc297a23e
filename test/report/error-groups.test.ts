/** Thousands of problems are told as the few causes that they have. */

import { describe, expect, it } from "vitest";
import type { Problem } from "../../src/model/run-report.ts";
import type { Language } from "../../src/model/words/language.ts";
import { verbatim } from "../../src/model/words/text.ts";
import { startErrorGroups } from "../../src/report/error-groups.ts";
import { outcome } from "../support/run-reports.ts";

function problem(said: string, given: Partial<Problem> = {}): Problem {
  return { severity: "error", code: "rejected", message: verbatim(said), ...given };
}

function groupsOf(rows: Iterable<ReturnType<typeof outcome>>, language: Language = "en") {
  const groups = startErrorGroups(language);
  for (const row of rows) groups.add(row);
  return groups.list();
}

describe("grouping problems", () => {
  it("shows 4 000 failures as their 3 causes, the largest first", () => {
    const cities = ["Amsterdam", "Den Haag", "Rotterdam Zuid"];
    const rows = Array.from({ length: 4000 }, (_, index) => {
      if (index % 10 === 0)
        return outcome({
          row: index,
          status: "failed",
          problems: [problem(`email u${index}@acme.example.com is taken`)],
        });
      if (index % 10 === 1)
        return outcome({
          row: index,
          status: "failed",
          problems: [problem("the package is not among those of the customer")],
        });
      const message = `+3120123${index} is not one of the numbers of ${cities[index % 3]}`;
      return outcome({
        row: index,
        status: "failed",
        problems: [problem(message, { hint: verbatim("Add it to locations.csv.") })],
      });
    });
    const groups = groupsOf(rows);
    expect(groups.map((group) => group.rows)).toEqual([3200, 400, 400]);
    expect(groups[0]).toMatchObject({ hint: "Add it to locations.csv.", status: "failed", code: "rejected" });
    expect(groups[0]?.first.map((at) => at.row)).toEqual([2, 3, 4, 5, 6]);
  });

  it("keeps codes, columns and statuses apart that have the same words", () => {
    const rows = [
      outcome({ status: "invalid", problems: [problem("is empty", { code: "required", column: "email" })] }),
      outcome({ status: "invalid", problems: [problem("is empty", { code: "required", column: "package" })] }),
      outcome({ status: "failed", problems: [problem("is empty", { code: "required", column: "email" })] }),
      outcome({ status: "failed", problems: [problem("is empty", { code: "400", column: "email" })] }),
    ];
    expect(groupsOf(rows)).toHaveLength(4);
  });

  it("counts a row once that has the same problem twice", () => {
    const twice = [problem("+31201 is taken"), problem("+31202 is taken")];
    expect(groupsOf([outcome({ status: "failed", problems: twice })])).toMatchObject([{ rows: 1 }]);
  });

  it("lists errors before warnings, however many there are", () => {
    const warned = { ...problem("odd", { severity: "warning" }) };
    const rows = [
      outcome({ problems: [warned] }),
      outcome({ problems: [warned] }),
      outcome({ status: "failed", problems: [problem("no")] }),
    ];
    expect(groupsOf(rows).map((group) => [group.severity, group.rows])).toEqual([
      ["error", 1],
      ["warning", 2],
    ]);
  });

  it("counts blocked rows with what blocks them, also indirectly", () => {
    const customer = outcome({ sheet: "customers", row: 3, status: "invalid", problems: [problem("name has a %")] });
    const blocked = [problem("needs customers.csv:3", { code: "blocked" })];
    const location = outcome({
      sheet: "locations",
      row: 5,
      status: "blocked",
      blockedBy: customer.at,
      problems: blocked,
    });
    const user = outcome({ row: 9, status: "blocked", blockedBy: location.at, problems: blocked });
    expect(groupsOf([customer, location, user])).toMatchObject([{ message: "name has a %", rows: 1, blocks: 2 }]);
  });

  it("lists a blocked row separately when what blocks it is not in the run", () => {
    const blockedBy = { sheet: "customers", file: "customers.csv", row: 3 } as const;
    const row = outcome({
      status: "blocked",
      blockedBy,
      problems: [problem("needs customers.csv:3", { code: "blocked" })],
    });
    expect(groupsOf([row])).toMatchObject([{ code: "blocked", rows: 1 }]);
  });

  it("stays small when every message is worded differently", () => {
    const letters = (count: number) => [...String(count)].map((digit) => "abcdefghij"[Number(digit)]).join("");
    const rows = Array.from({ length: 2000 }, (_, index) =>
      outcome({ status: "failed", problems: [problem(`w${letters(index)} v${letters(index)}`)] }),
    );
    const groups = groupsOf(rows);
    expect(groups.length).toBeLessThanOrEqual(40);
    expect(groups.reduce((sum, group) => sum + group.rows, 0)).toBe(2000);
  });

  it("says nothing about a group that is true of its first row only", () => {
    const rows = [4, 5, 9].map((row) =>
      outcome({
        row,
        customer: row < 9 ? "KL-1" : "KL-2",
        status: "invalid",
        problems: [
          problem(`3120123456${row} has no leading +: a spreadsheet probably removed it.`, {
            code: "phone_lost_plus",
            value: `3120123456${row}`,
            hint: verbatim(`Write +3120123456${row}.`),
          }),
        ],
      }),
    );
    expect(groupsOf(rows)).toMatchObject([
      {
        rows: 3,
        customers: 2,
        message: "The phone number has lost its + (31201234564 in users.csv:4)",
        hint: "users.csv:4: Write +31201234564.",
      },
    ]);
    expect(groupsOf(rows.slice(0, 1))).toMatchObject([
      {
        message: "31201234564 has no leading +: a spreadsheet probably removed it.",
        hint: "Write +31201234564.",
      },
    ]);
  });

  it("words an unknown code with what all its messages have in common", () => {
    const rows = ["ann", "bob", "jan peters"].map((name, index) =>
      outcome({ row: index + 2, status: "failed", problems: [problem(`The badge of ${name} is locked at Webex.`)] }),
    );
    expect(groupsOf(rows)).toMatchObject([{ message: "The badge of … is locked at Webex (such as users.csv:2)" }]);
  });

  it("calls a code of ours by its title where messages have values of their own", () => {
    const rows = ["CET", "MEZ"].map((value, index) =>
      outcome({
        row: index + 2,
        status: "invalid",
        problems: [problem(`"${value}" is not an IANA time zone.`, { code: "invalid_timezone", value })],
      }),
    );
    expect(groupsOf(rows)).toMatchObject([{ message: "Invalid time zone (CET in users.csv:2)" }]);
    expect(groupsOf(rows, "nl")).toMatchObject([{ message: "Ongeldige tijdzone (CET in users.csv:2)" }]);
    expect(groupsOf(rows.slice(1))).toMatchObject([{ message: '"MEZ" is not an IANA time zone.' }]);
  });

  it("counts what rows wait for, and names the first", () => {
    const waiting = (row: number, parent: number) =>
      outcome({
        row,
        status: "pending",
        blockedBy: { sheet: "customers", file: "customers.csv", row: parent },
        problems: [
          problem(`Waits for customers.csv:${parent}, which is not final yet.`, {
            code: "pending",
            severity: "warning",
          }),
        ],
      });
    expect(groupsOf([waiting(2, 240), waiting(3, 240), waiting(4, 241)])).toMatchObject([
      { rows: 3, message: "They wait for 2 rows that Webex is still working on (first: customers.csv:240)" },
    ]);
    expect(groupsOf([waiting(2, 240), waiting(3, 241)], "nl")).toMatchObject([
      { message: "Ze wachten op 2 rijen waar Webex nog mee bezig is (eerste: customers.csv:240)" },
    ]);
  });
});
