import { describe, expect, it } from "vitest";
import { rowLimit } from "../../src/schedule/run-batch.ts";
import { readStarts } from "../../src/schedule/starts.ts";

describe("the rows that a batch may have", () => {
  it.each([
    ["nothing to compare with", [], 3, undefined],
    ["one batch before", [1_000], 3, 3_000],
    ["an odd number of them, unsorted", [10_000, 1_000, 2_000], 3, 6_000],
    ["an even number", [1_000, 2_000], 3, 4_500],
    ["small ones: a hundred are always allowed", [1, 2, 3], 3, 100],
    ["a guard that is off", [1_000], Number.POSITIVE_INFINITY, undefined],
  ])("follow from the last ones: %s", (_what, sizes, growth, rows) => {
    expect(rowLimit(sizes, growth)?.rows).toBe(rows);
  });
});

describe("a time for nights", () => {
  it.each([
    ["61 2 * * *", "UTC", /Invalid value for minute/],
    ["at two", "UTC", /"at two" is not a cron pattern: it needs five fields\.$/],
    ["0 2 30 2 *", "UTC", /no date matches it/],
    ["0 2 * * *", "Europe/Amstrdam", /no time zone/],
  ])("is refused when it is none: %s in %s", async (pattern, zone, message) => {
    await expect(readStarts(pattern, zone, 0)).rejects.toThrow(message);
  });

  it("is that of its zone", async () => {
    const starts = await readStarts("0 2 * * 1-5", "Asia/Kolkata", 0);
    const friday = Date.parse("2026-11-27T12:00:00Z");
    expect(new Date(starts.after(friday)).toISOString()).toBe("2026-11-29T20:30:00.000Z");
  });
});
