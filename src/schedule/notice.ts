/** What is told after a batch: counts, causes, and where the report lies. Reads the result files; sends nothing. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { NightBatch } from "../journal/state/schedule-store.ts";
import { type DriftLine, type DriftSummary, isScarce } from "../model/drift.ts";
import { exitCodes } from "../model/exit-codes.ts";
import { rowStatuses } from "../model/outcome.ts";
import { builtIn } from "../model/run-event.ts";
import { formatAddress, sheetNames } from "../model/sheet.ts";
import { type Language, languages } from "../model/words/language.ts";
import { say, text, voiceOf } from "../model/words/text.ts";
import type { DueLine } from "../pipeline/due.ts";
import { driftTableName } from "../report/files/drift-files.ts";
import { outputNames } from "../report/files/outputs.ts";
import { summaryName } from "../report/files/summary-json.ts";
import { describeLine } from "../report/screen/drift-text.ts";
import { driftLinesOf, readDriftSummary } from "../run/drifts.ts";
import { isThere } from "../storage/files.ts";
import { resultsFolder } from "./inbox.ts";

export type NoticeGroup = {
  readonly severity: "error" | "warning";
  readonly code: string;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly rows: number;
  /** Rows that wait for these. */
  readonly blocks: number;
  /** The first rows, such as `users.csv:17`. */
  readonly first: readonly string[];
};

/** A day on which something goes live. */
export type NoticeDue = Omit<DueLine, "owner">;

/** What a comparison found, in counts. */
export type NoticeDrift = Pick<
  DriftSummary,
  "customers" | "differing" | "differences" | "notCompared" | "sheets" | "licenses"
> & {
  /** The first differences, such as `NL-1001  ann@example.com  extension: 4507 in the sheet, 4508 at Webex`. `licenses`: of packages of which few are left. */
  readonly first: readonly string[];
};

/** The body of the webhook: documented, and versioned by `v`. */
export type Notice = {
  readonly v: 1;
  /** The same when it is sent again. */
  readonly id: string;
  /** Of the sentences in it. */
  readonly language: Language;
  readonly batch: string;
  /** `differs`: of a comparison that found something. */
  readonly outcome: "done" | "pending" | "repeated" | "failed" | "differs";
  readonly exitCode: number;
  readonly reason?: string;
  readonly runId?: string;
  readonly target?: string;
  readonly startedAt?: string;
  readonly finishedAt?: string;
  /** Who began the run, and the ticket that it belongs to. */
  readonly operator?: string;
  readonly ticket?: string;
  /** Rows by status; absent where nothing was run. */
  readonly counts?: Readonly<Record<string, number>>;
  readonly errorGroups: readonly NoticeGroup[];
  /** Causes that are not listed here. */
  readonly furtherGroups: number;
  /** What goes live in the coming week, and what is overdue. */
  readonly due?: readonly NoticeDue[];
  /** Of a comparison, in the place of counts and causes. */
  readonly drift?: NoticeDrift;
  /** Absolute paths on the machine of the nights: of the batch with its results, and of the report. */
  readonly folder: string;
  readonly report?: string;
};

const groupsTold = 10;

const groupsSchema = z.array(
  z.object({
    severity: z.enum(["error", "warning"]),
    code: z.string(),
    message: z.string(),
    hint: z.string().optional(),
    rows: z.number(),
    blocks: z.number(),
    first: z.array(z.object({ sheet: z.enum(sheetNames), file: z.string(), row: z.number() })),
  }),
);

const summarySchema = z.object({
  target: z
    .object({
      name: z.string(),
      baseUrl: z.string(),
      organization: z.object({ id: z.string(), name: z.string().optional() }).optional(),
    })
    .optional(),
  startedAt: z.string().optional(),
  finishedAt: z.string().optional(),
  operator: z.string().optional(),
  ticket: z.string().optional(),
  total: z.object({ rows: z.number(), notAskedAbout: z.number(), statuses: z.record(z.enum(rowStatuses), z.number()) }),
  errorGroups: groupsSchema,
  told: z.object({ language: z.enum(languages), errorGroups: groupsSchema }).optional(),
});

type ToldSummary = z.infer<typeof summarySchema>;

export type NoticeSources = {
  readonly language: Language;
  /** What goes live at its target in the coming week. */
  readonly due?: readonly DueLine[];
  readonly stateFolder: string;
};

/** `folder`: where the batch and its `results/` are. */
export async function readNotice(
  batch: NightBatch,
  folder: string,
  { language, due = [], stateFolder }: NoticeSources,
): Promise<Notice> {
  const results = resultsFolder(folder);
  const summary = await readSummary(join(results, summaryName));
  const names = batch.isDrift ? [driftTableName] : outputNames;
  const report = await firstThere(names.map((name) => join(results, name)));
  const drift = batch.isDrift ? await readDriftSummary(results) : undefined;
  const { exitCode = 0, reason } = batch.end ?? {};
  const { told } = summary ?? {};
  const groups = (told?.language === language ? told.errorGroups : summary?.errorGroups) ?? [];
  return {
    v: 1,
    id: batch.id,
    language,
    batch: batch.name,
    outcome: outcomeOf(batch),
    exitCode,
    ...(reason ? { reason: say(reason, language) } : {}),
    ...(batch.runId ? { runId: batch.runId } : {}),
    ...(summary ? { ...doingOf(summary, language), ...countsOf(summary) } : {}),
    ...(drift ? { ...doingOf(drift, language), drift: await driftOf(drift, stateFolder, language) } : {}),
    errorGroups: groups.slice(0, groupsTold).map((group) => ({ ...group, first: group.first.map(formatAddress) })),
    furtherGroups: Math.max(0, groups.length - groupsTold),
    ...(due.length > 0 ? { due: due.map(({ owner: _owner, ...line }) => line) } : {}),
    folder,
    ...(report ? { report } : {}),
  };
}

/** Of a batch that has ended. */
export function outcomeOf({ end, isDrift }: NightBatch): Notice["outcome"] {
  if (end?.kind === "repeated") return "repeated";
  if (end?.exitCode === exitCodes.allRight) return "done";
  if (isDrift && end?.exitCode === exitCodes.badRows) return "differs";
  return end?.exitCode === exitCodes.pending ? "pending" : "failed";
}

function nameOf({ name, baseUrl, organization }: NonNullable<ToldSummary["target"]>, language: Language): string {
  return baseUrl === builtIn ? say(text("notice_built_in"), language) : [name, organization?.name ?? baseUrl].join(" ");
}

type Doing = Pick<ToldSummary, "target" | "startedAt" | "finishedAt" | "operator" | "ticket">;

function doingOf({ target, startedAt, finishedAt, operator, ticket }: Doing, language: Language) {
  return {
    ...(target ? { target: nameOf(target, language) } : {}),
    ...(startedAt ? { startedAt } : {}),
    ...(finishedAt ? { finishedAt } : {}),
    ...(operator ? { operator } : {}),
    ...(ticket ? { ticket } : {}),
  };
}

function countsOf({ total: { rows, statuses, notAskedAbout } }: ToldSummary) {
  return { counts: { rows, ...statuses, notAskedAbout } };
}

async function driftOf(drift: DriftSummary, stateFolder: string, language: Language): Promise<NoticeDrift> {
  const { id, customers, differing, differences, notCompared, sheets, licenses } = drift;
  const lines = await firstLines(stateFolder, id);
  const first = lines.map((line) => [line.customer, describeLine(line, voiceOf(language))].join("  "));
  return { customers, differing, differences, notCompared, sheets, licenses: licenses.filter(isScarce), first };
}

/** A notice without them is better than none. */
async function firstLines(stateFolder: string, id: string): Promise<readonly DriftLine[]> {
  const lines: DriftLine[] = [];
  try {
    for await (const line of driftLinesOf(stateFolder, id)) if (lines.push(line) === groupsTold) break;
  } catch {
    return lines;
  }
  return lines;
}

/** A notice without counts is better than none: a person may have taken the file away, or written into it. */
async function readSummary(path: string): Promise<ToldSummary | undefined> {
  try {
    return summarySchema.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    return undefined;
  }
}

async function firstThere(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    if (await isThere(path)) return path;
  }
  return undefined;
}
