import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lettersBetween } from "../../../src/sheets/cells/edit-distance.ts";

describe("the distance of two texts", () => {
  it.each([
    ["", "", 0],
    ["location", "location", 0],
    ["location", "locaton", 1],
    ["location", "loaction", 1],
    ["location", "vacation", 2],
    ["abc", "", 3],
    ["ca", "abc", 3],
  ])("%j and %j: %i", (one, other, expected) => {
    expect(lettersBetween(one, other, 5)).toBe(expected);
  });

  it("is not counted beyond the limit", () => {
    expect(lettersBetween("Amsterdam", "Rotterdam", 3)).toBe(3);
    expect(lettersBetween("a", "abcdef", 3)).toBe(3);
  });

  it("is the same both ways, and none only between equal texts", () => {
    const text = fc.string({ maxLength: 8, unit: fc.constantFrom("a", "b", "c") });
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(lettersBetween(one, other, 10)).toBe(lettersBetween(other, one, 10));
        expect(lettersBetween(one, other, 10) === 0).toBe(one === other);
      }),
    );
  });
});
