/** The result files of a run, in the order in which they are shown. To add one, add an entry here and its file. */
import { escapeFormula } from "../../model/formula-signs.ts";
import { customersTable } from "./by-customer-csv.ts";
import { openCsvFile } from "./csv-file.ts";
import { errorsTable } from "./errors-csv.ts";
import { csvNameOf, type Output, type Table } from "./output.ts";
import { planTable } from "./plan-csv.ts";
import { reportPage } from "./report-page.ts";
import { resultsTable } from "./results-csv.ts";
import { resultsWorkbook } from "./results-workbook.ts";
import { summaryJson } from "./summary-json.ts";

/** In the order of the worksheets. */
export const tables: readonly Table[] = [resultsTable, errorsTable, customersTable, planTable];

export const outputs: readonly Output[] = [
  reportPage,
  resultsWorkbook(tables),
  ...tables.filter(({ isWorksheetOnly }) => !isWorksheetOnly).map(csvOf),
  summaryJson,
];

/** Besides these, a run leaves the folder failed/. */
export const outputNames: readonly string[] = outputs.map(({ name }) => name);

function csvOf(table: Table): Output {
  const { screenLabel } = table;
  return {
    name: csvNameOf(table),
    ...(screenLabel ? { screenLabel } : {}),
    async open(path, _source, { csvDelimiter: delimiter }) {
      const { add, publish, discard } = await openCsvFile(path, table.columns, { delimiter, protect: escapeFormula });
      return { tables: new Map([[table, add]]), publish: async () => (await publish()).path, discard };
    },
  };
}
