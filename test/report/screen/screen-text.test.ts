/** What a person reads at the end of a run. */
import { describe, expect, it } from "vitest";
import type { Issue } from "../../../src/model/issue.ts";
import type { RowOutcome, RunFacts } from "../../../src/model/run-report.ts";
import { verbatim } from "../../../src/model/words/text.ts";
import type { FileLabel } from "../../../src/report/files/output.ts";
import { renderLastLine, renderPaths, renderSummary } from "../../../src/report/screen/screen-text.ts";
import { formatCount, plainPalette, wrap } from "../../../src/report/screen/text-layout.ts";
import { startSummary } from "../../../src/report/summary.ts";
import { outcome, sourceOf } from "../../support/run-reports.ts";

const wide = { width: 120, palette: plainPalette, language: "en" } as const;

function summaryOf(rows: readonly RowOutcome[], facts: Partial<RunFacts> = {}, issues: readonly Issue[] = []) {
  const summary = startSummary(sourceOf(rows, facts).facts(), issues, "en");
  for (const row of rows) summary.add(row);
  return summary.finish();
}

function refusedUser(row: number): RowOutcome {
  const message = verbatim("the number is not one of the location's numbers");
  const hint = verbatim(
    "Amsterdam has +31201234500 to +31201234549: use one of these, or add the number to locations.csv:4",
  );
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
  it("shows statuses per sheet, then each cause with its rows and what to do", () => {
    expect(renderSummary(summaryOf(batch), wide)).toBe(
      [
        "           succeeded  unchanged  pending  failed  blocked  invalid",
        "customers          1          -        -       -        -        -",
        "users              -          -        1       -        -        4",
        "",
        "4 rows: the number is not one of the location's numbers",
        "    users.csv:17, 18, 44, 61 · phone_number (invalid)",
        "    Amsterdam has +31201234500 to +31201234549: use one of these, or add the number to locations.csv:4",
        "    [number_not_at_location]",
        "",
        "more about a [code]: wholesale-import explain number_not_at_location",
        "",
      ].join("\n"),
    );
  });

  it("stays within a narrow terminal", () => {
    const narrow = { width: 40, palette: plainPalette, language: "en" } as const;
    const at = { sheet: "users", file: "users.csv", row: 0 } as const;
    const message = verbatim("The file is not UTF-8 and does not state its encoding.");
    const issue: Issue = { code: "encoding_overruled", severity: "warning", at, message };
    const summary = summaryOf(batch, { bound: "latency" }, [issue]);
    const text = renderSummary(summary, narrow);
    const last = renderLastLine(summary, 42_400, narrow);
    expect(last.split("\n").filter((line) => line.length > 40)).toEqual([]);
    expect(text.split("\n").filter((line) => line.length > 40)).toEqual([]);
    expect(text).toContain("\nusers      1 pending, 4 invalid\n");
    expect(text).toContain("\n    users.csv:17, 18, 44, 61 ·\n    phone_number (invalid)\n");
  });

  it("marks with the palette it is given, and the columns stay in line", () => {
    const bracket = (text: string) => `<${text}>`;
    const palette = { good: bracket, bad: bracket, caution: bracket, quiet: bracket, strong: bracket };
    const marked = renderSummary(summaryOf(batch), { width: 120, palette, language: "en" });
    expect(marked).toContain("<4 rows>: ");
    expect(marked.replaceAll(/[<>]/g, "")).toBe(renderSummary(summaryOf(batch), wide));
  });

  it("says what a validated row is: good", () => {
    const text = renderSummary(summaryOf([outcome({ status: "not_attempted" })], { command: "validate" }), wide);
    expect(text).toBe("       good  blocked  invalid\nusers     1        -        -\n");
  });

  it("shows rows that a stopped run did not reach", () => {
    const text = renderSummary(
      summaryOf([outcome({ status: "not_attempted" })], { stopped: { reason: verbatim("Ctrl-C") } }),
      wide,
    );
    expect(text).toContain("not attempted");
  });

  it("names refused files before the causes", () => {
    const at = { sheet: "users", file: "users.csv", row: 0 } as const;
    const issue: Issue = {
      code: "empty_file",
      severity: "error",
      at,
      message: verbatim("The file is empty."),
      hint: verbatim("Save it again."),
    };
    expect(renderSummary(summaryOf([], {}, [issue]), wide)).toBe("users.csv  The file is empty. Save it again.\n");
  });

  it("shows the ten largest causes and how many are left", () => {
    const rows = Array.from({ length: 12 }, (_, index) =>
      outcome({ status: "failed", problems: [{ severity: "error", code: `${index}`, message: verbatim("no") }] }),
    );
    expect(renderSummary(summaryOf(rows), wide)).toContain("and 2 more causes: see errors.csv");
  });

  it("shows forty when no file lists them, and says how to get files", () => {
    const rows = Array.from({ length: 45 }, (_, index) =>
      outcome({ status: "invalid", problems: [{ severity: "error", code: `${index}`, message: verbatim("no") }] }),
    );
    const text = renderSummary(
      summaryOf(rows, { command: "validate" }),
      { width: 60, palette: plainPalette, language: "en" },
      false,
    );
    expect(text).toContain("[39]");
    expect(text).toContain("and 5 more causes\n");
    expect(text).toContain("With --out DIR, the rows to correct are written to\n");
  });

  it("lets no cell of a sheet steer the terminal", () => {
    const message = verbatim("no package \u001b[2J\u202eevil");
    const rows = [outcome({ status: "failed", problems: [{ severity: "error", code: "blocked", message }] })];
    expect(renderSummary(summaryOf(rows), wide)).toContain("no package [2J evil");
  });
});

describe("the paths at the end", () => {
  const run = summaryOf(batch);
  const fileOf = (name: string, label?: FileLabel) => ({ name, path: `out/${name}`, ...(label ? { label } : {}) });

  it("name the report first, the folder once, the files to correct and what to type then", () => {
    const failed = ["customers.csv", "users.csv"].map((file) => ({
      file,
      path: `out/failed/${file}`,
      rows: 4,
      sha256: "",
    }));
    const files = [
      fileOf("report.html", "label_look"),
      fileOf("results.csv", "label_results"),
      fileOf("errors.csv", "label_errors"),
      fileOf("by_customer.csv"),
      fileOf("summary.json"),
    ];
    expect(
      renderPaths({ run, files, failed, notices: [verbatim("users.csv is open.")] }, wide, "wholesale-import retry"),
    ).toBe(
      [
        "users.csv is open.",
        "",
        "look      out/report.html",
        "results   results.csv",
        "errors    errors.csv",
        "correct   failed/customers.csv, failed/users.csv",
        "then      wholesale-import retry",
        "",
      ].join("\n"),
    );
  });

  it("are only the results when nothing went wrong", () => {
    const files = [fileOf("results.csv", "label_results"), fileOf("summary.json")];
    const text = renderPaths({ run: summaryOf([outcome()]), files, failed: [], notices: [] }, wide);
    expect(text).toBe("results   out/results.csv\n");
  });
});

describe("the last line", () => {
  it("says what was done, in which time, and what held it back", () => {
    const run = summaryOf([outcome(), outcome({ status: "unchanged" }), ...batch], { bound: "latency" });
    expect(renderLastLine(run, 42_400, wide)).toBe("2 of 7 users in 42 s; limited by Webex's response time");
  });

  it("speaks of one, and of checks, as people do", () => {
    const run = summaryOf([outcome({ sheet: "customers", status: "not_attempted" })], { command: "validate" });
    expect(renderLastLine(run, 1_200, wide)).toBe("1 of 1 customer good in 1 s");
    expect(renderLastLine(summaryOf([]), 0, wide)).toBe("");
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
