import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "vitest";
import { openRunFile, type RunFile } from "../../src/journal/run-file/run-file.ts";
import { type Issue, isError } from "../../src/model/issue.ts";
import { issueFacts } from "../../src/model/issue-codes.ts";
import { formatAddress } from "../../src/model/sheet.ts";
import { UserError } from "../../src/model/user-error.ts";
import { inEnglish } from "../../src/model/words/text.ts";
import { readSheet } from "../../src/sheets/read/read-sheet.ts";
import { seededRandom } from "../../src/simulator/random.ts";
import { findBatch, stageBatch } from "../../src/staging/stage-batch.ts";
import { mutate, pick, readOriginals, sheetsOfOneBatch } from "../support/mutated-files.ts";
import { addUp, isSoak, soakTimeoutMs } from "../support/soak.ts";
import { noneRemembered } from "../support/staged-batch.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

/** `FUZZ_SEED=7 FUZZ_CASE=1234` tries one file again; `FUZZ_MINUTES=30` stops after that time. */
const seed = Number(process.env.FUZZ_SEED ?? 1);
const onlyCase = process.env.FUZZ_CASE;
const longestMs = Number(process.env.FUZZ_MINUTES ?? Number.POSITIVE_INFINITY) * 60_000;
const count = isSoak ? 100_000 : 1_000;

/** Rules across rows take longer than those of one file, and damage reaches them less. */
const wholeEvery = 50;
const limits = { csvBytes: 4 * 1024 ** 2, workbookBytes: 16 * 1024 ** 2 };
const originals = await readOriginals();
const never = new AbortController().signal;

/** Damages one file and reads it; now and then as one of a whole batch. */
async function tryCase(index: number, folder: string): Promise<Record<string, number>> {
  const random = seededRandom(seed, index);
  const original = pick(random, originals);
  const path = join(folder, `${original.ending === "xlsx" ? "batch" : original.sheet}.${original.ending}`);
  await writeFile(path, mutate(original, random, pick(random, originals).bytes));
  const isWorkbook = !original.ending.startsWith("csv");
  const isWhole = index % wholeEvery === 0;
  const others = sheetsOfOneBatch.filter((sheet) => isWhole && !isWorkbook && sheet !== original.sheet);
  const inputs = [path, ...others.map((sheet) => `test/fixtures/one-batch/${sheet}.csv`)];
  try {
    return { files: 1, ...(isWhole ? await readBatch(inputs) : await readFiles(inputs)) };
  } catch (error) {
    if (error instanceof UserError) return { files: 1, "stopped with a reason": 1 };
    throw new Error(`FUZZ_SEED=${seed} FUZZ_CASE=${index}: ${String(error)}`, { cause: error });
  }
}

async function readFiles(inputs: readonly string[]): Promise<Record<string, number>> {
  const { sources, issues } = await findBatch({ inputs, reading: { limits } });
  for (const issue of issues) checkIssue(issue, issue.at.file, 0);
  let refused = issues.length;
  let rows = 0;
  for (const source of sources) {
    let last = 1;
    for await (const event of readSheet(source, { limits })) {
      if (event.kind === "issues") for (const issue of event.issues) checkIssue(issue, source.file, issue.at.row);
      if (event.kind === "end" && event.refused) refused += 1;
      if (event.kind !== "rows") continue;
      rows += event.rows.length;
      for (const { at, checked } of event.rows) {
        if (at.row <= last) throw new Error(`row ${at.row} after row ${last}`);
        last = at.row;
        for (const issue of checked.issues) checkIssue(issue, source.file, at.row);
      }
    }
  }
  return { "refused files": Math.min(1, refused), rows };
}

const noTarget = { asksTarget: false, nowMs: 0 };

async function readBatch(inputs: readonly string[]): Promise<Record<string, number>> {
  const input = { inputs, reading: { limits } };
  using runFile = openRunFile(":memory:");
  const sources = await findBatch(input);
  const { refusedFiles, counts } = await stageBatch(runFile, sources, input, noneRemembered, () => {}, never, noTarget);
  const rows = checkRows(runFile);
  if (rows !== counts.rows) throw new Error(`${counts.rows} rows at ${rows} addresses`);
  return { "whole batches": 1, "refused files": Math.min(1, refusedFiles.length), rows };
}

/** Every row has an address of its own, and a verdict that its issues explain. */
function checkRows(runFile: RunFile): number {
  const seen = new Set<string>();
  for (const row of runFile.rows.all()) {
    const at = runFile.rows.addressOfRow(row);
    seen.add(formatAddress(at));
    const issues = runFile.issues.of(row.id);
    for (const issue of issues) checkIssue(issue, at.file, at.row);
    const isExplained =
      row.verdict === "blocked" ? row.blockedBy !== null : issues.some(isError) === (row.verdict === "invalid");
    if (!isExplained) throw new Error(`${formatAddress(at)} is ${row.verdict}, and nothing says why`);
  }
  for (const issue of runFile.issues.ofFiles()) checkIssue(issue, issue.at.file, issue.at.row);
  return seen.size;
}

/** An issue leads to a place and to an explanation. */
function checkIssue({ code, message, at }: Issue, file: string, row: number): void {
  const isAddressed = file !== "" && row >= 0 && at.file === file && at.row === row;
  if (!isAddressed || inEnglish(message) === "" || !issueFacts(code))
    throw new Error(`${formatAddress(at)} ${code} "${inEnglish(message)}"`);
}

describe("a file that is damaged in any way", () => {
  it("is read or refused, with an address for all that is wrong", { timeout: soakTimeoutMs }, async () => {
    const folder = await makeTemporaryFolder();
    const counts: Record<string, number>[] = [];
    let slowestMs = 0;
    let slowest = 0;
    const cases = onlyCase === undefined ? Array.from({ length: count }, (_, index) => index) : [Number(onlyCase)];
    const beganMs = performance.now();
    for (const index of cases) {
      if (performance.now() - beganMs > longestMs) break;
      const startMs = performance.now();
      counts.push(await tryCase(index, folder));
      const tookMs = performance.now() - startMs;
      if (tookMs > slowestMs) [slowestMs, slowest] = [tookMs, index];
    }
    console.log(
      `seed ${seed}: ${JSON.stringify(addUp(counts))}, the slowest ${slowestMs.toFixed(0)} ms (case ${slowest})`,
    );
  });
});
