import { describe, expect, it } from "vitest";
import { newRunId } from "../../src/run/folder.ts";
import { seededRandom } from "../../src/simulator/random.ts";

const startMs = Date.parse("2026-11-22T02:00:07.000Z");

describe("the id of a run", () => {
  it("contains its second, and sorts by time within it", () => {
    const random = seededRandom(3);
    const ids = Array.from({ length: 2_000 }, (_, ms) => newRunId(startMs + ms, random));
    expect(ids[0]).toMatch(/^20261122-020007-00[0-9a-z]{2}$/);
    expect(ids[999]).toMatch(/^20261122-020007-zy[0-9a-z]{2}$/);
    expect(ids).toEqual(ids.toSorted());
  });

  it("differs between runs of one moment, but for chance", () => {
    const random = seededRandom(3);
    const ids = Array.from({ length: 10 }, () => newRunId(startMs, random));
    expect(new Set(ids).size).toBe(10);
  });
});
