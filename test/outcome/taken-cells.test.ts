/** Which changes of a cell are those of a spreadsheet program, and which are a person's. */
import { describe, expect, it } from "vitest";
import { isTaken } from "../../src/outcome/taken-cells.ts";

describe("a cell of failed/ that came back otherwise", () => {
  it.each([
    ["+31331234102", "31331234102"],
    ["02139", "2139"],
    ["00071", "071"],
    ["+31331234102", "3,13312E+10"],
    ["12345678901234567890", "12345678901234500000"],
    ["4-5", "4-apr"],
  ])("%s as %s was changed by a spreadsheet program", (was, is) => {
    expect(isTaken(was, is)).toBe(true);
  });

  it.each([
    ["31331234102", "+31331234102"],
    ["2139", "02139"],
    ["1", "001"],
    ["31 33 123 41 02", "+31331234102"],
    ["+0", "+00"],
    ["3,13312E+10", "+31331234103"],
    ["5-apr", "4504"],
    ["02139", ""],
  ])("%s as %s was corrected by a person", (was, is) => {
    expect(isTaken(was, is)).toBe(false);
  });
});
