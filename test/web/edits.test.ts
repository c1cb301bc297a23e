import { describe, expect, it } from "vitest";
import {
  addStep,
  correctionsOf,
  lastRowWritten,
  noEdits,
  redoStep,
  stepSchema,
  undoStep,
  withoutFile,
} from "../../src/web/edits.ts";

const step = (text: string, row = 2, file = "users.csv") => ({
  kind: "write" as const,
  cells: [{ file, row, position: 1, text }],
});

describe("edits of a batch", () => {
  it("are taken back and done again in their order, until something else is done", () => {
    const two = addStep(addStep(noEdits, step("a")), step("b"));
    const back = undoStep(undoStep(two));
    expect(back).toEqual({ steps: [], undone: [step("b"), step("a")] });
    expect(undoStep(back)).toEqual(back);
    expect(redoStep(back)).toEqual({ steps: [step("a")], undone: [step("b")] });
    expect(redoStep(redoStep(redoStep(back)))).toEqual(two);
    expect(redoStep(addStep(back, step("c")))).toEqual({ steps: [step("c")], undone: [] });
  });

  it("leave the last text of each cell", () => {
    const { steps } = addStep(addStep(noEdits, step("a")), step("b"));
    expect(correctionsOf(steps)).toEqual(new Map([["users.csv", new Map([[2, new Map([[1, "b"]])]])]]));
    expect([lastRowWritten(steps, "users.csv"), lastRowWritten(steps, "other.csv")]).toEqual([2, 0]);
  });

  it("go with their file", () => {
    const both = undoStep(addStep(addStep(addStep(noEdits, step("a")), step("b", 2, "other.csv")), step("c")));
    expect(withoutFile(both, "users.csv")).toEqual({ steps: [step("b", 2, "other.csv")], undone: [] });
  });

  it("of a batch that an earlier version kept are read as they were", () => {
    expect(stepSchema.parse(step("a").cells)).toEqual(step("a"));
  });
});
