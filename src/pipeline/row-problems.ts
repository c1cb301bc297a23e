/** What Webex refused, what stands in the way, what a row waits for: as problems of a row. Pure. */
import { type Issue, isError } from "../model/issue.ts";
import type { Failure, RefusedPart } from "../model/outcome.ts";
import type { Problem } from "../model/run-report.ts";
import { formatAddress, type RowAddress, type SheetName } from "../model/sheet.ts";
import type { RefusedTemplate } from "./refused-templates.ts";
import { resultOf, type Step } from "./row-steps.ts";

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
  return sheet === "customers" && column && placeColumns.has(column) ? { ...problem, column: `hq_${column}` } : problem;
}

const placeColumns: ReadonlySet<string> = new Set(["pstn", "phone_numbers", "main_number"]);

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

function problemOfPart({ part, message, errorCode, hint }: RefusedPart, failure: Failure): Problem {
  const problem = problemOfFailure(failure);
  return { ...problem, code: errorCode ?? "refused", value: part, message, ...(hint ? { hint } : {}) };
}

/** Why the row is not final: by itself, or for another row (`by`). */
export function pendingProblems(steps: readonly Step[], by: RowAddress | undefined): readonly Problem[] {
  const reasons = steps.flatMap(({ state }) => {
    const result = resultOf(state);
    return result?.status === "pending" ? [result.reason] : [];
  });
  const waits = by ? [`Waits for ${formatAddress(by)}, which is not final yet.`] : [];
  const hint = "Later: wholesale-import resume.";
  return [...reasons, ...waits].map((message) => ({ severity: "warning", code: "pending", message, hint }));
}

export function blockedProblem(by: RowAddress): Problem {
  return {
    severity: "error",
    code: "blocked",
    message: `Waits for ${formatAddress(by)}, which is not right.`,
    hint: "Correct that row; this one needs no change of its own.",
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
    message: `Webex refuses the provisioning ID of this template (${formatAddress(at)}): ${failure.message}`,
  };
}
