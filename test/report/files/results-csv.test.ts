/** results.csv says of every row what became of it, and reads back to the same values. */

import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeFormula } from "../../../src/model/formula-signs.ts";
import { verbatim } from "../../../src/model/words/text.ts";
import {
  type ResultLine,
  readResultsCsv,
  resultColumns,
  toResultCells,
  toResultLine,
} from "../../../src/report/files/results-csv.ts";
import { toCsv } from "../../../src/storage/csv-text.ts";
import { outcome } from "../../support/run-reports.ts";

async function read(text: string): Promise<ResultLine[]> {
  const lines: ResultLine[] = [];
  for await (const line of readResultsCsv(Readable.from([text]))) lines.push(line);
  return lines;
}

function write(lines: readonly ResultLine[], delimiter: string): string {
  return `\uFEFF${toCsv([resultColumns, ...lines.map(toResultCells)], { delimiter, protect: escapeFormula })}`;
}

describe("a line of results.csv", () => {
  it("has the columns of the spec in their order", () => {
    expect(resultColumns.join(", ")).toBe(
      "run_id, sheet, file, row, customer, key, action, status, error_code, column, message, hint, blocked_by, " +
        "warnings, webex_id, tracking_id, http_status, attempts, started_at, finished_at, duration_ms, assigned",
    );
  });

  it("describes a row that was created", () => {
    const row = outcome({
      row: 7,
      webexId: "Y2lz",
      trackingId: "ROUTER_1",
      httpStatus: 200,
      attempts: 2,
      startedAt: "2026-11-22T02:00:00.000Z",
      finishedAt: "2026-11-22T02:00:00.250Z",
      durationMs: 250,
    });
    expect(Object.values(toResultLine("run-1", row, "en")).join(",")).toBe(
      "run-1,users,users.csv,7,acme,user7@acme.example.com,create,succeeded,,,,,,,Y2lz,ROUTER_1,200,2," +
        "2026-11-22T02:00:00.000Z,2026-11-22T02:00:00.250Z,250,",
    );
  });

  it("puts the first error into the columns, all messages into message, and warnings apart", () => {
    const line = toResultLine(
      "run-1",
      outcome({
        status: "invalid",
        problems: [
          {
            severity: "error",
            code: "required",
            column: "email",
            message: verbatim("email is empty"),
            hint: verbatim("Fill it in."),
          },
          {
            severity: "error",
            code: "unknown_package",
            column: "package",
            message: verbatim("no such package"),
            hint: verbatim("Other."),
          },
          { severity: "warning", code: "odd_blank", message: verbatim("odd one") },
          { severity: "warning", code: "odd_blank", message: verbatim("odd too") },
        ],
      }),
      "en",
    );
    expect(line).toMatchObject({
      error_code: "required",
      column: "email",
      message: "email is empty | no such package",
      hint: "Fill it in.",
      warnings: "odd one | odd too",
    });
  });

  it("names the row that blocks it", () => {
    const blockedBy = { sheet: "customers", file: "customers.csv", row: 12 } as const;
    expect(toResultLine("run-1", outcome({ status: "blocked", blockedBy }), "en").blocked_by).toBe("customers.csv:12");
  });
});

describe("reading results.csv", () => {
  it.each([",", ";", "\t", "|"])(
    "reads every value back as it was written, with %j between the cells",
    async (delimiter) => {
      const cell = fc.oneof(
        fc.string({ unit: "grapheme" }),
        fc.constantFrom("=1", "'=1", "+31201234500", "a\r\nb", '"', " ", "x;=1", "x;'=1", "\0=1"),
      );
      const columns = Object.fromEntries(resultColumns.map((column) => [column, cell]));
      const line = fc.record(columns as Record<keyof ResultLine, typeof cell>); // every column was just put in
      await fc.assert(
        fc.asyncProperty(fc.array(line, { maxLength: 5 }), async (lines) => {
          expect(await read(write(lines, delimiter))).toEqual(lines);
        }),
        { numRuns: 50 },
      );
    },
  );

  it("refuses a file of other columns and names those that are missing", async () => {
    await expect(read("sheet,file\r\nusers,users.csv\r\n")).rejects.toThrow(/the columns run_id, row, /);
  });

  it("fails when the file cannot be read", async () => {
    const broken = new Readable({
      read() {
        this.destroy(new Error("disk gone"));
      },
    });
    await expect(readResultsCsv(broken).next()).rejects.toThrow("disk gone");
  });
});
