/** What a run file knows of its run: written when it starts, so that resume, retry and report need no flags. */

import { resolve } from "node:path";
import { z } from "zod";
import type { RunFile } from "../journal/run-file/run-file.ts";
import { type RunFacts, runVerbs } from "../model/run-report.ts";
import { UserError } from "../model/user-error.ts";
import { text } from "../model/words/text.ts";
import { runOptionsSchema } from "./options.ts";
import { runPhases } from "./phase.ts";
import { saidSchema } from "./said-schema.ts";

export const targetFactsSchema = z.object({
  name: z.enum(["simulator", "webex"]),
  baseUrl: z.string(),
  scimBaseUrl: z.string().exactOptional(),
  onBehalfOf: z.string().exactOptional(),
  organization: z.object({ id: z.string(), name: z.string().exactOptional() }).exactOptional(),
});

const factsSchema = z.object({
  runId: z.string(),
  command: z.enum(runVerbs),
  target: targetFactsSchema.optional(),
  startedAt: z.string(),
  finishedAt: z.string().optional(),
  /** Who began it, and the ticket that it belongs to. */
  operator: z.string().optional(),
  ticket: z.string().optional(),
  /** Who else went on with it, or for which other ticket, the newest last. */
  resumedBy: z.array(z.object({ at: z.string(), operator: z.string(), ticket: z.string().optional() })).optional(),
  stopped: z.object({ kind: z.enum(["guard", "target", "interrupted", "refused"]), reason: saidSchema }).optional(),
  /** What was read, for people. */
  inputs: z.array(z.string()),
  /** Of the content that was read; see `locks.ts`. */
  inputKey: z.string().optional(),
  retryOf: z.string().optional(),
  /** The run that this one takes back; and the one that took this one back. */
  undoOf: z.string().optional(),
  undoneBy: z.string().optional(),
  /** It is not gone on with: this run has worked on the same target, or an undo on the same customers, since. */
  overtakenBy: z.string().optional(),
  /** The run whose users are mailed; and the runs that have mailed users of this one. */
  remindOf: z.string().optional(),
  reminders: z.array(z.string()).optional(),
  phase: z.enum(runPhases),
  /** Rows that are not final at Webex, as counted when it ended last. */
  pending: z.number().optional(),
  options: runOptionsSchema,
  /** What carried it out so far; set when it begins to. */
  engine: z.enum(["local", "temporal"]).optional(),
  /** What held the run back most of the time. */
  bound: z.string().optional(),
  exitCode: z.number().optional(),
  /** Absolute paths of the folders that have copies of its result files, the newest last. */
  copies: z.array(z.string()).optional(),
});

export type StoredFacts = z.infer<typeof factsSchema>;

const factName = "run";

/** Throws UserError when the run never began. */
export function readRunFacts(runFile: RunFile): StoredFacts {
  const facts = runFile.readFact(factName, (value) => factsSchema.parse(value));
  if (!facts) throw notBegun(runFile);
  return facts;
}

export function writeRunFacts(runFile: RunFile, facts: StoredFacts): void {
  runFile.writeFact(factName, facts);
}

/** Changes some facts; `undefined` takes one away. */
export function updateRunFacts(
  runFile: RunFile,
  change: { [K in keyof StoredFacts]?: StoredFacts[K] | undefined },
): void {
  writeRunFacts(runFile, factsSchema.parse({ ...readRunFacts(runFile), ...change }));
}

/** Who did something of a run, and why. */
export type Doer = { readonly operator?: string | undefined; readonly ticket?: string | undefined };

/** Who had the run in hand at that time (ISO 8601), and for which ticket; `at` absent: who has it now. */
export function doerAt({ operator, ticket, resumedBy = [] }: StoredFacts, at?: string): Doer {
  return resumedBy.findLast((each) => at === undefined || each.at <= at) ?? { operator, ticket };
}

/** Somebody goes on with the run, for the ticket that they name, or else for that of before. */
export function goesOnWith(runFile: RunFile, { operator, ticket }: Doer, at: string): void {
  const facts = readRunFacts(runFile);
  const before = doerAt(facts);
  const next = { operator: operator ?? before.operator ?? "", ticket: ticket ?? before.ticket };
  if (next.operator === before.operator && next.ticket === before.ticket) return;
  updateRunFacts(runFile, { resumedBy: [...(facts.resumedBy ?? []), { at, ...next }] });
}

/** Rows may be corrected there too. `folder`: where copies of the result files are, or soon will be. */
export function addCopy(runFile: RunFile, folder: string): void {
  const path = resolve(folder);
  const { copies = [] } = readRunFacts(runFile);
  updateRunFacts(runFile, { copies: [...copies.filter((copy) => copy !== path), path] });
}

/** The facts as a report tells them. */
export function toRunFacts({
  runId,
  command,
  target,
  startedAt,
  finishedAt,
  bound,
  stopped,
  operator,
  ticket,
  options: { language },
}: StoredFacts): Omit<RunFacts, "files"> {
  return {
    runId,
    command,
    startedAt,
    ...(target ? { target } : {}),
    ...(finishedAt ? { finishedAt } : {}),
    ...(operator ? { operator } : {}),
    ...(ticket ? { ticket } : {}),
    ...(language === "en" ? {} : { language }),
    ...(bound ? { bound } : {}),
    ...(stopped ? { stopped: { reason: stopped.reason } } : {}),
  };
}

/** The process died between making the file and writing the first line into it. */
function notBegun({ path }: RunFile): UserError {
  return new UserError("run_not_begun", text("run_not_begun", { path }), text("apply_again_or_other_run"));
}
