/** What a run file knows of its run: written when it starts, so that resume, retry and report need no flags. */
import { z } from "zod";
import type { RunFile } from "../journal/run-file.ts";
import type { RunFacts } from "../model/run-report.ts";
import { UserError } from "../model/user-error.ts";
import { refreshModes } from "../plan/fresh-rows.ts";

export const targetFactsSchema = z.object({
  name: z.enum(["simulator", "webex"]),
  baseUrl: z.string(),
  scimBaseUrl: z.string().exactOptional(),
  onBehalfOf: z.string().exactOptional(),
  organization: z.object({ id: z.string(), name: z.string().exactOptional() }).exactOptional(),
});

const factsSchema = z.object({
  runId: z.string(),
  command: z.enum(["validate", "plan", "apply", "retry", "undo"]),
  target: targetFactsSchema.optional(),
  startedAt: z.string(),
  finishedAt: z.string().optional(),
  stopped: z.object({ reason: z.string() }).optional(),
  /** What was read, for people. */
  inputs: z.array(z.string()),
  /** Of the content that was read; see `locks.ts`. */
  inputKey: z.string().optional(),
  retryOf: z.string().optional(),
  /** The run that this one takes back; and the one that took this one back. */
  undoOf: z.string().optional(),
  undoneBy: z.string().optional(),
  isStaged: z.boolean(),
  isPlanned: z.boolean(),
  /** Guards and a person had nothing against the plan. */
  isConfirmed: z.boolean().optional(),
  /** What the caller chose, for a run that goes on. */
  isRemovingPackages: z.boolean().optional(),
  refresh: z.object({ mode: z.enum(refreshModes), afterMs: z.number() }).optional(),
  isPrechecking: z.boolean().optional(),
  /** What carried it out so far; set when it begins to. */
  engine: z.enum(["local", "temporal"]).optional(),
  only: z.array(z.string()).optional(),
  limit: z.number().optional(),
  /** Refused before anything was sent: never to be gone on with. */
  isClosed: z.boolean().optional(),
  /** What held the run back most of the time. */
  bound: z.string().optional(),
  exitCode: z.number().optional(),
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

/** The facts as a report tells them. */
export function toRunFacts({
  runId,
  command,
  target,
  startedAt,
  finishedAt,
  bound,
  stopped,
}: StoredFacts): Omit<RunFacts, "files"> {
  return {
    runId,
    command,
    startedAt,
    ...(target ? { target } : {}),
    ...(finishedAt ? { finishedAt } : {}),
    ...(bound ? { bound } : {}),
    ...(stopped ? { stopped } : {}),
  };
}

/** The process died between making the file and writing the first line into it. */
function notBegun({ path }: RunFile): UserError {
  return new UserError(
    "run_not_begun",
    `The run of ${path} was stopped before it began; nothing was sent.`,
    "Start it again: wholesale-import apply <input>. Other runs: wholesale-import runs.",
  );
}
