/** The columns of a sheet for people and programs that fill it: `schema`, the starter sheets, the page. */
import type { SheetName } from "../../model/sheet.ts";
import type { Text } from "../../model/words/text.ts";
import { aliasesOf } from "../read/header-aliases.ts";
import { sheets } from "../sheets.ts";

export type ColumnFacts = {
  readonly name: string;
  readonly isRequired: boolean;
  /** May be blank where this other column is filled. */
  readonly optionalWith?: string;
  /** "email address" */
  readonly type: Text;
  readonly description: Text;
  /** Empty: such a cell is usually blank. */
  readonly example: string;
  /** Headers that mean this column too. */
  readonly aliases: readonly string[];
  /** The only values, or the only values of a list's parts. */
  readonly values?: readonly string[];
  /** What a drop-down offers; other spellings are read as well. */
  readonly choices?: readonly string[];
  /** Several values, separated by `;`. */
  readonly isList: boolean;
  readonly maxLength?: number;
  /** A regular expression as JSON Schema has it. */
  readonly pattern?: string;
};

/** In the order of the spec. */
export function columnsOf(sheet: SheetName): readonly ColumnFacts[] {
  return Object.entries(sheets[sheet].columns).map(
    ([name, { type, isRequired, optionalWith, description, example }]) => ({
      name,
      isRequired,
      ...(optionalWith === undefined ? {} : { optionalWith }),
      type: type.label,
      description,
      example,
      aliases: aliasesOf(sheet, name),
      isList: type.isList ?? false,
      ...(type.values ? { values: type.values } : {}),
      ...((type.choices ?? type.values) ? { choices: type.choices ?? type.values } : {}),
      ...(type.maxLength === undefined ? {} : { maxLength: type.maxLength }),
      ...(type.pattern === undefined ? {} : { pattern: type.pattern }),
    }),
  );
}
