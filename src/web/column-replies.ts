/** The columns of the sheets, for who says what headers mean. */
import { sheetNames } from "../model/sheet.ts";
import { columnsOf } from "../sheets/describe-columns.ts";

export function describeColumns() {
  const facts = sheetNames.map((sheet) => {
    const columns = columnsOf(sheet).map(({ name, isRequired, description, example }) => ({
      name,
      isRequired,
      description,
      example,
    }));
    return [sheet, columns] as const;
  });
  return Object.fromEntries(facts);
}
