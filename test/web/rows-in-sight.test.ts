/** What a filter shows while it is worked off, and the way from problem to problem. */
import { describe, expect, it } from "vitest";
import type { Problem, RowOutcome } from "../../src/model/run-report.ts";
import { verbatim } from "../../src/model/words/text.ts";
import { keptRows } from "../../src/web/kept-rows.ts";
import { findPlace } from "../../src/web/problem-places.ts";
import { startRowIndex } from "../../src/web/row-index.ts";

const file = { sheet: "users", file: "users.csv", path: "", encoding: "", header: ["a", "b", "Odd"], rows: 0 } as const;
const files = [{ ...file, columns: ["email", "phone", undefined] }];

const problem = (code: string, column?: string, severity: Problem["severity"] = "error"): Problem => ({
  severity,
  code: code as Problem["code"],
  message: verbatim(code),
  ...(column === undefined ? {} : { column }),
});

function row(number: number, cells: readonly string[], problems: readonly Problem[] = []): RowOutcome {
  const status = problems.some(({ severity }) => severity === "error") ? "invalid" : "not_attempted";
  const at = { sheet: "users", file: "users.csv", row: number } as const;
  return { at, cells, customer: "C1", key: "", action: "none", status, problems, attempts: 0 };
}

function indexOf(rows: readonly RowOutcome[]) {
  const index = startRowIndex(files);
  for (const [id, each] of rows.entries()) index.add(id, each);
  return index;
}

describe("rows that a filter has found", () => {
  const wrong = [problem("bad", "phone")];
  const before = indexOf([row(2, ["a", "x"], wrong), row(3, ["b", "y"], wrong), row(4, ["c", "z"])]);
  const shown = (found: ReturnType<ReturnType<typeof keptRows>["find"]>) => ({
    rows: found.rows.map((each) => `${each.row}${found.isDone(each) ? " done" : ""}`),
    matching: found.matching,
  });

  it("stay where they are when they are right, until the filter is set anew", () => {
    const kept = keptRows();
    const filter = { sheet: "users", only: "errors" } as const;
    expect(shown(kept.find(before, filter, "one"))).toEqual({ rows: ["2", "3"], matching: 2 });
    const after = indexOf([row(2, ["a", "+x"]), row(3, ["b", "y"], wrong), row(4, ["c", "z"], wrong)]);
    expect(shown(kept.find(after, filter, "one"))).toEqual({ rows: ["2 done", "3", "4"], matching: 2 });
    expect(shown(kept.find(after, filter, "two"))).toEqual({ rows: ["3", "4"], matching: 2 });
    expect(shown(kept.find(after, { ...filter, text: "y" }, "one"))).toEqual({ rows: ["3"], matching: 1 });
  });

  it("stay in the order in which they were sorted, and deleted ones go", () => {
    const kept = keptRows();
    const filter = { sheet: "users", text: "e", sort: { column: "email", isDescending: true } } as const;
    const sorted = indexOf([row(2, ["ae"]), row(3, ["be"]), row(4, ["ce"])]);
    expect(shown(kept.find(sorted, filter, "v")).rows).toEqual(["4", "3", "2"]);
    const edited = indexOf([row(2, ["ze"]), row(4, ["ce"]), row(5, ["de"])]);
    expect(shown(kept.find(edited, filter, "v")).rows).toEqual(["4", "2", "5"]);
  });

  it("are sorted by a column that we do not know too", () => {
    const sort = { column: "Odd", isDescending: false };
    const index = indexOf([row(2, ["", "", "b"]), row(3, ["", "", "a"]), row(4, ["", "", ""])]);
    expect(index.find({ sort }).map((each) => each.row)).toEqual([3, 2, 4]);
  });
});

describe("the way from problem to problem", () => {
  const index = indexOf([
    row(2, ["a"], [problem("twice", "phone"), problem("once", "email"), problem("again", "email")]),
    row(3, ["b"], [problem("asked", "email", "warning")]),
    row(4, ["c"], [problem("whole"), problem("elsewhere", "unheard_of")]),
    row(5, ["d"]),
  ]);
  const rows = index.find({});
  const go = (from: { row: number; column?: string }, direction: "here" | "next" | "previous", filter = {}) =>
    findPlace(rows, index.positions, filter, from, direction);

  it("goes through the cells of a row from left to right, then to the next row", () => {
    expect(go({ row: -1 }, "next")).toEqual({ total: 3, place: { row: 0, column: "email", number: 1 } });
    expect(go({ row: 0, column: "email" }, "next").place).toEqual({ row: 0, column: "phone", number: 2 });
    expect(go({ row: 0, column: "phone" }, "next").place).toEqual({ row: 2, number: 3 });
    expect(go({ row: 2 }, "next")).toEqual({ total: 3 });
  });

  it("and back", () => {
    expect(go({ row: 99 }, "previous").place).toEqual({ row: 2, number: 3 });
    expect(go({ row: 2 }, "previous").place).toEqual({ row: 0, column: "phone", number: 2 });
    expect(go({ row: 0, column: "phone" }, "previous").place).toEqual({ row: 0, column: "email", number: 1 });
    expect(go({ row: 0, column: "email" }, "previous")).toEqual({ total: 3 });
  });

  it("knows which one a cell has, and keeps to one cause where one is filtered by", () => {
    expect(go({ row: 0, column: "phone" }, "here").place?.number).toBe(2);
    expect(go({ row: 1, column: "email" }, "here")).toEqual({ total: 3 });
    expect(go({ row: -1 }, "next", { code: "twice", column: "phone" })).toEqual({
      total: 1,
      place: { row: 0, column: "phone", number: 1 },
    });
  });

  it("goes through the warnings where there are no errors", () => {
    const asked = indexOf([row(2, ["a"]), row(3, ["b"], [problem("asked", "email", "warning")])]);
    expect(findPlace(asked.find({}), asked.positions, {}, { row: -1 }, "next")).toEqual({
      total: 1,
      place: { row: 1, column: "email", number: 1 },
    });
  });
});
