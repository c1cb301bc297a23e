/** How each language writes numbers, lists and times. */
import { describe, expect, it } from "vitest";
import { speakerOf } from "../../../src/model/words/language.ts";

describe("a speaker", () => {
  const [english, dutch] = [speakerOf("en"), speakerOf("nl")];

  it("says times as people do", () => {
    const seconds = [0, 42, 89.6, 90, 3_000, 5_400, 86_400 * 1.4, 172_800];
    const said = ["0 s", "42 s", "90 s", "2 min", "50 min"];
    expect(seconds.map(english.duration)).toEqual([...said, "1.5 h", "33.6 h", "2 days"]);
    expect(seconds.map(dutch.duration)).toEqual([...said, "1,5 uur", "33,6 uur", "2 dagen"]);
  });

  it("lists things as its readers do", () => {
    expect(english.list(["a", "b", "c"])).toBe("a, b, and c");
    expect(english.choice(["a", "b", "c"])).toBe("a, b, or c");
    expect(dutch.list(["a", "b", "c"])).toBe("a, b en c");
  });

  it("counts one and many, and rates below ten with a digit behind the point", () => {
    expect([english.count(1, "row", "rows"), english.count(0, "row", "rows")]).toEqual(["1 row", "0 rows"]);
    expect([english.tenths(1.25), dutch.tenths(1.25), dutch.tenths(12.4)]).toEqual(["1.3", "1,3", "12"]);
  });
});
