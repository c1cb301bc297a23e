/** What the status of a customer means for the operation that waits for it. Pure. */

import type { AttemptResult, Failure, Ids, RefusedPart, Remark, Trace } from "../../model/outcome.ts";
import { hasCalling } from "../../model/packages.ts";
import type { Operation } from "../../model/plan.ts";
import type { FailureCode } from "../../model/problem-code.ts";
import { inEnglish, text } from "../../model/words/text.ts";
import { hintOfErrorCode } from "../http/codes/error-codes.ts";
import type { Customer } from "./customer.wire.ts";
import { effectOf, toRemark } from "./reply-result.ts";

type Read = { readonly value: Customer; readonly trace: Trace };

export type CustomerPhase = "working" | "review" | "done" | "partly_done" | "failed";

/**
 * What a customer's status means to somebody who waits for it. A status that we do not know is `working`:
 * waiting has a limit, giving up has none.
 */
export function phaseOf(status: string): CustomerPhase {
  if (status === "provisioned") return "done";
  if (status === "provisioned_with_errors") return "partly_done";
  if (status === "error") return "failed";
  return status === "pending_rpl_review" ? "review" : "working";
}

/** `undefined`: Webex still works on it. */
export function outcomeOfCustomer(operation: Operation, { value: customer, trace }: Read): AttemptResult | undefined {
  const ids = idsOfCustomer(customer);
  if (operation.action === "delete") return undefined; // while it can be read it is there
  if (customer.status === "deleting") return beingDeleted(customer, trace);
  switch (phaseOf(customer.status)) {
    case "working":
      return undefined;
    case "review":
      return { status: "pending", code: "pending_rpl_review", reason: underReview, ids, trace };
    case "done":
      if (customer.packageStates.some(({ status }) => status === "error")) return partly(customer, ids, trace);
      return { status: "done", effect: effectOf(operation), ids, trace, ...remarksOf(customer) };
    case "partly_done":
      return partly(customer, ids, trace);
    case "failed":
      return { status: "failed", failure: notDone(customer, trace), ids };
  }
}

/**
 * What comes of waiting for a customer on behalf of its rows: they go on when Webex has done with it, however it ended;
 * what does not work there Webex tells of each.
 */
export function outcomeOfWait(operation: Operation, read: Read): AttemptResult | undefined {
  const { value: customer, trace } = read;
  const phase = phaseOf(customer.status);
  if (phase === "partly_done" || phase === "failed")
    return { status: "done", effect: "unchanged", ids: idsOfCustomer(customer), trace };
  return outcomeOfCustomer(operation, read);
}

function partly(customer: Customer, ids: Ids, trace: Trace): AttemptResult {
  return { status: "failed", failure: partlyDone(customer, trace), refused: partsLost(customer), ids };
}

/** What Webex says of a customer that works all the same. */
function remarksOf({ errors, packageStates }: Customer): { readonly remarks?: readonly Remark[] } {
  const ofPackages = packageStates.flatMap((state) =>
    [...state.errors, ...state.warnings].map((remark) =>
      toRemark(remark, text("subject_package", { name: state.name })),
    ),
  );
  const remarks = [...errors.map((remark) => toRemark(remark, text("subject_customer"))), ...ofPackages];
  return remarks.length > 0 ? { remarks } : {};
}

/** A customer that goes takes with it all that is made in it. */
export function beingDeleted({ externalId = "" }: Customer, { trackingId }: Trace): AttemptResult {
  return {
    status: "failed",
    failure: {
      ...{ kind: "rejected", sent: false, errorCode: "being_deleted" },
      message: text("customer_being_deleted", { customer: externalId }),
      hint: text("ask_who_removed_and_wait"),
      ...(trackingId ? { trackingId } : {}),
    },
  };
}

/** A change that Webex will take once it has done with the one before. */
export function busy({ externalId = "", status }: Customer): AttemptResult {
  const message = text("customer_busy", { name: externalId, status });
  const hint = text("retry_later");
  return {
    status: "failed",
    failure: { kind: "locked", sent: false, status: 409, errorCode: "customer_busy", message, hint },
  };
}

const underReview = text("under_review");

export function idsOfCustomer({ id, orgId }: Customer): Ids {
  return { customerId: id, ...(orgId ? { orgId } : {}) };
}

/** The organization exists; some of its packages do not. */
function partlyDone(customer: Customer, trace: Trace): Failure {
  return {
    ...failureOf(customer, "customer_provisioned_with_errors", "provisioned_with_errors", trace),
    column: "packages",
    hint: text("packages_work"),
  };
}

function notDone(customer: Customer, trace: Trace): Failure {
  const failure = failureOf(customer, "customer_error", "not_provisioned", trace);
  return { ...failure, hint: hintOfErrorCode(failure.errorCode) ?? text("look_at_customer") };
}

/** Packages that failed, and what is lost with them: calling as a whole, or the organization. */
function partsLost({ packageStates, orgId }: Customer): readonly RefusedPart[] {
  const refused = packageStates.filter(({ status }) => status === "error").map(toRefusedPart);
  const working = packageStates.filter(({ status }) => status !== "error").map(({ name }) => name);
  const isCallingLost = !hasCalling(working) && hasCalling(packageStates.map(({ name }) => name));
  const message = text("calling_lost");
  return [
    ...refused,
    ...(isCallingLost ? [{ part: "calling", message }] : []),
    ...(orgId ? [] : [{ part: "organization", message: text("organization_missing") }]),
  ];
}

function toRefusedPart({ name, errors, warnings }: Customer["packageStates"][number]): RefusedPart {
  const remark = errors[0] ?? warnings[0];
  const hint = hintOfErrorCode(remark?.errorCode);
  const reason = remark?.description;
  return {
    part: name,
    message: text("package_not_provisioned", { name, ...(reason === undefined ? {} : { reason }) }),
    ...(remark?.errorCode ? { errorCode: remark.errorCode } : {}),
    ...(hint ? { hint } : {}),
  };
}

function failureOf(
  { errors, status }: Customer,
  code: FailureCode,
  what: "provisioned_with_errors" | "not_provisioned",
  { trackingId }: Trace,
): Failure {
  const reasons = errors.flatMap(({ description }) => (description ? [description] : []));
  const errorCode = errors.find((error) => error.errorCode)?.errorCode;
  const message = text(what, { status, reasons });
  return blameProvisioningId({
    kind: "rejected",
    sent: true,
    message,
    errorCode: errorCode ?? code,
    ...(trackingId ? { trackingId } : {}),
  });
}

/** Webex publishes no code for a provisioning ID that it does not know: its words are all there is to tell by. */
export function blameProvisioningId(failure: Failure): Failure {
  const isBlamed =
    failure.kind === "rejected" && /provisioning ?id|onboarding template/i.test(inEnglish(failure.message));
  return isBlamed ? { ...failure, column: "provisioning_id", hint: text("copy_provisioning_id_again") } : failure;
}
