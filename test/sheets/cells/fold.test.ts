import { describe, expect, it } from "vitest";
import { foldName } from "../../../src/model/names.ts";
import { digitsOf, foldLoosely, isNearMiss, thirdsOf } from "../../../src/sheets/cells/fold.ts";

describe("names", () => {
  it.each([
    ["  Head   Office ", "head office"],
    ["CAFÉ", "cafe\u0301"],
    ["a\u00a0b", "a b"],
    ["Hauptstraße 7", "HAUPTSTRASSE 7"],
    ["Οδός", "ΟΔΌΣ"],
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
    ["NL-10O1", "NL-1001"],
    ["NL-l001", "nl 1001"],
    ["NL-I", "NL-1"],
    ["OO1", "001"],
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

  it.each([
    ["Pacific Coast Reality", "Pacific Coast Realty", true],
    ["Bakkerij Jansen", "Bakkerij Janssens", true],
    ["Jansen", "Janssen", false],
    ["DE-1001", "CX-1001", true],
    ["abcd1001", "wxyz1001", false],
    ["NL-1001", "NL-1002", false],
    ["Pacific Coast Realty", "Atlantic Coast Realty", false],
  ])("%j is a near miss of %j: %s", (one, other, isNear) => {
    const [folded, wanted] = [foldLoosely(one), foldLoosely(other)];
    expect(isNearMiss(folded, wanted)).toBe(isNear);
    const shared = new Set(thirdsOf(wanted));
    if (isNear) expect(thirdsOf(folded, 2).some((third) => shared.has(third))).toBe(true);
  });
});
