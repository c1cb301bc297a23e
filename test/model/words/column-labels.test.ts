import { expect, it } from "vitest";
import { sheetNames } from "../../../src/model/sheet.ts";
import { columnLabel } from "../../../src/model/words/column-texts.ts";
import { languages } from "../../../src/model/words/language.ts";
import { columnsOf } from "../../../src/sheets/describe/describe-columns.ts";

it("every column has a label in every language, and no two of a sheet have the same", () => {
  for (const sheet of sheetNames)
    for (const language of languages) {
      const names = columnsOf(sheet).map(({ name }) => name);
      const labels = names.map((name) => columnLabel(sheet, name, language));
      expect(names.filter((_, index) => labels[index] === undefined)).toEqual([]);
      expect(new Set(labels).size, `${sheet} in ${language}`).toBe(names.length);
    }
});

it("an unknown column has no label", () => {
  expect(columnLabel("users", "constructor", "en")).toBeUndefined();
});
