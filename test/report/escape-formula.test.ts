/** A value in a result file neither runs in a spreadsheet nor changes on the way back. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeFormula, unescapeFormula } from "../../src/report/escape-formula.ts";

describe("escaping what a spreadsheet would run", () => {
  it.each(["=1+1", "+1-1", "-2", "@SUM(A1)", "\tx", "\rx", "+31 20 123", "+"])("puts a quote before %j", (value) => {
    expect(escapeFormula(value)).toBe(`'${value}`);
  });

  it.each(["+31201234500", "", "plain", "a=b", " =1", "1+1"])("leaves %j as it is", (value) => {
    expect(escapeFormula(value)).toBe(value);
  });

  it("doubles a quote that stands already", () => {
    expect(escapeFormula("'s-Hertogenbosch")).toBe("''s-Hertogenbosch");
    expect(escapeFormula("'=1")).toBe("''=1");
  });

  it("gives every value back as it was, and lets none begin like a formula", () => {
    const start = fc.constantFrom("", "'", "''", "=", "+", "-", "@", "\t", "\r", "+1");
    fc.assert(
      fc.property(start, fc.string({ unit: "grapheme" }), (head, tail) => {
        const escaped = escapeFormula(head + tail);
        expect(unescapeFormula(escaped)).toBe(head + tail);
        expect(/^[=+\-@\t\r]/.test(escaped) && !/^\+\d+$/.test(escaped)).toBe(false);
      }),
    );
  });
});
