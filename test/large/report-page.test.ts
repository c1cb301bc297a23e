/** What report.html shows of a run that is too large for a page. */
import { describe, expect, it } from "vitest";
import { verbatim } from "../../src/model/words/text.ts";
import { writeReports } from "../../src/report/files/write-reports.ts";
import { pageIn } from "../support/page-of-run.ts";
import { outcome, readFileOf, sourceOf } from "../support/run-reports.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

const refused = { severity: "error", code: "required", column: "email", message: verbatim("email is empty") } as const;

describe("the page of a large run", () => {
  it("shows in the page the beginning of a cell that is too long, the first cell beyond the headers, and as many rows as have room", async () => {
    const folder = await makeTemporaryFolder();
    const cells = ["C1", "x".repeat(32_768), "", "beyond", "far beyond"];
    const rows = Array.from({ length: 20_010 }, (_, index) =>
      outcome({ row: index + 2, status: "invalid", problems: [refused], cells: index === 0 ? cells : ["C1"] }),
    );
    await writeReports(
      sourceOf(rows, { files: [readFileOf("users", { header: ["customer", "email", "package"] })] }),
      folder,
    );
    const shown = await pageIn(folder);
    expect(shown.rows[0]).toMatchObject({ cells: ["C1", `${"x".repeat(1000)}…`, "", "beyond"] });
    expect(shown.rows).toHaveLength(20_000);
    expect(shown.rowsLeftOut).toBe(10);
    expect(shown.summary.total.rows).toBe(20_010);
  });

  it("leaves rows out of a page that long texts would make larger than a browser opens", async () => {
    const folder = await makeTemporaryFolder();
    const cells = Array.from({ length: 40 }, (_, index) => String(index).padEnd(900, "y"));
    const rows = Array.from({ length: 1_500 }, (_, index) =>
      outcome({ row: index + 2, status: "invalid", problems: [refused], cells }),
    );
    await writeReports(sourceOf(rows, { files: [readFileOf("users", { header: cells })] }), folder);
    const shown = await pageIn(folder);
    expect(shown.rowsLeftOut).toBeGreaterThan(0);
    expect(shown.rows.length + shown.rowsLeftOut).toBe(1_500);
    expect(JSON.stringify(shown.rows).length).toBeLessThan(34 * 1024 ** 2);
  });
});
