/** Reads the run file as a report: what became of each row, from its issues, its operations and their entries. */
import type { StoredRow } from "../journal/run-file/row-reading.ts";
import type { RunFile } from "../journal/run-file/run-file.ts";
import { mainResource, type RowId } from "../model/plan.ts";
import type { CheckSource, PlannedRow, Problem, ReportSource, RowOutcome, RunFacts } from "../model/run-report.ts";
import { type SheetName, sheetNames } from "../model/sheet.ts";
import { defaultStateFolder } from "../model/state-folder.ts";
import { plannedActionOf } from "../planning/planned-action.ts";
import { readRunFacts, toRunFacts } from "../run/facts.ts";
import { hintOfOwnCode } from "../simulator/codes.ts";
import { checklistsOf } from "./checklists.ts";
import { factsInState, hintsInState } from "./hints-in-state.ts";
import { inTheirWords } from "./in-their-words.ts";
import {
  blockedProblem,
  inColumnOf,
  pendingProblems,
  problemOf,
  problemOfTemplate,
  problemsOfStep,
  remarksOfStep,
  sortProblems,
  staleProblems,
} from "./row-problems.ts";
import { obstacleOf, rowActionOf, rowStatusOf } from "./row-status.ts";
import { assignedBy, type LookUps, lookUps, type Step, stepOf } from "./row-steps.ts";
import { traceOf } from "./row-trace.ts";

/** `stateFolder`: as a person types it, for the commands that are named to go on with. */
export function reportSource(runFile: RunFile, folder: string, stateFolder = defaultStateFolder): ReportSource {
  const look = lookUps(runFile);
  const stepsOfRow = new WeakMap<RowOutcome, readonly Step[]>();
  return {
    facts: () => ({ ...factsInState(factsOf(runFile), stateFolder), folder }),
    fileIssues: () => runFile.issues.ofFiles(),
    *rows() {
      for (const page of runFile.rows.pages()) {
        for (const { outcome, steps } of rowsWithSteps(runFile, page, look)) {
          const told = hintsInState(outcome, stateFolder);
          if (steps.length > 0) stepsOfRow.set(told, steps);
          yield told;
        }
      }
    },
    planned: (row) => plannedOf(row, stepsOfRow.get(row)),
    unlisted: () => runFile.units.unlisted(),
  };
}

function plannedOf({ status }: RowOutcome, steps: readonly Step[] | undefined): PlannedRow | undefined {
  if (!steps) return status === "invalid" || status === "blocked" ? { action: "refused", changes: [] } : undefined;
  const operations = steps.map(({ operation }) => operation);
  return { action: plannedActionOf(operations), changes: operations.flatMap(({ changes = [] }) => changes) };
}

/** The same of a run that only checked. */
export function checkSource(runFile: RunFile, folder: string, stateFolder = defaultStateFolder): CheckSource {
  const look = lookUps(runFile);
  return {
    facts: () => ({ ...factsInState(factsOf(runFile), stateFolder), folder }),
    fileIssues: () => runFile.issues.ofFiles(),
    goodRows() {
      const counts = runFile.rows.countGood();
      return Object.fromEntries(sheetNames.map((sheet) => [sheet, counts.get(sheet) ?? 0])) as Record<
        SheetName,
        number
      >; // made from all sheet names
    },
    *otherRows() {
      for (const rows of runFile.rows.notable())
        for (const outcome of outcomesOf(runFile, rows, look)) yield hintsInState(outcome, stateFolder);
    },
  };
}

/** The same outcomes one by one: all with their ids, in input order, or that of one row. Does not hold them. */
export function outcomesById(runFile: RunFile, stateFolder = defaultStateFolder) {
  const look = lookUps(runFile);
  return {
    *all(): Generator<{ readonly id: RowId; readonly outcome: RowOutcome }> {
      for (const page of runFile.rows.pages()) {
        let index = 0;
        for (const outcome of outcomesOf(runFile, page, look)) {
          yield { id: page[index++]?.id ?? 0, outcome: hintsInState(outcome, stateFolder) };
        }
      }
    },
    /** Throws when there is no such row. */
    one(id: RowId): RowOutcome {
      const [outcome] = outcomesOf(runFile, [runFile.rows.row(id)], look);
      if (!outcome) throw new Error(`row ${id} has no outcome`);
      return hintsInState(outcome, stateFolder);
    },
  };
}

function factsOf(runFile: RunFile): RunFacts {
  const checklist = checklistsOf(runFile);
  const facts = { ...toRunFacts(readRunFacts(runFile)), files: runFile.files.all() };
  return checklist.length > 0 ? { ...facts, checklist } : facts;
}

function* outcomesOf(runFile: RunFile, rows: readonly StoredRow[], look: LookUps): Generator<RowOutcome> {
  for (const { outcome } of rowsWithSteps(runFile, rows, look)) yield outcome;
}

type RowWithSteps = { readonly row: StoredRow; readonly steps: readonly Step[]; readonly outcome: RowOutcome };

/** Warnings that something will be looked up: once it was, or the row is refused for not having it, they say nothing. */
const lookUpWarnings: ReadonlySet<string> = new Set([
  "customer_will_be_looked_up",
  "location_will_be_looked_up",
  "line_will_be_looked_up",
]);

function withoutAnswered(problems: readonly Problem[], isPlanned: boolean): readonly Problem[] {
  const isRefused = (column: string | undefined) =>
    problems.some((problem) => problem.severity === "error" && problem.column === column);
  return problems.filter(({ code, column }) => !lookUpWarnings.has(code) || !(isPlanned || isRefused(column)));
}

/** Rows with their operations and what became of them. One question per page and table, not per row. */
export function* rowsWithSteps(runFile: RunFile, page: readonly StoredRow[], look: LookUps): Generator<RowWithSteps> {
  const first = page[0]?.id ?? 0;
  const last = page.at(-1)?.id ?? 0;
  const issues = runFile.issues.between(first, last);
  const operations = runFile.operations.ofRows(first, last);
  for (const row of page) {
    const found = (issues.get(row.id) ?? []).map(problemOf);
    const steps = (operations.get(row.id) ?? []).map(stepOf);
    const problems = withoutAnswered(found, steps.length > 0);
    const outcome = outcomeOf(runFile, row, problems, steps, look);
    yield { row, steps, outcome: inTheirWords(outcome, runFile.files.of(row.file)) };
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
    ...chosenFor(row, steps, look),
  };
  if (row.verdict === "invalid") return { ...own, ...untouched, status: "invalid", problems: sortProblems(issues) };
  if (row.verdict === "blocked" && row.blockedBy !== null) {
    const blockedBy = runFile.rows.address(row.blockedBy);
    const problems = sortProblems([...issues, blockedProblem(blockedBy)]);
    return { ...own, ...untouched, status: "blocked", blockedBy, problems };
  }
  if (row.sheet === "profiles") return { ...own, ...untouched, status: "unchanged", problems: sortProblems(issues) };
  if (steps.length === 0) return { ...own, ...untouched, status: "not_attempted", problems: sortProblems(issues) };
  return { ...own, ...outcomeOfSteps(runFile, row, steps, issues, look) };
}

/** The profiles of a row, what it takes of them, and the number and extension that were chosen for it. */
function chosenFor(
  row: StoredRow,
  steps: readonly Step[],
  { profiles }: LookUps,
): Pick<RowOutcome, "assigned" | "taken"> {
  const [profile] = profiles.namesOf(row);
  const taken = profile === undefined && row.sheet === "users" ? [] : [...profiles.takenBy(row)];
  const assigned = { ...(profile === undefined ? {} : { profile }), ...assignedBy(steps) };
  return {
    ...(Object.keys(assigned).length > 0 ? { assigned } : {}),
    ...(taken.length > 0
      ? {
          taken: taken.map(([column, { profile, row, isTemplate }]) => ({
            column,
            profile,
            row,
            ...(isTemplate ? { isTemplate } : {}),
          })),
        }
      : {}),
  };
}

const untouched = { action: "none", attempts: 0 } as const;

function outcomeOfSteps(
  runFile: RunFile,
  row: StoredRow,
  steps: readonly Step[],
  issues: readonly Problem[],
  look: LookUps,
): Omit<RowOutcome, "at" | "cells" | "customer" | "key"> {
  const main = steps.find(({ operation }) => operation.resource === mainResource[row.sheet]);
  const refusal = row.sheet === "templates" && main ? look.refusalOf(main.operation.id) : undefined;
  if (refusal) return outcomeOfRefused(problemOfTemplate(refusal), main, steps, issues);
  const obstacle = steps.map((step) => obstacleOf(step, row.id, look)).find((found) => found !== undefined);
  const blockedBy = obstacle && runFile.rows.address(obstacle.row);
  const status = rowStatusOf(steps, obstacle?.kind);
  const failures = steps.flatMap(problemsOfStep).map((problem) => hinted(inColumnOf(row.sheet, problem), look));
  const remarks = steps.flatMap(remarksOfStep).map((problem) => hinted(problem, look));
  const blocked = status === "blocked" && blockedBy ? [blockedProblem(blockedBy)] : [];
  const lastAppliedAt = main?.operation.lastAppliedAt;
  const waiting = status === "pending" ? pendingProblems(steps, blockedBy, look.endedBy()) : [];
  const stale = status === "unchanged" || status === "succeeded" ? staleProblems(look.endedBy()) : [];
  return {
    action: rowActionOf(steps, main),
    status,
    problems: sortProblems([...failures, ...blocked, ...issues, ...remarks, ...waiting, ...stale]),
    ...(blockedBy && (status === "blocked" || status === "pending") ? { blockedBy } : {}),
    ...(lastAppliedAt ? { lastAppliedAt } : {}),
    ...traceOf(steps, main),
  };
}

/** With what to do, where the simulator has refused it by a code of its own. */
function hinted(problem: Problem, look: LookUps): Problem {
  const hint = problem.hint === undefined && look.isSimulated() ? hintOfOwnCode(problem.code) : undefined;
  return hint === undefined ? problem : { ...problem, hint };
}

/** A template with an ID that Webex does not know: nothing was done about it, and it is not right all the same. */
function outcomeOfRefused(
  refusal: Problem,
  main: Step | undefined,
  steps: readonly Step[],
  issues: readonly Problem[],
): Omit<RowOutcome, "at" | "cells" | "customer" | "key"> {
  const { trackingId } = refusal;
  const problems = sortProblems([refusal, ...issues]);
  return { action: "none", status: "failed", problems, ...traceOf(steps, main), ...(trackingId ? { trackingId } : {}) };
}
