/** by_customer.csv: one line per customer, in the order of the input. Does no file work. */

import { isError } from "../../model/issue.ts";
import { cellView } from "../../model/mapped-columns.ts";
import { type RowStatus, rowStatuses } from "../../model/outcome.ts";
import type { ReadFile, RowOutcome } from "../../model/run-report.ts";
import type { Language } from "../../model/words/language.ts";
import { say } from "../../model/words/text.ts";
import { type Cells, type Table, toneOfWord } from "./output.ts";
import type { Tone } from "./workbook-styles.ts";

const customerColumns = ["customer", "name", "rows", ...rowStatuses, "first_error"] as const;

/** Memory grows with the customers. */
export const customersTable: Table = {
  name: "by customer",
  columns: customerColumns,
  toneOf: toneOfCounts,
  start(source, language) {
    const customers = startCustomerLines(source.facts().files, language);
    return {
      linesOf(row) {
        customers.add(row);
        return [];
      },
      after: () => customers.cells(),
    };
  },
};

type Growing = {
  readonly customer: string;
  name: string;
  rows: number;
  readonly statuses: Partial<Record<RowStatus, number>>;
  firstError: string;
};

function firstErrorOf(problems: RowOutcome["problems"], language: Language): string {
  const error = problems.find(isError);
  return error ? say(error.message, language) : "";
}

/** Lines that grow row by row. `files`: the input, of which the customers' names come. Memory grows with the customers. */
function startCustomerLines(files: readonly ReadFile[], language: Language) {
  const byCustomer = new Map<string, Growing>();
  const namesIn = new Map(files.map((file) => [file.file, nameReader(file)]));
  return {
    /** Rows come in input order. Templates belong to no customer, and are left out. */
    add({ at, cells, customer, status, problems }: RowOutcome): void {
      if (customer === "") return;
      const line = byCustomer.get(customer) ?? { customer, name: "", rows: 0, statuses: {}, firstError: "" };
      byCustomer.set(customer, line);
      if (at.sheet === "customers") line.name ||= namesIn.get(at.file)?.(cells) ?? "";
      line.rows += 1;
      line.statuses[status] = (line.statuses[status] ?? 0) + 1;
      line.firstError ||= firstErrorOf(problems, language);
    },
    /** The cells of each line in the order of `customerColumns`. */
    *cells(): Generator<readonly string[]> {
      for (const { customer, name, rows, statuses, firstError } of byCustomer.values()) {
        const counts = rowStatuses.map((status) => String(statuses[status] ?? 0));
        yield [customer, name, String(rows), ...counts, firstError];
      }
    },
  };
}

/** The name of a customer, in a row of the file. */
function nameReader(file: ReadFile): (cells: readonly string[]) => string {
  const { columns, read } = cellView(file, { textOf: (cell) => cell, isPlausible: () => false });
  const index = columns.indexOf("name");
  return (cells) => read(cells)[index] ?? "";
}

/** Counts of rows that are not right. */
function toneOfCounts(cells: Cells): (index: number) => Tone {
  return (index) => {
    const tone = toneOfWord(customerColumns[index]);
    return tone === "good" || cells[index] === "0" ? "plain" : tone;
  };
}
