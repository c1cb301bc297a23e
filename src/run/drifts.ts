/** The comparisons that a state folder keeps: listed, and their differences read again. */
import { createReadStream } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { type DriftLine, type DriftSummary, driftKinds, driftSheets } from "../model/drift.ts";
import { sheetNames } from "../model/sheet.ts";
import { UserError } from "../model/user-error.ts";
import { text } from "../model/words/text.ts";
import { driftLinesName, driftSummaryName } from "../report/files/drift-files.ts";
import { driftFolder, driftsFolder, type PruneRules } from "./runs.ts";
import { saidSchema } from "./said-schema.ts";

const countsSchema = z.object({
  compared: z.number(),
  changed: z.number(),
  missing: z.number(),
  unlisted: z.number(),
  leftover: z.number(),
});

const summarySchema: z.ZodType<DriftSummary> = z.object({
  v: z.literal(1),
  id: z.string(),
  startedAt: z.string(),
  finishedAt: z.string(),
  target: z.object({ name: z.enum(["simulator", "webex"]), baseUrl: z.string() }),
  inputs: z.array(z.string()),
  runId: z.string().exactOptional(),
  operator: z.string().exactOptional(),
  ticket: z.string().exactOptional(),
  customers: z.number(),
  differing: z.number(),
  sheets: z.object({ customers: countsSchema, locations: countsSchema, users: countsSchema }),
  notCompared: z.number(),
  differences: z.number(),
  licenses: z.array(
    z.object({
      customer: z.string(),
      package: z.string(),
      limit: z.number().exactOptional(),
      total: z.number(),
      used: z.number(),
    }),
  ),
});

const lineSchema: z.ZodType<DriftLine> = z.object({
  customer: z.string(),
  customerName: z.string().exactOptional(),
  sheet: z.enum(driftSheets),
  key: z.string(),
  kind: z.enum(driftKinds),
  column: z.string().exactOptional(),
  inSheet: z.string().exactOptional(),
  atTarget: z.string().exactOptional(),
  at: z.object({ sheet: z.enum(sheetNames), file: z.string(), row: z.number() }).exactOptional(),
  message: saidSchema.exactOptional(),
});

/** The summary in a folder with the files of a comparison; undefined where it was not finished, or a person took it away. */
export async function readDriftSummary(folder: string): Promise<DriftSummary | undefined> {
  try {
    return summarySchema.parse(JSON.parse(await readFile(join(folder, driftSummaryName), "utf8")));
  } catch {
    return undefined;
  }
}

/** Newest first. One that was not finished is left out. */
export async function listDrifts(stateFolder: string): Promise<readonly DriftSummary[]> {
  const ids = (await readdir(join(stateFolder, driftsFolder)).catch(() => [])).toSorted().toReversed();
  const found = await Promise.all(ids.map((id) => readDriftSummary(driftFolder(stateFolder, id))));
  return found.filter((summary) => summary !== undefined);
}

/** Removes comparisons that are older than the limit, but never the newest `keep`. Returns how many were removed. */
export async function pruneDrifts(stateFolder: string, { keep, olderThanMs, nowMs }: PruneRules): Promise<number> {
  const old = (await listDrifts(stateFolder))
    .slice(keep)
    .filter(({ startedAt }) => nowMs - Date.parse(startedAt) > olderThanMs);
  for (const { id } of old) await rm(driftFolder(stateFolder, id), { recursive: true });
  return old.length;
}

/** Throws UserError where there is none of this id: it is looked for among those that there are, and makes no path. */
export async function findDrift(stateFolder: string, id: string): Promise<DriftSummary> {
  const found = (await listDrifts(stateFolder)).find((each) => each.id === id);
  if (found) return found;
  throw new UserError("no_such_drift", text("no_such_drift", { id }), text("other_drifts"));
}

/** In the order in which they were found, read while they are asked for. */
export async function* driftLinesOf(stateFolder: string, id: string): AsyncGenerator<DriftLine> {
  const stream = createReadStream(join(driftFolder(stateFolder, id), driftLinesName), "utf8");
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }))
    yield lineSchema.parse(JSON.parse(line));
}
