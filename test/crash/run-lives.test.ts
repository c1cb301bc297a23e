/** Every order of apply, Ctrl-C, kill -9, resume, retry, fix and undo on one batch ends in what its results say. */
import { describe, expect, it } from "vitest";
import { liveThrough } from "../support/run-lives.ts";
import { addUp, isSoak, runEach, soakTimeoutMs } from "../support/soak.ts";

const lives = isSoak ? Number(process.env.LIVES ?? 200) : 4;

describe("a batch that is interrupted, resumed, corrected, retried and undone in any order", () => {
  it("is what its last results say, nothing twice, and nothing refused that is as wanted", {
    timeout: soakTimeoutMs,
  }, async () => {
    const seeds = Array.from({ length: lives }, (_, index) => Number(process.env.SEED ?? 1) + index);
    const ends = await runEach(seeds, liveThrough);
    console.log(`${ends.length} lives:`, JSON.stringify(addUp(ends.map(({ counts }) => counts))));
    expect(ends.flatMap(({ wrong }) => wrong)).toEqual([]);
  });
});
