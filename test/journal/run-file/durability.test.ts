import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { durabilityOf } from "../../../src/journal/run-file/durability.ts";
import { runFileAt, runFileInMemory } from "../../support/run-files.ts";
import { makeTemporaryFolder } from "../../support/temporary-folder.ts";

const at = "2026-11-22T02:00:00.000Z";

describe("what was written", () => {
  it("is brought to the disk for many who wait for it at once, and again for those who come later", async () => {
    const runFile = runFileAt(join(await makeTemporaryFolder(), "run.db"));
    for (let round = 0; round < 3; round += 1) {
      await Promise.all(
        Array.from({ length: 200 }, async (_, attempt) => {
          runFile.operations.append({ kind: "intent", operation: round, attempt, at });
          await runFile.onDisk();
        }),
      );
    }
    expect(await runFile.onDisk()).toBeUndefined();
  });

  it("needs no disk in memory", async () => {
    expect(await runFileInMemory().onDisk()).toBeUndefined();
  });

  it("is not reported as written when it cannot be: every waiter gets the error", async () => {
    const durability = durabilityOf(join(await makeTemporaryFolder(), "missing.db"), () => undefined);
    const told = await Promise.allSettled([durability.onDisk(), durability.onDisk(), durability.onDisk()]);
    expect(told.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    await durability.close();
  });

  it("may still be on its way when the file is closed", async () => {
    const runFile = runFileAt(join(await makeTemporaryFolder(), "run.db"));
    runFile.writeFact("name", "value");
    const waiting = runFile.onDisk();
    runFile.close();
    await expect(waiting).resolves.toBeUndefined();
  });
});
