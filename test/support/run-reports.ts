/** Runs to report on, made of the few values that a test is about. */
import type { ReadFile, ReportSource, RowOutcome, RunFacts } from "../../src/model/run-report.ts";
import type { SheetName } from "../../src/model/sheet.ts";

/** A user row of `users.csv` that succeeded, but for what is given. */
export function outcome(
  given: Partial<RowOutcome> & { row?: number; sheet?: SheetName; file?: string } = {},
): RowOutcome {
  const { row = 2, sheet = "users", file = `${sheet}.csv`, ...rest } = given;
  return {
    at: { sheet, file, row },
    cells: ["acme", `user${row}@acme.example.com`],
    customer: "acme",
    key: `user${row}@acme.example.com`,
    action: "create",
    status: "succeeded",
    problems: [],
    attempts: 1,
    ...rest,
  };
}

/** A file of a sheet with the columns `customer` and `email`, but for what is given. */
export function readFileOf(sheet: SheetName, given: Partial<ReadFile> = {}): ReadFile {
  return {
    sheet,
    file: `${sheet}.csv`,
    path: `/in/${sheet}.csv`,
    header: ["Customer", "E-mail"],
    columns: ["customer", "email"],
    encoding: "UTF-8",
    delimiter: "comma",
    rows: 1,
    ...given,
  };
}

export function sourceOf(
  rows: Iterable<RowOutcome>,
  facts: Partial<RunFacts> = {},
  fileIssues: ReturnType<ReportSource["fileIssues"]> = [],
): ReportSource {
  return {
    facts: () => ({
      runId: "20261122-0200-k3f9",
      command: "apply",
      target: { name: "simulator", baseUrl: "http://127.0.0.1:4000/v1" },
      startedAt: "2026-11-22T02:00:00.000Z",
      finishedAt: "2026-11-22T02:00:10.000Z",
      files: [readFileOf("customers"), readFileOf("users")],
      ...facts,
    }),
    rows: () => rows,
    fileIssues: () => fileIssues,
  };
}
