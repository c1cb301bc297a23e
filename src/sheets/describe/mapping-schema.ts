/** The mapping file as a JSON Schema, for editors: it accepts every mapping that is read, and checks less. */
import { type SheetName, sheetNames } from "../../model/sheet.ts";
import type { Language } from "../../model/words/language.ts";
import { say, type Text, text } from "../../model/words/text.ts";
import { numberColumns } from "../mapping/section-mistakes.ts";
import { sheets } from "../sheets.ts";
import type { JsonSchema } from "./json-schema.ts";

/** JSON Schema 2020-12. */
export function jsonSchemaOfMapping(language: Language): JsonSchema {
  const section = (sheet: SheetName) => ({ $ref: `#/$defs/${sheet}` });
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "mapping",
    description: say(text("schema_of_mapping"), language),
    type: "object",
    properties: {
      $schema: { type: "string" },
      version: { const: 1 },
      ...Object.fromEntries(
        sheetNames.map((sheet) => [sheet, { anyOf: [section(sheet), { type: "array", items: section(sheet) }] }]),
      ),
    },
    additionalProperties: false,
    $defs: Object.fromEntries(sheetNames.map((sheet) => [sheet, sectionOf(sheet, language)])),
  };
}

function sectionOf(sheet: SheetName, language: Language): JsonSchema {
  const names = Object.keys(sheets[sheet].columns);
  const column = { enum: names };
  const part = { enum: [...names, ""] };
  const texts = { type: "string" };
  const of = (about: Text, rules: JsonSchema) => ({ description: say(about, language), ...rules });
  const object = (rules: JsonSchema, required: readonly string[]) => ({
    type: "object",
    properties: rules,
    required,
    additionalProperties: false,
  });
  const numbers = numberColumns.filter((name) => names.includes(name));
  return {
    type: "object",
    properties: {
      files: of(text("mapping_kind_files"), { anyOf: [texts, { type: "array", items: texts, minItems: 1 }] }),
      headers: of(text("mapping_kind_headers"), {
        type: "object",
        additionalProperties: { anyOf: [part, { type: "array", items: part }] },
      }),
      split: of(text("mapping_kind_split"), {
        type: "array",
        items: object(
          {
            header: of(text("mapping_kind_header"), texts),
            at: of(text("mapping_kind_at"), { ...texts, minLength: 1 }),
            where: { enum: ["first", "last"] },
            into: of(text("mapping_kind_into"), { type: "array", items: part, minItems: 2 }),
          },
          ["header", "into"],
        ),
      }),
      join: of(text("mapping_kind_join"), {
        type: "array",
        items: object(
          {
            headers: { type: "array", items: texts, minItems: 2 },
            with: of(text("mapping_kind_with"), texts),
            into: column,
          },
          ["headers", "into"],
        ),
      }),
      constants: of(text("mapping_kind_constants"), {
        type: "object",
        propertyNames: column,
        additionalProperties: texts,
      }),
      values: of(text("mapping_kind_values"), {
        type: "object",
        propertyNames: column,
        additionalProperties: { type: "object", additionalProperties: texts },
      }),
      prefix: of(text("mapping_kind_prefix"), {
        type: "object",
        ...(numbers.length > 0 ? { propertyNames: { enum: numbers } } : { maxProperties: 0 }),
        additionalProperties: { ...texts, pattern: "^(\\+[1-9]\\d{0,11}|\\?)$" },
      }),
    },
    additionalProperties: false,
  };
}
