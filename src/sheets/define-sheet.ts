/** The vocabulary in which a sheet is described: its columns as data, and how their values make a record. */
import type { Draft } from "../model/records.ts";
import type { Text } from "../model/words/text.ts";
import type { CellCheck, RowCheck } from "./cells/row-notes.ts";

/**
 * What a cell is for, which decides how grave damage to it is: an error in ids, references, keys and codes (the default:
 * numbers, addresses of mail, lists, choices), a warning in names and other text for people.
 */
export type CellRole = "id" | "reference" | "nameKey" | "name" | "text" | "code";

/** How the text of a cell becomes a value. `read` gets text that is not blank, and says by `cell` what is wrong with it. */
export type CellType<T> = {
  /** "email address", in the words of each language. */
  readonly label: Text;
  readonly read: (text: string, cell: CellCheck) => T | undefined;
  readonly role?: CellRole;
  /** Texts that are right beyond doubt, and need no second look: those of nearly every row. */
  readonly sound?: RegExp;
  /** It says itself what a spreadsheet made of a number. */
  readonly knowsNumbers?: true;
  /** What is wrong with letters of other scripts is said elsewhere: by the type, or where references are looked up. */
  readonly knowsLetters?: true;
  /** A day of the calendar: what is an error in all other columns is the value of this one. */
  readonly isDay?: true;
  /** Codes of places and languages, of which `NA` and `NO` are some. */
  readonly isCode?: true;
  /** Each of these in a list cell, or one of them. */
  readonly values?: readonly string[];
  /** What a drop-down offers, where that is not `values`; other spellings are read as well. */
  readonly choices?: readonly string[];
  /** Several values, separated by `;`. */
  readonly isList?: true;
  readonly maxLength?: number;
  /** What the text must look like, as a JSON Schema would say it. */
  readonly pattern?: string;
};

export type Column<T> = {
  readonly type: CellType<T>;
  readonly isRequired: boolean;
  /** Required, unless the cell of this other column is filled. */
  readonly optionalWith?: string;
  /** One sentence for `schema` and the starter sheets. */
  readonly description: Text;
  readonly example: string;
};

type Columns = Readonly<Record<string, Column<unknown>>>;

/** The values of a row by column; `undefined` where the cell is blank, wrong or not in the file. */
export type Values<C extends Columns> = {
  readonly [K in keyof C]: C[K] extends Column<infer T> ? T | undefined : never;
};

type ColumnName<C extends Columns> = keyof C & string;

export type Sheet<R> = {
  /** In the order of the spec, which is that of the starter sheets. */
  readonly columns: Columns;
  /** Values to record, with the rules that need several cells of the row. */
  readonly toRecord: (values: Readonly<Record<string, unknown>>, row: RowCheck) => Draft<R>;
  /** Fields that a record must have to be sent. */
  readonly needs: readonly (keyof R & string)[];
  /** Columns with the country of the row's phone numbers; the first that is filled counts. */
  readonly countryColumns: readonly string[];
};

export function defineSheet<C extends Columns, R>(definition: {
  readonly columns: C;
  readonly toRecord: (values: Values<C>, row: RowCheck<ColumnName<C>>) => Draft<R>;
  readonly needs: readonly (keyof R & string)[];
  readonly countryColumns?: readonly ColumnName<C>[];
}): Sheet<R> {
  return {
    columns: definition.columns,
    // each value was read by the type of the column that bears its name
    toRecord: (values, row) => definition.toRecord(values as Values<C>, row),
    needs: definition.needs,
    countryColumns: definition.countryColumns ?? [],
  };
}

type Words = { readonly example: string; readonly description: Text };

/** A column that every row must fill. */
export function required<T>(type: CellType<T>, { example, description }: Words): Column<T> {
  return { type, isRequired: true, example, description };
}

export function optional<T>(type: CellType<T>, { example, description }: Words): Column<T> {
  return { type, isRequired: false, example, description };
}

/** A column that may stay blank only where another one is filled. */
export function requiredUnless<T>(optionalWith: string, type: CellType<T>, words: Words): Column<T> {
  return { ...required(type, words), optionalWith };
}
