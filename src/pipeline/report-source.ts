/** Reads the run file as a report: what became of each row, from its issues, its operations and their entries. */

import { isMet } from "../engine/operation-graph.ts";
import type { StoredRow } from "../journal/row-table.ts";
import type { RunFile } from "../journal/run-file.ts";
import type { Issue } from "../model/issue.ts";
import { type JournalEntry, type OperationState, stateOf } from "../model/journal-entry.ts";
import type { AttemptResult, Failure, Ids, Refusal, RowAction, RowStatus } from "../model/outcome.ts";
import type { Operation, OperationId, Resource, RowId } from "../model/plan.ts";
import type { Problem, ReportSource, RowOutcome, RunFacts } from "../model/run-report.ts";
import { formatAddress, type RowAddress, type SheetName } from "../model/sheet.ts";
import { checklistsOf } from "./checklists.ts";
import { readRunFacts, toRunFacts } from "./run-facts.ts";

/** `overrides`: facts that the run file does not hold yet, such as its end. */
export function reportSource(runFile: RunFile, folder: string, overrides: Partial<RunFacts> = {}): ReportSource {
  const look = lookUps(runFile);
  return {
    facts: () => ({ ...factsOf(runFile), folder, ...overrides }),
    fileIssues: () => runFile.rows.fileIssues(),
    *rows() {
      for (const page of runFile.rows.pages()) yield* outcomesOf(runFile, page, look);
    },
  };
}

function factsOf(runFile: RunFile): RunFacts {
  const checklist = checklistsOf(runFile);
  const facts = { ...toRunFacts(readRunFacts(runFile)), files: runFile.rows.files() };
  return checklist.length > 0 ? { ...facts, checklist } : facts;
}

type Step = {
  readonly operation: Operation;
  readonly state: OperationState;
  readonly entries: readonly JournalEntry[];
};

type LookUps = { step(id: OperationId): Step | undefined; reference(unit: number | null): string };

/** Operations that many rows need stay in memory for a while. */
function lookUps(runFile: RunFile): LookUps {
  const steps = new Map<OperationId, Step | undefined>();
  const references = new Map<number, string>();
  return {
    step(id) {
      if (steps.size > 5_000) steps.clear();
      if (!steps.has(id)) {
        const found = runFile.operations.get(id);
        steps.set(id, found && { ...found, state: stateOf(found.entries) });
      }
      return steps.get(id);
    },
    reference(unit) {
      if (unit === null) return "";
      if (references.size > 5_000) references.clear();
      const known = references.get(unit) ?? runFile.units.get(unit).reference;
      references.set(unit, known);
      return known;
    },
  };
}

/** One question per page and table, not per row. */
function* outcomesOf(runFile: RunFile, page: readonly StoredRow[], look: LookUps): Generator<RowOutcome> {
  const first = page[0]?.id ?? 0;
  const last = page.at(-1)?.id ?? 0;
  const issues = runFile.rows.issuesBetween(first, last);
  const operations = runFile.operations.ofRows(first, last);
  for (const row of page) {
    const problems = (issues.get(row.id) ?? []).map(problemOf);
    const steps = (operations.get(row.id) ?? []).map((found) => ({ ...found, state: stateOf(found.entries) }));
    yield outcomeOf(runFile, row, problems, steps, look);
  }
}

function outcomeOf(
  runFile: RunFile,
  row: StoredRow,
  issues: readonly Problem[],
  steps: readonly Step[],
  look: LookUps,
): RowOutcome {
  const own = {
    at: runFile.rows.addressOfRow(row),
    cells: row.cells,
    customer: look.reference(row.unit),
    key: row.key,
  };
  if (row.verdict === "invalid") return { ...own, ...untouched, status: "invalid", problems: sortProblems(issues) };
  if (row.verdict === "blocked" && row.blockedBy !== null) {
    const blockedBy = runFile.rows.address(row.blockedBy);
    const problems = sortProblems([...issues, blockedProblem(blockedBy)]);
    return { ...own, ...untouched, status: "blocked", blockedBy, problems };
  }
  if (steps.length === 0) return { ...own, ...untouched, status: "not_attempted", problems: sortProblems(issues) };
  return { ...own, ...outcomeOfSteps(runFile, row, steps, issues, look) };
}

const untouched = { action: "none", attempts: 0 } as const;

const mainResource: Readonly<Record<SheetName, Resource>> = {
  templates: "template",
  customers: "customer",
  locations: "location",
  users: "user",
};

function outcomeOfSteps(
  runFile: RunFile,
  row: StoredRow,
  steps: readonly Step[],
  issues: readonly Problem[],
  look: LookUps,
): Omit<RowOutcome, "at" | "cells" | "customer" | "key"> {
  const main = steps.find(({ operation }) => operation.resource === mainResource[row.sheet]);
  const obstacle = steps.map((step) => obstacleOf(step, row.id, look)).find((found) => found !== undefined);
  const blockedBy = obstacle && runFile.rows.address(obstacle.row);
  const status = statusOf(steps, obstacle?.kind);
  const failures = steps.flatMap(problemsOfStep);
  const blocked = status === "blocked" && blockedBy ? [blockedProblem(blockedBy)] : [];
  const waiting = status === "pending" ? pendingProblems(steps) : [];
  return {
    action: actionOf(steps, main),
    status,
    problems: sortProblems([...failures, ...blocked, ...issues, ...waiting]),
    ...(blockedBy && (status === "blocked" || status === "pending") ? { blockedBy } : {}),
    ...traceOf(steps, main),
  };
}

/** What stands in the way of an operation that has not begun: an operation of another row that failed or is pending. */
function obstacleOf(
  step: Step,
  row: RowId,
  look: LookUps,
): { readonly kind: "blocked" | "pending"; readonly row: RowId } | undefined {
  if (step.operation.action === "none" || step.state.kind !== "waiting") return undefined;
  for (const need of step.operation.needs) {
    const needed = look.step(need.operation);
    if (!needed || needed.operation.action === "none") continue;
    const result = resultOf(needed.state);
    if (isMet(need, result)) continue;
    const further = obstacleOf(needed, row, look);
    if (further) return further;
    if (needed.operation.row === row) continue;
    if (result?.status === "failed") return { kind: "blocked", row: needed.operation.row };
    if (needed.state.kind === "accepted") return { kind: "pending", row: needed.operation.row };
  }
  return undefined;
}

function resultOf(state: OperationState): AttemptResult | undefined {
  return state.kind === "settled" || state.kind === "accepted" ? state.result : undefined;
}

function statusOf(steps: readonly Step[], obstacle: "blocked" | "pending" | undefined): RowStatus {
  const active = steps.filter(({ operation }) => operation.action !== "none");
  const results = active.map(({ state }) => resultOf(state));
  if (results.some((result) => result?.status === "failed")) return "failed";
  if (obstacle) return obstacle;
  if (results.some((result) => result?.status === "pending" || result?.status === "accepted")) return "pending";
  if (results.some((result) => result === undefined)) return "not_attempted";
  const isChanged = active.some(
    ({ operation, state }) => operation.action !== "read" && effectOf(state) !== "unchanged",
  );
  return isChanged ? "succeeded" : "unchanged";
}

function effectOf(state: OperationState): string | undefined {
  const result = resultOf(state);
  return result?.status === "done" ? result.effect : undefined;
}

function actionOf(steps: readonly Step[], main: Step | undefined): RowAction {
  const changing = steps.filter(
    ({ operation, state }) =>
      ["create", "update", "delete"].includes(operation.action) && effectOf(state) !== "unchanged",
  );
  if (changing.length === 0) return "none";
  const isMain = (action: string) => main !== undefined && changing.includes(main) && main.operation.action === action;
  if (isMain("create")) return "create";
  return isMain("delete") ? "delete" : "update";
}

function problemsOfStep({ state }: Step): readonly Problem[] {
  const result = state.kind === "settled" ? state.result : undefined;
  if (result?.status !== "failed") return [];
  if (result.refused && result.refused.length > 0)
    return result.refused.map((refusal) => problemOfRefusal(refusal, result.failure));
  return [problemOfFailure(result.failure)];
}

function problemOfFailure(failure: Failure): Problem {
  return {
    severity: "error",
    code: failure.errorCode ?? (failure.status ? `http_${failure.status}` : failure.kind),
    message: failure.message,
    ...(failure.column ? { column: failure.column } : {}),
    ...(failure.hint ? { hint: failure.hint } : {}),
    ...(failure.trackingId ? { trackingId: failure.trackingId } : {}),
  };
}

function problemOfRefusal({ part, message, errorCode }: Refusal, failure: Failure): Problem {
  return { ...problemOfFailure(failure), code: errorCode ?? "refused", value: part, message };
}

function pendingProblems(steps: readonly Step[]): readonly Problem[] {
  return steps.flatMap(({ state }) => {
    const result = resultOf(state);
    if (result?.status !== "pending") return [];
    return [
      {
        severity: "warning",
        code: "pending",
        message: result.reason,
        hint: "Later: wholesale-import resume.",
      } as const,
    ];
  });
}

function blockedProblem(by: RowAddress): Problem {
  return {
    severity: "error",
    code: "blocked",
    message: `Waits for ${formatAddress(by)}, which is not right.`,
    hint: "Correct that row; this one needs no change of its own.",
  };
}

function problemOf({ severity, code, column, value, message, hint }: Issue): Problem {
  return {
    severity,
    code,
    message,
    ...(column === undefined ? {} : { column }),
    ...(value === undefined ? {} : { value }),
    ...(hint === undefined ? {} : { hint }),
  };
}

function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  const errors = problems.filter(({ severity }) => severity === "error");
  return [...errors, ...problems.filter(({ severity }) => severity === "warning")];
}

/** Times, tries and ids for the result row: of the operation that failed, else of the row's main one. */
function traceOf(steps: readonly Step[], main: Step | undefined) {
  const entries = steps.flatMap((step) => step.entries);
  const startedAt = earliest(entries.map(({ at }) => at));
  const finishedAt = steps.every(isEnded) ? latest(entries.map(({ at }) => at)) : undefined;
  const telling = steps.find(({ state }) => resultOf(state)?.status === "failed") ?? main;
  const webexId = idOf(main);
  return {
    attempts: steps.reduce((sum, { state }) => sum + state.attempts, 0),
    ...(webexId ? { webexId } : {}),
    ...(telling ? answerOf(telling.state) : {}),
    ...(startedAt ? { startedAt } : {}),
    ...(startedAt && finishedAt ? { finishedAt, durationMs: Date.parse(finishedAt) - Date.parse(startedAt) } : {}),
  };
}

function isEnded({ operation, state }: Step): boolean {
  return operation.action === "none" || state.kind === "settled";
}

function answerOf(state: OperationState): { readonly trackingId?: string; readonly httpStatus?: number } {
  const result = resultOf(state);
  const trace = result?.status === "failed" ? result.failure : result?.trace;
  return {
    ...(trace?.trackingId ? { trackingId: trace.trackingId } : {}),
    ...(trace?.status ? { httpStatus: trace.status } : {}),
  };
}

function idOf(main: Step | undefined): string | undefined {
  if (!main) return undefined;
  const ids: Ids = { ...main.operation.ids, ...resultOf(main.state)?.ids };
  switch (main.operation.resource) {
    case "template":
      return ids.provisioningId;
    case "customer":
      return ids.customerId;
    case "location":
      return ids.locationId;
    default:
      return ids.subscriberId;
  }
}

function earliest(times: readonly string[]): string | undefined {
  return times.toSorted()[0];
}

function latest(times: readonly string[]): string | undefined {
  return times.toSorted().at(-1);
}
