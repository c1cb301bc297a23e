import { describe, expect, it } from "vitest";
import type { RunFile } from "../../src/journal/run-file/run-file.ts";
import type { Operation } from "../../src/model/plan.ts";
import { countActions, countPlan } from "../../src/planning/count-plan.ts";
import { plannedActionOf } from "../../src/planning/planned-action.ts";
import { newRow, runFileInMemory, sheetFile } from "../support/run-files.ts";

type Kind = Pick<Operation, "resource" | "action">;

const resources = ["template", "customer", "organization", "location", "user", "directory_entry"] as const;
const actions = ["create", "update", "read", "none", "delete"] as const;
const kinds: readonly Kind[] = resources.flatMap((resource) => actions.map((action) => ({ resource, action })));

/** Every row that has one operation or two, of any kinds. */
const rowsOfPlan: readonly (readonly Kind[])[] = [
  ...kinds.map((kind) => [kind]),
  ...kinds.flatMap((first) => kinds.map((second) => [first, second])),
];

function planWith(rows: readonly (readonly Kind[])[]): RunFile {
  const runFile = runFileInMemory();
  const file = runFile.files.add(sheetFile("customers"));
  runFile.rows.stage(
    file,
    "customers",
    rows.map((_, index) => newRow(index + 2)),
  );
  const unit = runFile.units.add({ reference: "acme" });
  const operations = rows.flatMap((steps, index) =>
    steps.map((step) => {
      const id = runFile.operations.nextId();
      const operation = { id, unit, row: index + 1, key: "acme", payload: {}, needs: [], ids: {}, ...step };
      return operation as unknown as Operation; // counting reads no payload
    }),
  );
  runFile.operations.save(operations);
  return runFile;
}

describe("the counts of a plan", () => {
  it("are those of the planned action of each row, whatever operations it has", () => {
    const expected = { create: 0, update: 0, unchanged: 0, refused: 0, delete: 0 };
    for (const steps of rowsOfPlan) {
      const action = plannedActionOf(steps);
      expected[action === "none" ? "unchanged" : action] += 1;
    }
    expect(countActions(planWith(rowsOfPlan))).toEqual(expected);
  });

  it("call what exists and gets something more changed, not new", () => {
    const gets = planWith([
      [
        { resource: "customer", action: "none" },
        { resource: "directory_entry", action: "create" },
      ],
    ]);
    expect(countPlan(gets)).toEqual({ create: 0, update: 1, unchanged: 0, refused: 0, delete: 0 });
  });

  it("count a row as changed when only something related to it is removed", () => {
    const loses = planWith([
      [
        { resource: "user", action: "create" },
        { resource: "directory_entry", action: "delete" },
      ],
    ]);
    expect(countPlan(loses)).toEqual({ create: 0, update: 1, unchanged: 0, refused: 0, delete: 0 });
  });
});
