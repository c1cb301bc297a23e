/** The library: the same functions as the command line, with the defaults of its flags. */
import { defaultCredentialsFile } from "./config.ts";
import type { DriftLine as StoredDriftLine } from "./model/drift.ts";
import type { RowOutcome as StoredOutcome } from "./model/run-report.ts";
import { defaultStateFolder } from "./model/state-folder.ts";
import { type Spoken, speak } from "./model/words/text.ts";
import type { RunEnd } from "./outcome/end-run.ts";
import { reportSource } from "./outcome/report-source.ts";
import { apply as applyBatch } from "./pipeline/apply.ts";
import { type DriftRequest, drift as driftOf, type Drifted as StoredDrifted } from "./pipeline/drift.ts";
import { type Handover, type HandoverRequest, handover as handOver } from "./pipeline/handover.ts";
import {
  type HistoryQuery,
  history as readHistory,
  type HistoryLine as StoredHistoryLine,
} from "./pipeline/history.ts";
import { type Planned, type PlanRequest, plan as planBatch } from "./pipeline/plan.ts";
import { type RehearsalRequest, type Rehearsed, rehearse as rehearseBatch } from "./pipeline/rehearse.ts";
import { remind as remindUsers } from "./pipeline/remind.ts";
import { resume as resumeRun } from "./pipeline/resume.ts";
import { retry as retryRun } from "./pipeline/retry.ts";
import { type ValidateOptions, type Validation, validate as validateBatch } from "./pipeline/validate.ts";
import { type RunContext, runContext } from "./run/context.ts";
import { defaultLimits } from "./run/defaults.ts";
import { findRun, openRun } from "./run/folder.ts";
import type { ApplyOptions, ApplyRequest, BatchInput, Connect } from "./run/options.ts";
import { connect, type TargetSettings } from "./runtime.ts";

export type { DriftSummary } from "./model/drift.ts";
export { UserError } from "./model/user-error.ts";
export type { RunEnd } from "./outcome/end-run.ts";
export type { DriftRequest, DriftSource } from "./pipeline/drift.ts";
export type { HandedCustomer, Handover, HandoverRequest, NotHanded } from "./pipeline/handover.ts";
export type { HistoryQuery } from "./pipeline/history.ts";
export type { Planned, PlanRequest } from "./pipeline/plan.ts";
export type { RehearsalRequest, Rehearsed } from "./pipeline/rehearse.ts";
export type { ValidateOptions, Validation } from "./pipeline/validate.ts";
export { type RunContext, type RunContextOptions, runContext } from "./run/context.ts";
export { defaultLimits } from "./run/defaults.ts";
export type {
  ApplyOptions,
  ApplyRequest,
  BatchInput,
  Connect,
  RowObject,
  RowObjects,
  RowValue,
  WrittenMapping,
  WrittenSection,
} from "./run/options.ts";
export { type Connection, connect, type TargetSettings } from "./runtime.ts";

/** Where the access to Webex comes from. `credentialsFile`: of an integration that was logged in. */
export type AccessSettings = Partial<NonNullable<TargetSettings["access"]>>;

/** `baseUrl`: of Webex for webex, and absent for the built-in simulator. `stateFolder`: of the built-in simulator. */
export type ConnectSettings = Partial<Omit<TargetSettings, "onRequest" | "name" | "access" | "baseUrl">> & {
  readonly name: TargetSettings["name"];
  readonly baseUrl?: string | undefined;
  readonly access?: AccessSettings;
};

/** What became of a row, as results.csv has it; messages are in English. */
export type RowOutcome = Spoken<StoredOutcome>;

/** A run that has ended, and its rows as data. */
export type Ended = RunEnd & { rows(): AsyncGenerator<RowOutcome, void> };

export type ValidateRequest = ValidateOptions & {
  readonly batch: BatchInput;
  /** Where the result files go. Default: there are none. */
  readonly outFolder?: string;
};

/** All checks that need no network. */
export function validate(
  { batch, outFolder, ...options }: ValidateRequest,
  around: RunContext = runContext(),
): Promise<Validation> {
  return validateBatch(batch, outFolder, around, options);
}

type PlanWishes = Pick<PlanRequest, "batch" | "connect"> & Partial<PlanRequest>;

/** What would be created, changed and left alone; writes nothing. */
export function plan(request: PlanWishes, around: RunContext = runContext()): Promise<Planned> {
  return planBatch({ concurrency: defaultLimits.concurrency, ...request }, around);
}

type ApplyWishes = Omit<ApplyRequest, "options"> & { readonly options?: Partial<ApplyOptions> };

/** Plans the batch and carries it out. Without `confirm`, Webex is refused, as without a terminal; the simulator is not. */
export async function apply(request: ApplyWishes, around: RunContext = runContext()): Promise<Ended> {
  return withRows(await applyBatch({ ...request, options: withDefaults(request.options) }, around), around);
}

type RehearsalWishes = Omit<RehearsalRequest, "options"> & { readonly options?: Partial<ApplyOptions> };

/** Carries the batch out on a copy of the partner in memory, without waiting: what would be refused, and when it would be done. */
export function rehearse(request: RehearsalWishes, around: RunContext = runContext()): Promise<Rehearsed> {
  const options = { ...withDefaults(request.options), confirm: async () => true };
  return rehearseBatch({ ...request, options }, around);
}

/** Goes on with a run that was interrupted or waits; without an id with the newest that can go on. */
export async function resume(
  runId: string | undefined,
  options: Partial<ApplyOptions>,
  connectTo: Connect,
  around: RunContext = runContext(),
): Promise<Ended> {
  return withRows(await resumeRun(runId, withDefaults(options), connectTo, around), around);
}

/** A new run of the rows that were refused, as they are now in failed/. */
export async function retry(
  runId: string | undefined,
  options: Partial<ApplyOptions>,
  connectTo: Connect,
  around: RunContext = runContext(),
): Promise<Ended> {
  return withRows(await retryRun(runId, withDefaults(options), connectTo, around), around);
}

/** Mails the users of a run who must consent once more; undefined where nobody has to be mailed, or was within a day. */
export async function remind(
  runId: string,
  options: Partial<ApplyOptions>,
  connectTo: Connect,
  around: RunContext = runContext(),
): Promise<Ended | undefined> {
  const end = await remindUsers(runId, withDefaults(options), connectTo, around);
  return end && withRows(end, around);
}

/** One thing that a run did, or tried, as `history --json` has it; messages are in English. */
export type HistoryLine = Spoken<StoredHistoryLine>;

/** What all runs of the state folder did to a customer, a person or a number, oldest first. Throws UserError when nothing is asked for. */
export async function* history(
  query: HistoryQuery,
  around: Pick<RunContext, "stateFolder"> = runContext(),
): AsyncGenerator<HistoryLine, void> {
  for await (const line of readHistory(query, around.stateFolder)) yield speak(line, "en");
}

/** Writes each customer of a run a page and a CSV file of its own; sends nothing. Throws UserError where nothing can be handed over. */
export function handover(
  request: HandoverRequest,
  around: Pick<RunContext, "stateFolder" | "clock" | "openApplied"> = runContext(),
): Promise<Handover> {
  return handOver(request, around);
}

/** A value that differs, or a thing that is missing or in no sheet, as `drift --json` has it; messages are in English. */
export type DriftLine = Spoken<StoredDriftLine>;

/** What a comparison found. `exitCode`: 1 where something differs, or could not be compared. `lines`: the first of them; all are in the file. */
export type Drifted = Omit<StoredDrifted, "lines"> & { readonly lines: readonly DriftLine[] };

type DriftWishes = Pick<DriftRequest, "source" | "connect"> & Partial<DriftRequest>;

/** Holds what stands at the target against sheets, a run, or the rows last applied. Sends nothing. Throws UserError where nothing can be compared. */
export async function drift(request: DriftWishes, around: RunContext = runContext()): Promise<Drifted> {
  const found = await driftOf({ concurrency: defaultLimits.concurrency, ...request }, around);
  return { ...found, lines: speak(found.lines, "en") };
}

/** The way to a target, opened when a run needs it. A run that goes on brings its own target. */
export function connectTo({ access, baseUrl: ownBaseUrl, ...settings }: ConnectSettings): Connect {
  return (onRequest, target) => {
    const { name, baseUrl = ownBaseUrl, scimBaseUrl, onBehalfOf, organization } = target ?? {};
    return connect({
      stateFolder: defaultStateFolder,
      ...settings,
      ...(access ? { access: { credentialsFile: defaultCredentialsFile(), ...access } } : {}),
      ...(name ? { name } : {}),
      ...(baseUrl ? { baseUrl } : {}),
      ...(scimBaseUrl ? { scimBaseUrl } : {}),
      ...(onBehalfOf ? { onBehalfOf } : {}),
      ...(organization ? { organizationId: organization.id } : {}),
      onRequest,
    });
  };
}

function withDefaults(options: Partial<ApplyOptions> = {}): ApplyOptions {
  return {
    limits: defaultLimits,
    confirm: async (_counts, { name }) => name === "simulator",
    ...options,
  };
}

function withRows(end: RunEnd, { stateFolder }: RunContext): Ended {
  return { ...end, rows: () => readRunRows(stateFolder, end.runId) };
}

/** In input order, read while they are asked for: memory does not grow with them. Throws UserError when there is no such run. */
async function* readRunRows(stateFolder: string, runId: string): AsyncGenerator<RowOutcome, void> {
  const folder = await findRun(stateFolder, runId);
  using runFile = openRun(folder);
  for (const row of reportSource(runFile, folder.path, stateFolder).rows()) yield speak(row, "en");
}
