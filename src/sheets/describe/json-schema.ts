/** The columns of a sheet as a JSON Schema of one row, whose cells are texts. It accepts every row that is read without errors, and checks less than `validate`. */
import type { SheetName } from "../../model/sheet.ts";
import type { Language } from "../../model/words/language.ts";
import { say, text } from "../../model/words/text.ts";
import { aboutSheets } from "./about-sheets.ts";
import { type ColumnFacts, columnsOf } from "./describe-columns.ts";

export type JsonSchema = Readonly<Record<string, unknown>>;

/** JSON Schema 2020-12. Columns that we do not know are allowed, as in the sheets themselves. */
export function jsonSchemaOf(sheet: SheetName, language: Language): JsonSchema {
  const columns = columnsOf(sheet);
  const alternatives = columns.flatMap(requirementUnless);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: sheet,
    description: say(text("schema_of_sheet", aboutSheets[sheet]), language),
    type: "object",
    properties: Object.fromEntries(columns.map((column) => [column.name, describeCell(column, language)])),
    required: columns.filter(isAlwaysNeeded).map(({ name }) => name),
    ...(alternatives.length > 0 ? { allOf: alternatives } : {}),
  };
}

function isAlwaysNeeded({ isRequired, optionalWith }: ColumnFacts): boolean {
  return isRequired && optionalWith === undefined;
}

/** The cell is needed unless the other column is filled. */
function requirementUnless({ name, optionalWith }: ColumnFacts): readonly JsonSchema[] {
  if (optionalWith === undefined) return [];
  const filled = (column: string) => ({ properties: { [column]: { minLength: 1 } }, required: [column] });
  return [{ anyOf: [filled(optionalWith), filled(name)] }];
}

function describeCell(column: ColumnFacts, language: Language): JsonSchema {
  const { description, type, example, maxLength, aliases, choices, isList } = column;
  return {
    type: "string",
    title: say(type, language),
    description: say(description, language),
    ...rulesOf(column),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(isAlwaysNeeded(column) ? { minLength: 1 } : {}),
    ...(example === "" ? {} : { examples: [example] }),
    "x-headers": aliases,
    ...(isList ? { "x-list": true } : {}),
    ...(choices ? { "x-choices": choices } : {}),
  };
}

/** A cell that may be blank matches the empty text too. Choices are no rule: packages have names beside their codes, and case does not count. */
function rulesOf(column: ColumnFacts): JsonSchema {
  const { pattern } = column;
  if (pattern === undefined) return {};
  return { pattern: isAlwaysNeeded(column) ? pattern : `^$|${pattern}` };
}
