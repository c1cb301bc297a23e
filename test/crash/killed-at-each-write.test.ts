import { describe, it } from "vitest";
import { movingBatch, runBefore, smallBatch } from "../support/disturbed-run.ts";
import { killAtEach } from "../support/killed-writes.ts";
import { soakTimeoutMs } from "../support/soak.ts";

describe("a run that is killed at a write of its journal", () => {
  it("does everything once when it is resumed", { timeout: soakTimeoutMs }, () =>
    killAtEach({ batch: smallBatch, flags: [] }, 30),
  );

  it("brings people to their other location, and their numbers with them", { timeout: soakTimeoutMs }, async () => {
    await using before = await runBefore(smallBatch);
    await killAtEach({ batch: movingBatch, flags: ["--accept-impacts", "--allow-outage"], before }, 20);
  });
});
