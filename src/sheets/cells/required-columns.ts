/** Columns that rows of a sheet need: of a row to remove only its key counts, so a file with a column `action` may lack the others. */
import type { SheetName } from "../../model/sheet.ts";
import { sheets } from "../sheets.ts";

/** Its columns, and the fields that they make. */
export const keysOfRemoval: Readonly<
  Record<SheetName, { readonly columns: readonly string[]; readonly fields: readonly string[] }>
> = {
  templates: { columns: [], fields: [] },
  profiles: { columns: [], fields: [] },
  customers: { columns: ["external_id"], fields: ["externalId"] },
  locations: { columns: ["customer", "name"], fields: ["customer", "name"] },
  users: { columns: ["customer", "email"], fields: ["customer", "email"] },
};

export function isKeyOfRemoval(sheet: SheetName, column: string | undefined): boolean {
  return column !== undefined && keysOfRemoval[sheet].columns.includes(column);
}

export function requiredColumns(sheet: SheetName): readonly string[] {
  return Object.entries(sheets[sheet].columns).flatMap(([name, column]) => (column.isRequired ? [name] : []));
}

/** Required columns that are not among these, and that none of them makes optional. */
export function columnsLacking(sheet: SheetName, columns: ReadonlySet<string | undefined>): readonly string[] {
  return requiredColumns(sheet).filter((name) => {
    const other = sheets[sheet].columns[name]?.optionalWith;
    return !columns.has(name) && !(other && columns.has(other));
  });
}
