/** What Webex refused, what stands in the way, what a row waits for: as problems of a row. Pure. */

import { type Issue, isError } from "../model/issue.ts";
import { resultOf } from "../model/journal-entry.ts";
import type { Failure, RefusedPart } from "../model/outcome.ts";
import type { FailureCode } from "../model/problem-code.ts";
import type { Problem } from "../model/run-report.ts";
import { formatAddress, type RowAddress, type SheetName } from "../model/sheet.ts";
import { text } from "../model/words/text.ts";
import type { RefusedTemplate } from "./refused-templates.ts";
import type { EndedBy, Step } from "./row-steps.ts";

export function problemsOfStep({ state }: Step): readonly Problem[] {
  const result = state.kind === "settled" ? state.result : undefined;
  if (result?.status !== "failed") return [];
  if (result.refused && result.refused.length > 0)
    return result.refused.map((refusal) => problemOfPart(refusal, result.failure));
  return [problemOfFailure(result.failure)];
}

/** The head office stands in the customer's row, in columns of its own. */
export function inColumnOf(sheet: SheetName, problem: Problem): Problem {
  const { column } = problem;
  return sheet === "customers" && column && locationColumns.has(column)
    ? { ...problem, column: `hq_${column}` }
    : problem;
}

const locationColumns: ReadonlySet<string> = new Set([
  "pstn",
  "pstn_route",
  "phone_numbers",
  "main_number",
  "numbers_state",
  "activate_on",
  "caller_id_name",
  "routing_prefix",
  "announcement_language",
]);

function problemOfFailure(failure: Failure): Problem {
  return {
    severity: "error",
    code: failure.errorCode ?? (failure.status ? `http_${failure.status}` : codeOfKind(failure.kind)),
    message: failure.message,
    ...(failure.column ? { column: failure.column } : {}),
    ...(failure.hint ? { hint: failure.hint } : {}),
    ...(failure.trackingId ? { trackingId: failure.trackingId } : {}),
  };
}

/** One code for "too many requests", whether the status of the answer is known or not. */
function codeOfKind(kind: Failure["kind"]): FailureCode {
  return kind === "throttled" ? "http_429" : kind;
}

function problemOfPart({ part, message, errorCode, hint }: RefusedPart, failure: Failure): Problem {
  const problem = problemOfFailure(failure);
  return { ...problem, code: errorCode ?? "refused", value: part, message, ...(hint ? { hint } : {}) };
}

/** What Webex says of something that works all the same. */
export function remarksOfStep({ state }: Step): readonly Problem[] {
  const result = resultOf(state);
  const remarks = result?.status === "done" || result?.status === "pending" ? (result.remarks ?? []) : [];
  return remarks.map((remark) => ({ severity: "warning", ...remark }));
}

/** Why the row is not final: by itself, or for another row (`by`); or it will never be, because its run is not gone on with. */
export function pendingProblems(
  steps: readonly Step[],
  by: RowAddress | undefined,
  { undoneBy, overtakenBy, undoOf }: EndedBy,
): readonly Problem[] {
  if (undoneBy) return [undoneProblem(undoneBy)];
  if (overtakenBy) return [overtakenProblem(overtakenBy, undoOf)];
  const reasons = steps.flatMap(({ state }): readonly Pick<Problem, "code" | "message">[] => {
    const result = resultOf(state);
    return result?.status === "pending" ? [{ code: result.code ?? "pending", message: result.reason }] : [];
  });
  const waits = by ? [{ code: "pending" as const, message: text("waits_for_pending", { at: formatAddress(by) }) }] : [];
  const hint = text("resume_later");
  const final = [...reasons, ...waits].map((reason) => ({ severity: "warning", ...reason, hint }) as const);
  return final.length > 0 ? final : [begunProblem(steps)];
}

function undoneProblem(undoneBy: string): Problem {
  return {
    severity: "warning",
    code: "run_undone",
    message: text("row_undone", { by: undoneBy }),
    hint: text("see_report_or_apply", { runId: undoneBy }),
  };
}

function overtakenProblem(overtakenBy: string, undoOf: string | undefined): Problem {
  return {
    severity: "warning",
    code: "run_overtaken",
    message: text("row_overtaken", { by: overtakenBy }),
    hint: undoOf
      ? text("decide_undo_again", { command: ["wholesale-import undo", undoOf].join(" ") })
      : text("apply_row_again"),
  };
}

/** What the plan found, or the run made, may have been taken away by the undo for which it cannot go on. */
export function staleProblems({ overtakenBy, undoOf }: EndedBy): readonly Problem[] {
  if (!overtakenBy || undoOf) return [];
  return [
    {
      severity: "warning",
      code: "run_overtaken",
      message: text("row_stale", { by: overtakenBy }),
      hint: text("see_report_or_apply", { runId: overtakenBy }),
    },
  ];
}

/** Something was sent for the row, and the run did not come to the end of it. */
function begunProblem(steps: readonly Step[]): Problem {
  const active = steps.filter(({ operation }) => operation.action !== "none");
  const done = active.filter(({ state }) => state.kind === "settled");
  const open = active.filter(({ state }) => state.kind !== "settled");
  const kindsOf = (some: readonly Step[]) => some.map(({ operation }) => operation.resource);
  return {
    severity: "warning",
    code: "run_interrupted",
    message: text("row_interrupted", { done: kindsOf(done), open: kindsOf(open) }),
    hint: text("resume_it"),
  };
}

export function blockedProblem(by: RowAddress): Problem {
  return {
    severity: "error",
    code: "blocked",
    message: text("row_blocked", { at: formatAddress(by) }),
    hint: text("correct_that_row"),
  };
}

export function problemOf({ severity, code, column, value, message, hint, repair }: Issue): Problem {
  return {
    severity,
    code,
    message,
    ...(column === undefined ? {} : { column }),
    ...(value === undefined ? {} : { value }),
    ...(hint === undefined ? {} : { hint }),
    ...(repair === undefined ? {} : { repair }),
  };
}

export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  const errors = problems.filter(isError);
  return [...errors, ...problems.filter(({ severity }) => severity === "warning")];
}

export function problemOfTemplate({ provisioningId, failure, at }: RefusedTemplate): Problem {
  return {
    ...problemOfFailure(failure),
    value: provisioningId,
    message: text("template_id_refused", { at: formatAddress(at), reason: failure.message }),
  };
}
