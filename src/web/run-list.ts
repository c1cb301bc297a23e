/** The runs of the state folder as the page lists them: which files and customers each was about, and what came of it. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse";
import { z } from "zod";
import { unescapeFormula } from "../model/formula-signs.ts";
import { customersTable } from "../report/files/by-customer-csv.ts";
import { csvNameOf } from "../report/files/output.ts";
import { summaryName } from "../report/files/summary-json.ts";
import { findRun } from "../run/folder.ts";
import { listRuns, type RunLine } from "../run/runs.ts";
import type { NamedCustomers, RunsReply } from "./api-types.ts";

type ListedRun = RunsReply["runs"][number];

/** Newest first. */
export async function listedRuns(stateFolder: string): Promise<readonly ListedRun[]> {
  return Promise.all((await listRuns(stateFolder)).map((line) => withFacts(stateFolder, line)));
}

/** By its result files; a run that has not ended, or whose files a person took away, has none. */
async function withFacts(stateFolder: string, line: RunLine): Promise<ListedRun> {
  const { path } = await findRun(stateFolder, line.runId);
  const [summary, customers] = await Promise.all([readSummary(path), readCustomers(path)]);
  return { ...line, ...summary, ...customers };
}

const summarySchema = z.object({
  files: z.array(z.object({ file: z.string() })),
  total: z.object({ statuses: z.record(z.string(), z.number()) }),
});

/** Of a run that has ended. */
export async function statusesOfRun(stateFolder: string, runId: string): Promise<Pick<ListedRun, "statuses">> {
  const found = await findRun(stateFolder, runId).catch(() => undefined);
  const { statuses } = found ? await readSummary(found.path) : {};
  return statuses ? { statuses } : {};
}

async function readSummary(folder: string): Promise<Pick<ListedRun, "files" | "statuses">> {
  try {
    const { files, total } = summarySchema.parse(JSON.parse(await readFile(join(folder, summaryName), "utf8")));
    return { files: files.map(({ file }) => file), statuses: total.statuses };
  } catch {
    return {};
  }
}

/** Names of customers that are listed. */
export const customersNamed = 3;

async function readCustomers(folder: string): Promise<{ readonly customers?: NamedCustomers }> {
  try {
    const content = await readFile(join(folder, csvNameOf(customersTable)), "utf8");
    const delimiter = /[,;\t|]/.exec(content)?.[0] ?? ",";
    const records: AsyncIterable<Record<string, string>> = parse(content, { bom: true, columns: true, delimiter });
    const names: string[] = [];
    let count = 0;
    for await (const { customer = "", name = "" } of records) {
      count += 1;
      if (count <= customersNamed) names.push(unescapeFormula(name || customer));
    }
    return { customers: { count, names } };
  } catch {
    return {};
  }
}
