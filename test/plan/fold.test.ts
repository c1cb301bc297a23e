import { describe, expect, it } from "vitest";
import { digitsOf, foldLoosely, foldName } from "../../src/plan/fold.ts";

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
