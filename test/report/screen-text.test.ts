/** What a person reads at the end of a run. */
import { describe, expect, it } from "vitest";
import type { Issue } from "../../src/model/issue.ts";
import type { RowOutcome, RunFacts } from "../../src/model/run-report.ts";
import { renderPaths, renderSummary } from "../../src/report/screen-text.ts";
import { startSummary } from "../../src/report/summary.ts";
import { formatCount, plainPalette, wrap } from "../../src/report/text-layout.ts";
import { outcome, sourceOf } from "../support/run-reports.ts";

const wide = { width: 120, palette: plainPalette };

function summaryOf(rows: readonly RowOutcome[], facts: Partial<RunFacts> = {}, issues: readonly Issue[] = []) {
  const summary = startSummary(sourceOf(rows, facts).facts(), issues);
  for (const row of rows) summary.add(row);
  return summary.finish();
}

function refusedUser(row: number): RowOutcome {
  const message = "the number is not one of the location's numbers";
  const hint = "Amsterdam has +31201234500 to +31201234549: use one of these, or add the number to locations.csv:4";
  return outcome({
    row,
    status: "invalid",
    problems: [{ severity: "error", code: "number_not_at_location", column: "phone_number", message, hint }],
  });
}

const batch = [
  outcome({ sheet: "customers", row: 2 }),
  ...[17, 18, 44, 61].map(refusedUser),
  outcome({ row: 70, status: "pending" }),
];

describe("the end of a run", () => {
  it("shows statuses per sheet, then each cause with its rows and its way out", () => {
    expect(renderSummary(summaryOf(batch), wide)).toBe(
      [
        "           succeeded  unchanged  pending  failed  blocked  invalid",
        "customers          1          -        -       -        -        -",
        "users              -          -        1       -        -        4",
        "",
        "4 rows  the number is not one of the location's numbers                users.csv:17, 18, 44, 61 · phone_number (invalid)",
        "        Amsterdam has +31201234500 to +31201234549: use one of these, or add the number to locations.csv:4",
        "        [number_not_at_location]",
        "",
        "more about a [code]: wholesale-import explain number_not_at_location",
        "",
      ].join("\n"),
    );
  });

  it("stays within a narrow terminal", () => {
    const text = renderSummary(summaryOf(batch), { width: 60, palette: plainPalette });
    const causes = text.split("\n").slice(4);
    expect(causes.every((line) => line.length <= 60)).toBe(true);
    expect(causes).toContain("        users.csv:17, 18, 44, 61 · phone_number (invalid)");
  });

  it("marks with the palette it is given, and the columns stay in line", () => {
    const bracket = (text: string) => `<${text}>`;
    const palette = { good: bracket, bad: bracket, caution: bracket, quiet: bracket, strong: bracket };
    const marked = renderSummary(summaryOf(batch), { width: 120, palette });
    expect(marked).toContain("<4 rows>");
    expect(marked.replaceAll(/[<>]/g, "")).toBe(renderSummary(summaryOf(batch), wide));
  });

  it("says what a validated row is: good", () => {
    const text = renderSummary(summaryOf([outcome({ status: "not_attempted" })], { command: "validate" }), wide);
    expect(text).toBe("       good  blocked  invalid\nusers     1        -        -\n");
  });

  it("shows rows that a stopped run did not reach, and why it stopped", () => {
    const text = renderSummary(
      summaryOf([outcome({ status: "not_attempted" })], { stopped: { reason: "Ctrl-C" } }),
      wide,
    );
    expect(text).toContain("not attempted");
    expect(text).toContain("stopped: Ctrl-C");
  });

  it("names refused files before the causes", () => {
    const at = { sheet: "users", file: "users.csv", row: 0 } as const;
    const issue: Issue = {
      code: "empty_file",
      severity: "error",
      at,
      message: "The file is empty.",
      hint: "Save it again.",
    };
    expect(renderSummary(summaryOf([], {}, [issue]), wide)).toBe("users.csv  The file is empty. Save it again.\n");
  });

  it("shows the ten largest causes and how many are left", () => {
    const rows = Array.from({ length: 12 }, (_, index) =>
      outcome({ status: "failed", problems: [{ severity: "error", code: `c${index}`, message: "no" }] }),
    );
    expect(renderSummary(summaryOf(rows), wide)).toContain("and 2 more causes: see errors.csv");
  });

  it("shows forty where no file has them, and tells how to get files", () => {
    const rows = Array.from({ length: 45 }, (_, index) =>
      outcome({ status: "invalid", problems: [{ severity: "error", code: `c${index}`, message: "no" }] }),
    );
    const text = renderSummary(summaryOf(rows, { command: "validate" }), { width: 60, palette: plainPalette }, false);
    expect(text).toContain("[c39]");
    expect(text).toContain("and 5 more causes\n");
    expect(text).toContain("With --out DIR, the rows to correct stand in DIR/failed/,\n");
  });

  it("lets no cell of a sheet steer the terminal", () => {
    const message = "no package \u001b[2J\u202eevil";
    const rows = [outcome({ status: "failed", problems: [{ severity: "error", code: "c", message }] })];
    expect(renderSummary(summaryOf(rows), wide)).toContain("no package [2J evil");
  });
});

describe("the paths at the end", () => {
  const run = summaryOf(batch);
  const written = { results: "out/results.csv", errors: "out/errors.csv", summary: "out/summary.json", run };

  it("name the file to correct and what to type then", () => {
    const failed = [{ file: "users.csv", path: "out/failed/users.csv", rows: 4, sha256: "" }];
    const text = renderPaths({ ...written, failed, notices: ["users.csv is open."] }, wide, "wholesale-import retry");
    expect(text).toBe(
      "users.csv is open.\nresults   out/results.csv\nerrors    out/errors.csv\n" +
        "correct   out/failed/users.csv, then: wholesale-import retry\n",
    );
  });

  it("are only the results when nothing went wrong", () => {
    const text = renderPaths({ ...written, run: summaryOf([outcome()]), failed: [], notices: [] }, wide);
    expect(text).toBe("results   out/results.csv\n");
  });
});

describe("text", () => {
  it("groups digits by thousands", () => {
    expect([0, 999, 4012, 1_000_000].map(formatCount)).toEqual(["0", "999", "4 012", "1 000 000"]);
  });

  it("wraps at blanks and leaves longer words whole", () => {
    expect(wrap("one two  three\nabcdefghijklm x", 8)).toEqual(["one two", "three", "abcdefghijklm", "x"]);
  });
});
