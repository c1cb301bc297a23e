/** The summary counts every row once, by sheet and by status. */

import { describe, expect, it } from "vitest";
import { verbatim } from "../../src/model/words/text.ts";
import { startSummary } from "../../src/report/summary.ts";
import { outcome, readFileOf, sourceOf } from "../support/run-reports.ts";

function summaryOf(rows: ReturnType<typeof outcome>[], facts = {}) {
  const source = sourceOf(rows, facts);
  const summary = startSummary(source.facts(), source.fileIssues(), "en");
  for (const row of rows) summary.add(row);
  return summary.finish();
}

describe("the summary of a run", () => {
  it("counts statuses and actions per sheet and in total", () => {
    const { total, sheets } = summaryOf([
      outcome({ sheet: "customers", action: "none", status: "unchanged", attempts: 0 }),
      outcome({ row: 2 }),
      outcome({ row: 3, status: "pending" }),
      outcome({
        row: 4,
        problems: [{ severity: "warning", code: "odd_blank", message: verbatim("odd_blank") }],
      }),
    ]);
    expect(total).toMatchObject({ rows: 4, rowsWithWarnings: 1, attempts: 3 });
    expect(sheets.customers.statuses).toMatchObject({ unchanged: 1, succeeded: 0 });
    expect(sheets.users.statuses).toMatchObject({ succeeded: 2, pending: 1 });
    expect(sheets.users.actions).toEqual({ create: 3, update: 0, none: 0, delete: 0 });
    expect(sheets.templates.rows).toBe(0);
  });

  it("spans the first start and the last end, whatever the order", () => {
    const at = (second: number) => `2026-11-22T02:00:0${second}.000Z`;
    const { sheets } = summaryOf([
      outcome({ startedAt: at(3), finishedAt: at(9), durationMs: 6000 }),
      outcome({ startedAt: at(1), finishedAt: at(2), durationMs: 1000 }),
      outcome({ status: "invalid", attempts: 0 }),
    ]);
    expect(sheets.users).toMatchObject({ startedAt: at(1), finishedAt: at(9), meanMs: 3500, longestMs: 6000 });
    expect(sheets.customers).not.toHaveProperty("startedAt");
  });

  it("says how long the run took, what bounded it and what was read, without paths of this machine", () => {
    const summary = summaryOf([], {
      bound: "rate limit",
      folder: "/state/runs/x",
      files: [readFileOf("users", { rows: 3 })],
    });
    expect(summary).toMatchObject({ v: 1, durationMs: 10_000, bound: "rate limit" });
    expect(summary.files).toEqual([
      { sheet: "users", file: "users.csv", rows: 3, encoding: "UTF-8", delimiter: "comma" },
    ]);
    expect(JSON.stringify(summary)).not.toContain("/state");
  });

  it("has no duration while the run is not finished", () => {
    expect(summaryOf([], { finishedAt: undefined })).not.toHaveProperty("durationMs");
  });
});
