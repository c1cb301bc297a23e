/** A text in a file that a spreadsheet opens neither runs there nor changes on the way back. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeCell, escapeFormula, unescapeCell, unescapeFormula } from "../../src/model/formula-signs.ts";
import { beginsFormula } from "../support/formula-cells.ts";

const awkward = fc.constantFrom(
  ...[
    "",
    "'",
    "''",
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    ";",
    ",",
    "|",
    "\0",
    "\u200b",
    "\u00a0",
    '"',
    "+1",
    "＝",
    "＋",
    " ",
  ],
);
const anyText = fc
  .array(fc.oneof(awkward, fc.string({ unit: "grapheme", maxLength: 3 })), { maxLength: 12 })
  .map((parts) => parts.join(""));

describe("escaping what a spreadsheet would run, in a result file", () => {
  it.each([
    "=1+1",
    "+1-1",
    "-2",
    "@SUM(A1)",
    "\tx",
    "\rx",
    "+31 20 123",
    "+",
    " =1",
    "\0=1+1",
    "\u200b=1",
    "＝1",
    "＠x",
  ])("puts a quote before %j", (value) => {
    expect(escapeFormula(value)).toBe(`'${value}`);
  });

  it.each([
    ["x;=1+1;y", "x;'=1+1;y"],
    ["x,=1+1", "x,'=1+1"],
    ["x|@y", "x|'@y"],
    ["x\t-1", "x\t'-1"],
    ["x\n=1", "x\n'=1"],
    ["x;\0＝1", "x;'\0＝1"],
    ['x;"=1+1', `x;'"=1+1`],
    ["x;+1+cmd|' /C calc'!A0", "x;'+1+cmd|' /C calc'!A0"],
  ])("also behind what separates cells in some country: %j", (value, escaped) => {
    expect(escapeFormula(value)).toBe(escaped);
  });

  it.each(["+31201234500", "", "plain", "a=b", "1+1", "x;+31201234500", "31, +31 20 to +31 30", "jan@x.example"])(
    "leaves %j as it is",
    (value) => {
      expect(escapeFormula(value)).toBe(value);
    },
  );

  it("doubles a quote that is already at the start", () => {
    expect(escapeFormula("'s-Hertogenbosch")).toBe("''s-Hertogenbosch");
    expect(escapeFormula("'=1")).toBe("''=1");
  });

  it("gives every value back as it was, and lets no cell of any country begin like a formula", () => {
    fc.assert(
      fc.property(anyText, (value) => {
        const escaped = escapeFormula(value);
        expect(unescapeFormula(escaped)).toBe(value);
        expect(beginsFormula(escaped)).toBe(false);
        expect(/^[=+\-@\t\r]/.test(escaped) && !/^\+\d+$/.test(escaped)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("escaping a cell of a sheet", () => {
  it.each([
    "'t Hart",
    "'s-Hertogenbosch",
    "+31201234500-+31201234549",
    "+31201234500;+31201234501",
    "+31 20 123 45 67",
  ])("leaves what people write as it is: %j", (cell) => {
    expect(escapeCell(cell)).toBe(cell);
    expect(unescapeCell(cell)).toBe(cell);
  });

  it.each(["=cmd|' /C calc'!A0", "-2", "@x", "+1+cmd|' /C calc'!A0", "Acme;=1+1", "'=1"])("marks %j", (cell) => {
    expect(escapeCell(cell)).not.toBe(cell);
    expect(unescapeCell(escapeCell(cell))).toBe(cell);
  });

  it("gives every cell back as it was, and lets no cell of any country begin like a formula", () => {
    fc.assert(
      fc.property(anyText, (cell) => {
        expect(unescapeCell(escapeCell(cell))).toBe(cell);
        expect(beginsFormula(escapeCell(cell))).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(["\t", "|+1", ";'", "\u200b", ";\u200b", "'", ";+1("])(
    "takes time that grows with the cell alone: 32 KiB of %j",
    (part) => {
      const cell = part.repeat(32_768 / part.length);
      const steps = escapeFormula(escapeCell(cell));
      expect(unescapeCell(unescapeFormula(steps))).toBe(cell);
    },
  );
});
