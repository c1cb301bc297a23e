/** Runs Webex's own checks on what is to be created, before anything is sent. A refusal fails the row; a partner without access to the checks gets one warning. */
import PQueue from "p-queue";
import type { Operation, OperationOf } from "../model/plan.ts";
import { type Text, text } from "../model/words/text.ts";
import type { CustomerPayload } from "../webex/resources/customer.ts";
import type { PrecheckAnswer } from "../webex/resources/precheck.ts";
import type { Refusal } from "./changes.ts";
import type { TemplateSource } from "./customer-rows.ts";
import type { PlanProblem } from "./operation-builder.ts";

/** Asks about one operation; see `precheckOperation`. */
export type AskPrecheck = (
  operation: Operation,
  customer: CustomerPayload | undefined,
  signal: AbortSignal,
) => Promise<PrecheckAnswer | undefined>;

export type Prechecked = { readonly operations: readonly Operation[]; readonly warnings: readonly PlanProblem[] };

export type Prechecker = {
  /** The operations of one customer, those that Webex would refuse with their refusal; and what it warns of. */
  check(operations: readonly Operation[], template: TemplateSource, signal: AbortSignal): Promise<Prechecked>;
  /** Which questions had no answer, and why, for people; empty when all had one. */
  notes(): readonly Text[];
};

/** `concurrency`: questions in flight. */
export function prechecker(ask: AskPrecheck, concurrency: number): Prechecker {
  const queue = new PQueue({ concurrency });
  let unavailable: Text | undefined;
  let unanswered = 0;
  let reason: Text | undefined;

  const checkOne = async (
    operation: Operation,
    customer: CustomerPayload | undefined,
    warnings: PlanProblem[],
    signal: AbortSignal,
  ): Promise<Operation> => {
    if (operation.refusal || unavailable !== undefined) return operation;
    const asked = operation.resource === "customer" && customer ? { ...operation, payload: customer } : operation;
    const answer = await ask(asked, customer, signal);
    if (answer?.kind === "unavailable") unavailable ??= answer.message;
    if (answer?.kind === "failed") {
      unanswered += 1;
      reason = answer.message;
    }
    if (answer?.kind === "refused") return { ...operation, refusal: refusalOf(operation, answer) };
    if (answer?.kind !== "fine" || operation.resource !== "move") return operation;
    if (answer.impacts?.length) warnings.push(toWarning(operation, answer.impacts));
    const { mustValidate: _asked, ...payload } = operation.payload;
    return { ...operation, payload: { ...payload, ...(answer.isLettingGo ? { letsGo: true } : {}) } };
  };

  return {
    async check(operations, { presentId }, signal) {
      const payload = operations.find((operation) => operation.resource === "customer")?.payload;
      const customer = payload && presentId ? { provisioningId: presentId, ...payload } : payload;
      const warnings: PlanProblem[] = [];
      const checks = operations.map((operation) => () => checkOne(operation, customer, warnings, signal));
      return { operations: await queue.addAll(checks), warnings };
    },
    notes: () => [
      ...(unavailable === undefined ? [] : [text("precheck_unavailable", { message: unavailable })]),
      ...(reason === undefined ? [] : [text("precheck_unanswered", { count: unanswered, message: reason })]),
    ],
  };
}

function toWarning({ row, payload }: OperationOf<"move">, impacts: readonly Text[]): PlanProblem {
  const message = text("move_brings", { location: payload.locationName, impacts });
  return { row, code: "move_impacts", column: "location", message, hint: text("tell_user_of_move") };
}

function refusalOf(
  { resource }: Operation,
  { message, errorCode, hint }: Extract<PrecheckAnswer, { kind: "refused" }>,
): Refusal {
  return {
    code: errorCode ?? "precheck_refused",
    ...(resource === "move" ? { column: "location" } : {}),
    message: text("prechecked", { message: message }),
    hint: hint === undefined ? text("correct_before_sending") : hint,
  };
}
