/** results.xlsx: the tables of a run as worksheets, for programs that make one column or numbers of a CSV file. */
import { type Text, text } from "../../model/words/text.ts";
import { type Cells, csvNameOf, type Output, type Table } from "./output.ts";
import { mostWorksheetRows, openWorkbook, type Worksheet } from "./workbook-file.ts";

const name = "results.xlsx";

/** Absent where no workbooks are wanted. */
export function resultsWorkbook(tables: readonly Table[]): Output {
  return {
    name,
    screenLabel: () => "label_results",
    async open(path, _source, { hasWorkbooks }) {
      if (!hasWorkbooks) return undefined;
      const workbook = await openWorkbook(path);
      const worksheets = new Map<Table, Worksheet>();
      for (const table of tables)
        worksheets.set(table, await workbook.open({ name: table.name, header: table.columns }));
      return {
        tables: new Map([...worksheets].map(([table, worksheet]) => [table, adder(table, worksheet)])),
        publish: () => workbook.publish(),
        notices: () => [...worksheets].flatMap(([table, worksheet]) => describeRest(table, worksheet.leftOut())),
        discard: () => workbook.discard(),
      };
    },
  };
}

function adder(table: Table, worksheet: Worksheet): (cells: Cells) => Promise<void> {
  return (cells) => worksheet.add(cells, table.toneOf(cells));
}

function describeRest(table: Table, left: number): readonly Text[] {
  if (left === 0) return [];
  const rest = { name, rows: left, table: table.name, most: mostWorksheetRows };
  return [table.isWorksheetOnly ? text("no_room", rest) : text("no_room_see_csv", { ...rest, csv: csvNameOf(table) })];
}
