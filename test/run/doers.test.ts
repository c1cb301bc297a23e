import { describe, expect, it } from "vitest";
import { openRunFile } from "../../src/journal/run-file/run-file.ts";
import { doerAt, goesOnWith, readRunFacts, writeRunFacts } from "../../src/run/facts.ts";
import { runOptionsSchema } from "../../src/run/options.ts";

function runOf(operator: string, ticket?: string) {
  const runFile = openRunFile(":memory:");
  writeRunFacts(runFile, {
    ...{ runId: "20261122-020007-k3f9", command: "apply", startedAt: "2026-11-22T02:00:07.000Z", inputs: [] },
    ...{ phase: "running", options: runOptionsSchema.parse({}), operator, ...(ticket ? { ticket } : {}) },
  });
  return runFile;
}

describe("who had a run in hand", () => {
  it("is who began it until somebody else goes on with it, for the same ticket unless another is named", () => {
    using run = runOf("ann", "CHG-1");
    goesOnWith(run, { operator: "bob" }, "2026-11-22T08:00:00.000Z");
    goesOnWith(run, { operator: "bob", ticket: "CHG-2" }, "2026-11-22T09:00:00.000Z");
    const facts = readRunFacts(run);
    const at = ["2026-11-22T02:00:08.000Z", "2026-11-22T08:30:00.000Z", "2026-11-22T09:00:00.000Z"];
    expect(at.map((each) => doerAt(facts, each))).toMatchObject([
      { operator: "ann", ticket: "CHG-1" },
      { operator: "bob", ticket: "CHG-1" },
      { operator: "bob", ticket: "CHG-2" },
    ]);
    expect(doerAt(facts)).toMatchObject({ operator: "bob", ticket: "CHG-2" });
  });

  it("is written down once, however often the same person goes on with it", () => {
    using run = runOf("ann");
    for (const hour of ["03", "04"]) goesOnWith(run, { operator: "ann" }, `2026-11-22T${hour}:00:00.000Z`);
    expect(readRunFacts(run).resumedBy).toBeUndefined();
  });
});
