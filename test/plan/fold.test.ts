import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digitsOf, foldLoosely, foldName } from "../../src/plan/fold.ts";
import { distance, nearest } from "../../src/plan/nearest.ts";

describe("names", () => {
  it.each([
    ["  Head   Office ", "head office"],
    ["CAFÉ", "cafe\u0301"],
    ["a\u00a0b", "a b"],
  ])("%j and %j are the same", (one, other) => {
    expect(foldName(one)).toBe(foldName(other));
  });

  it.each([
    ["Cafe", "Café"],
    ["Head Office", "Head-Office"],
  ])("%j and %j are not", (one, other) => {
    expect(foldName(one)).not.toBe(foldName(other));
  });
});

describe("near misses", () => {
  it.each([
    ["CUST-001", "cust 1"],
    ["CUST-001", "Cust_01"],
    ["Café Zürich", "cafe zurich"],
    ["ACME", "АСМЕ"],
    ["C0100", "c100"],
    ["ﬁrm", "firm"],
  ])("%j and %j are the same when folded loosely", (one, other) => {
    expect(foldLoosely(one)).toBe(foldLoosely(other));
  });

  it.each([
    ["CUST-001", "CUST-010"],
    ["CUST-100", "CUST-10"],
    ["CUST-1", "CUST-2"],
    ["東京", "大阪"],
    ["Водка", "Каводк"],
  ])("%j and %j are not", (one, other) => {
    expect(foldLoosely(one)).not.toBe(foldLoosely(other));
  });

  it.each([
    ["CUST-001-7", "1-7"],
    ["no digits", ""],
    ["000", "0"],
    ["a1b02", "1-2"],
  ])("the digits of %j are %j", (text, digits) => {
    expect(digitsOf(text)).toBe(digits);
  });
});

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
    expect(distance(one, other, 5)).toBe(expected);
  });

  it("is not counted beyond the limit", () => {
    expect(distance("Amsterdam", "Rotterdam", 2)).toBe(3);
    expect(distance("a", "abcdef", 2)).toBe(3);
  });

  it("is the same both ways, and none only between equal texts", () => {
    const text = fc.string({ maxLength: 8, unit: fc.constantFrom("a", "b", "c") });
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(distance(one, other, 10)).toBe(distance(other, one, 10));
        expect(distance(one, other, 10) === 0).toBe(one === other);
      }),
    );
  });
});

describe("what was probably meant", () => {
  it("is the nearest first, at most three, whatever the case", () => {
    const places = ["Utrecht", "Rotterdam", "Amsterdam", "Amstelveen", "Amersfoort"];
    expect(nearest("rotterdm", places)).toEqual(["Rotterdam"]);
    expect(nearest("Oosterhuot", ["Oosterhart", "Oosterhout"])).toEqual(["Oosterhout", "Oosterhart"]);
    expect(nearest("x1", ["x2", "x3", "x4", "x5"])).toEqual(["x2", "x3", "x4"]);
  });

  it("is nothing when nothing is near", () => {
    expect(nearest("Berlin", ["Utrecht", "Den Haag"])).toEqual([]);
    expect(nearest("Berlin", [])).toEqual([]);
  });
});
