/** What holds of every file and every mapping: rows have their numbers, no cell is lost, and what was corrected in failed/ is right. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { cellView } from "../../src/model/mapped-columns.ts";
import { checkMapping } from "../../src/sheets/mapping/mapping-file.ts";
import { mapColumns, readMappedHeader } from "../../src/sheets/mapping/match-mapping.ts";
import { matchHeader } from "../../src/sheets/read/match-header.ts";
import { seededRandom } from "../../src/simulator/random.ts";
import { rowReader } from "../../src/staging/row-reader.ts";
import { findBatch, stageBatch } from "../../src/staging/stage-batch.ts";
import { type ForeignFile, foreignFile, toLine, type User } from "../support/foreign-file.ts";
import { writeMapped } from "../support/mapped-batch.ts";
import { readErrors } from "../support/read-results.ts";
import { runFileInMemory } from "../support/run-files.ts";
import { isSoak, soakTimeoutMs } from "../support/soak.ts";
import { noneRemembered } from "../support/staged-batch.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { validateBatch } from "../support/validated-batch.ts";

const seeds = Array.from({ length: isSoak ? 1_000 : 20 }, (_, index) => index + 1);
const manySeeds = Array.from({ length: isSoak ? 20_000 : 500 }, (_, index) => index + 1);

const fileOf = (seed: number) => foreignFile(seededRandom(seed));

async function recordsIn(input: string): Promise<readonly unknown[]> {
  const runFile = runFileInMemory();
  const batch = { inputs: [input] };
  await stageBatch(runFile, await findBatch(batch), batch, noneRemembered, () => {}, new AbortController().signal, {
    asksTarget: false,
    nowMs: 0,
  });
  const read = rowReader(runFile);
  return [...runFile.rows.all()].map((row) => read(row, "users").value);
}

function ourText(users: readonly User[]): string {
  const columns = Object.keys(users[0] ?? {}) as (keyof User)[]; // the keys of a user
  return [columns, ...users.map((user) => columns.map((column) => user[column]))]
    .map((line) => `${toLine(line, ",")}\r\n`)
    .join("");
}

const cellsOf = (text: string, delimiter: string): readonly (readonly string[])[] =>
  parse(text, { bom: true, delimiter, relax_column_count: true }) as string[][]; // without columns: arrays

/** Checks the file as it is, corrects in failed/ what was spoiled, and checks that again. */
async function checkAndCorrect(file: ForeignFile) {
  const folder = await writeMapped(await makeTemporaryFolder(), "export", { "users.csv": file.text }, file.mapping);
  const first = await validateBatch([folder]);
  const path = join(first.out, "failed", "users.csv");
  const failed = file.spoiled.length === 0 ? undefined : await readFile(path, "utf8");
  if (failed === undefined) return { first, failed: [], second: undefined };
  const wanted = file.spoiled.map(({ row }) => file.right[file.rows.indexOf(row)] ?? []);
  await writeFile(path, [file.header, ...wanted].map((line) => `${toLine(line, file.delimiter)}\r\n`).join(""));
  return { first, failed: cellsOf(failed, file.delimiter), second: await validateBatch([path]) };
}

describe("rows that are mapped", () => {
  it(
    "become the rows that they stand for",
    async () => {
      for (const seed of seeds) {
        const file = fileOf(seed);
        const text = [file.header, ...file.right].map((line) => `${toLine(line, file.delimiter)}\r\n`).join("");
        const parent = await makeTemporaryFolder();
        const theirs = await writeMapped(parent, "theirs", { "users.csv": text }, file.mapping);
        const ours = await writeMapped(parent, "ours", { "users.csv": ourText(file.users) });
        expect(await recordsIn(theirs), `seed ${seed}`).toEqual(await recordsIn(ours));
      }
    },
    soakTimeoutMs,
  );

  it(
    "are refused by their row numbers, headers and cells, stand in failed/ as they were, and are right once corrected there",
    async () => {
      for (const seed of seeds) {
        const file = fileOf(seed);
        const { first, failed, second } = await checkAndCorrect(file);
        const refused = first.results.filter(({ status }) => status === "invalid").map(({ row }) => Number(row));
        expect(refused, `seed ${seed}`).toEqual(file.spoiled.map(({ row }) => row));
        const errors = (await readErrors(join(first.out, "errors.csv"))).filter(({ severity }) => severity === "error");
        for (const { row, column, header, cell } of file.spoiled) {
          const error = errors.find((each) => Number(each.row) === row);
          expect(error, `seed ${seed} row ${row}`).toMatchObject({ column, value: cell });
          expect(error?.message, `seed ${seed} row ${row}`).toContain(`"${header}"`);
        }
        if (!second) continue;
        const spoiledLines = file.lines.filter((_, index) => file.spoiled.some(({ row }) => row === file.rows[index]));
        expect(failed, `seed ${seed}`).toEqual([file.header, ...spoiledLines]);
        expect(
          second.results.map(({ status }) => status),
          `seed ${seed}`,
        ).toEqual(file.spoiled.map(() => "not_attempted"));
      }
    },
    soakTimeoutMs,
  );

  it("lose no cell: the text of a used cell is in the columns made of it", () => {
    for (const seed of manySeeds) {
      const { header, mapping, lines } = fileOf(seed);
      const [named] = checkMapping(mapping, "mapping.json").sections;
      if (!named) throw new Error("no section");
      const source = { name: "mapping.json", ...named };
      const mapped = readMappedHeader("users", header, "users.csv", source);
      const { columns } = matchHeader("users", header, "users.csv", mapped.choices, new Set(), mapped);
      const file = { header, columns, mapping: mapColumns("users", header, columns, source) };
      const view = cellView(
        { ...file, mapping: { ...file.mapping, columns: withoutWords(file.mapping.columns) } },
        reading,
      );
      const sourcesOf = (column: string) =>
        file.mapping.columns.find((each) => each.column === column)?.from ?? [columns.indexOf(column)];
      for (const cells of lines) {
        const seen = view.read(cells);
        const lost = cells.flatMap((cell, position) => {
          const made = view.columns.flatMap((column, at) =>
            column !== undefined && sourcesOf(column).includes(position) ? [seen[at] ?? ""] : [],
          );
          return made.length === 0 || made.some((text) => letters(text) === letters(cell)) ? [] : missing(cell, made);
        });
        if (lost.length > 0) throw new Error(`seed ${seed}: ${lost.join(" | ")} of ${cells.join(" | ")}`);
      }
    }
  });
});

/** Letters of the cell that stand in none of what was made of it. */
function missing(cell: string, made: readonly string[]): readonly string[] {
  let left = letters(made.join(""));
  return [...letters(cell)].filter((letter) => {
    const isThere = left.includes(letter);
    left = left.replace(letter, "");
    return !isThere;
  });
}

const reading = { textOf: (cell: string) => cell.trim(), isPlausible: () => false };

/** Values and prefixes write something else on purpose. */
function withoutWords<T extends { values?: unknown; prefix?: unknown }>(columns: readonly T[]): readonly T[] {
  return columns.map(({ values: _values, prefix: _prefix, ...rest }) => rest as T); // both are optional
}

/** But for separators of splits and joins. */
const letters = (text: string): string => text.replace(/[\s,/]/g, "");
