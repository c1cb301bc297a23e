/** errors.csv has a line for each error and warning, of rows and of files. */
import { describe, expect, it } from "vitest";
import { verbatim } from "../../../src/model/words/text.ts";
import { errorColumns, toErrorCells, toErrorLines, toFileErrorLine } from "../../../src/report/files/errors-csv.ts";
import { outcome } from "../../support/run-reports.ts";

describe("a line of errors.csv", () => {
  it("has the columns of the spec in their order", () => {
    expect(errorColumns.join(", ")).toBe(
      "sheet, file, row, column, severity, code, value, message, hint, customer, tracking_id, key, failed_file, " +
        "failed_row, proposed_value",
    );
  });

  it("is written for each problem of a row, warnings too", () => {
    const row = outcome({
      row: 9,
      status: "failed",
      problems: [
        {
          severity: "error",
          code: "10022",
          message: verbatim("email taken"),
          hint: verbatim("Use another."),
          trackingId: "ROUTER_9",
        },
        {
          severity: "warning",
          code: "odd_blank",
          column: "phone_number",
          value: "=1",
          message: verbatim("odd one"),
          repair: "1",
        },
      ],
    });
    expect(
      toErrorLines(row, { file: "failed/users.csv", row: 2 }, "en").map((line) => toErrorCells(line).join(",")),
    ).toEqual([
      "users,users.csv,9,,error,10022,,email taken,Use another.,acme,ROUTER_9,user9@acme.example.com,failed/users.csv,2,",
      "users,users.csv,9,phone_number,warning,odd_blank,=1,odd one,,acme,,user9@acme.example.com,failed/users.csv,2,1",
    ]);
  });

  it("has no row for a problem of a whole file", () => {
    const at = { sheet: "users", file: "users.csv", row: 0 } as const;
    const line = toFileErrorLine(
      { code: "empty_file", severity: "error", at, message: verbatim("the file is empty") },
      "en",
    );
    expect(toErrorCells(line).join(",")).toBe("users,users.csv,,,error,empty_file,,the file is empty,,,,,,,");
  });
});
