/** The list of result files, and what others know of it. */
import { expect, it } from "vitest";
import { outputNames, tables } from "../../../src/report/files/outputs.ts";
import { isResultHeader } from "../../../src/sheets/read/own-tables.ts";

it("names each file once", () => {
  expect(new Set(outputNames).size).toBe(outputNames.length);
});

it.each(tables)("the table $name is not mistaken for a sheet when it is next to a batch", ({ columns }) => {
  expect(isResultHeader(columns)).toBe(true);
});
