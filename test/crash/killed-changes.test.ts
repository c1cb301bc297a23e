/** A run with every change, move and removal of the days after the first, killed at writes of its journal. */
import { describe, expect, it } from "vitest";
import { allowingAll, writeAllChanges } from "../support/all-changes.ts";
import { runBefore, runUndisturbed } from "../support/disturbed-run.ts";
import { killAtEach } from "../support/killed-writes.ts";
import { soakTimeoutMs } from "../support/soak.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

describe("a run with every operation of the days after the first that is killed at a write of its journal", () => {
  it("comes to the same end when it is resumed", { timeout: soakTimeoutMs }, async () => {
    const { before: first, changes } = await writeAllChanges(await makeTemporaryFolder());
    await using before = await runBefore(first);
    const reference = await runUndisturbed(changes, {}, { before, flags: allowingAll });
    expect(reference.rows.filter((row) => !/ (succeeded|unchanged)$/.test(row))).toEqual([]);
    await killAtEach({ batch: changes, flags: allowingAll, before }, 60, 40);
  });
});
