import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unescapeCell } from "../../src/model/formula-signs.ts";
import { trimBlanks } from "../../src/sheets/cells/check-cell.ts";
import { readAll, sourceOf } from "../sheets/reading.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { validateBatch } from "../support/validated-batch.ts";

/** Any text, and what spreadsheets and CSV readers stumble over. */
const cell = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary", maxLength: 4 }),
  fc.constantFrom(
    "=1+1",
    "+31201234500",
    "-1",
    "@home",
    "'",
    "'=1",
    '"',
    '""',
    '","',
    " x ",
    "\t",
    "\r",
    "\n",
    "a\r\nb",
  ),
  fc.constantFrom("0042", "1E5", "#N/A", "\u00a0", "\ufeff", "é", "́e", "😀", "\0", "\u2028", "x".repeat(33_000)),
);

const form = fc.record({
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  end: fc.constantFrom("\r\n", "\n"),
  encoding: fc.constantFrom("utf8" as const, "utf16le" as const),
});

type Form = typeof form extends fc.Arbitrary<infer T> ? T : never;

async function writeSheet(name: string, rows: readonly (readonly string[])[], { delimiter, end, encoding }: Form) {
  const path = join(await makeTemporaryFolder(), name);
  const text = stringify([...rows], { delimiter, record_delimiter: end, quoted_match: /[\r\n]/ });
  await writeFile(path, `\ufeff${text}`, encoding);
  return path;
}

/** With enough control characters a file is no text at all, and is refused as a whole. */
function isRefused({ run }: Awaited<ReturnType<typeof validateBatch>>): boolean {
  return run.fileIssues.some(({ code }) => code === "binary_content");
}

/** Tried so many times; ROUND_TRIPS=1000 looks longer. */
const numRuns = Number(process.env.ROUND_TRIPS ?? 20);

describe("any cell", () => {
  it("comes back from failed/ as it went in, but for blanks around it", { timeout: 600_000 }, async () => {
    const header = ["customer", "email", "first_name", "last_name", "package", "extension", "Remark"];
    const row = fc.tuple(cell, cell, cell, cell, fc.constant("no such package"), cell, cell);
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), form, async (rows, form) => {
        const path = await writeSheet("users.csv", [header, ...rows], form);
        const checked = await validateBatch([path]);
        fc.pre(!isRefused(checked));
        const again = await readAll(sourceOf(join(checked.out, "failed/users.csv")));
        expect(again.file?.header).toEqual(header);
        const trimmed = (cells: readonly string[]) => cells.map((text) => text.trim());
        expect(again.rows.map(({ cells }) => trimmed(cells))).toEqual(rows.map(trimmed));
      }),
      { numRuns },
    );
  });

  it("is read from results.csv as the sheet has it, without the blanks around it, where its row is valid", {
    timeout: 600_000,
  }, async () => {
    const header = ["template_name", "country", "settings"];
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 8 }), form, async (names, form) => {
        const rows = names.map((name) => [name, "NL", "a=b"]);
        const checked = await validateBatch([await writeSheet("templates.csv", [header, ...rows], form)]);
        fc.pre(!isRefused(checked));
        const { results } = checked;
        expect(results).toHaveLength(names.length);
        for (const [index, { key, status }] of results.entries()) {
          if (status === "invalid") continue; // told with the repaired name
          expect(key).toBe(trimBlanks(unescapeCell(names[index] ?? "")));
        }
      }),
      { numRuns },
    );
  });
});
