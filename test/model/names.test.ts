import { describe, expect, it } from "vitest";
import { foldNumber, isSameName } from "../../src/model/names.ts";

describe("names", () => {
  it.each([
    ["Zürich", "Zu\u0308rich"],
    ["Head Office", "head  office"],
    ["Head Office", " Head\u00a0Office\t"],
    ["ÅRHUS", "århus"],
  ])("%j and %j are one", (a, b) => {
    expect(isSameName(a, b)).toBe(true);
  });

  it.each([
    ["Zürich", "Zurich"],
    ["Den Haag", "DenHaag"],
    ["Branch 1", "Branch 10"],
  ])("%j and %j are two", (a, b) => {
    expect(isSameName(a, b)).toBe(false);
  });
});

it("numbers are one with and without a plus, and with blanks in them", () => {
  expect(foldNumber("+31 20 123-4501")).toBe(foldNumber("31201234501"));
});
