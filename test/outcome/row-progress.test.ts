import { describe, expect, it } from "vitest";
import type { RunFile } from "../../src/journal/run-file/run-file.ts";
import type { AttemptResult } from "../../src/model/outcome.ts";
import type { Operation } from "../../src/model/plan.ts";
import { verbatim } from "../../src/model/words/text.ts";
import { type RowsProgress, startRowsProgress } from "../../src/outcome/row-progress.ts";
import { newRow, runFileInMemory, sheetFile } from "../support/run-files.ts";

const unit = 1;
const done: AttemptResult = { status: "done", effect: "created", ids: {} };
const accepted: AttemptResult = { status: "accepted", effect: "created", ids: {} };
const failed: AttemptResult = {
  status: "failed",
  failure: { kind: "rejected", sent: true, message: verbatim("400") },
};

/** A customer in row 1 and users in the rows after it. `of`: what is to be done about each row. */
function planned(...of: readonly (readonly Operation["action"][])[]): {
  runFile: RunFile;
  operations: readonly Operation[][];
} {
  const runFile = runFileInMemory();
  const { files, rows, units } = runFile;
  units.add({ reference: "C-1" });
  rows.stage(files.add(sheetFile("customers")), "customers", [newRow(2, { unit })]);
  rows.stage(
    files.add(sheetFile("users")),
    "users",
    of.slice(1).map((_, index) => newRow(index + 2, { unit })),
  );
  const operations = of.map((actions, index) =>
    actions.map((action, step) => {
      const resource = index === 0 ? "customer" : step === 0 ? "user" : "directory_entry";
      const operation = { id: runFile.operations.nextId(), unit, row: index + 1, resource, key: "k", action };
      return { ...operation, payload: {}, needs: [], ids: {} } as unknown as Operation; // its payload does not matter here
    }),
  );
  runFile.operations.save(operations.flat());
  return { runFile, operations };
}

function start(runFile: RunFile): RowsProgress {
  return startRowsProgress(runFile, runFile.operations.countOpenRows());
}

describe("rows of a run under way", () => {
  it("are done when all that is to be done about them is, in whatever order", () => {
    const { runFile, operations } = planned(["create"], ["create"], ["create", "update", "none"]);
    const [[customer], [user], [other, roles]] = operations as [[Operation], [Operation], [Operation, Operation]];
    const progress = start(runFile);
    const end = { unit, isFailed: false };
    expect(progress.count(roles, done)).toBeUndefined();
    expect(progress.count(customer, accepted)).toBeUndefined();
    expect(progress.count(customer, done)).toEqual(end);
    expect(progress.count(user, done)).toEqual(end);
    expect(progress.count(other, done)).toEqual(end);
    expect(progress.sheets()).toMatchObject({ customers: { done: 1, of: 1 }, users: { done: 2, of: 2, failed: 0 } });
  });

  it("have failed with the first thing that failed, once", () => {
    const { runFile, operations } = planned(["none"], ["create", "update"]);
    const [, [user, roles]] = operations as [unknown, [Operation, Operation]];
    const progress = start(runFile);
    expect(progress.count(user, failed)).toEqual({ unit, isFailed: true });
    expect(progress.count(roles, failed)).toBeUndefined();
    expect(progress.sheets()).toMatchObject({ customers: { of: 0 }, users: { done: 1, of: 1, failed: 1 } });
  });

  it("are counted on where the run stopped", () => {
    const { runFile, operations } = planned(["none"], ["create", "update"], ["create", "update"]);
    const [, [user, roles], [other]] = operations as [unknown, [Operation, Operation], [Operation]];
    const at = "2026-11-22T02:00:00.000Z";
    runFile.operations.append({ kind: "result", operation: user.id, attempt: 1, at, result: done });
    const progress = start(runFile);
    expect(progress.count(other, done)).toBeUndefined();
    expect(progress.count(roles, done)).toEqual({ unit, isFailed: false });
    expect(progress.sheets()).toMatchObject({ users: { done: 1, of: 2 } });
  });
});
