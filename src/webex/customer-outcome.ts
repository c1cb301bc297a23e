/** What the status of a customer means for the operation that waits for it. Pure. */
import type { AttemptResult, Failure, Ids, RefusedPart, Trace } from "../model/outcome.ts";
import { hasCalling } from "../model/packages.ts";
import type { Operation } from "../model/plan.ts";
import { factsOfErrorCode } from "./error-codes.ts";
import { effectOf } from "./reply-result.ts";
import { type Customer, phaseOf } from "./wire-customers.ts";

type Read = { readonly value: Customer; readonly trace: Trace };

/** `undefined`: Webex still works on it. */
export function outcomeOfCustomer(operation: Operation, { value: customer, trace }: Read): AttemptResult | undefined {
  const ids = idsOfCustomer(customer);
  if (operation.action === "delete") return undefined; // while it can be read it is there
  switch (phaseOf(customer.status)) {
    case "working":
      return undefined;
    case "review":
      return { status: "pending", reason: underReview, ids, trace };
    case "done":
      return { status: "done", effect: effectOf(operation), ids, trace };
    case "partly_done":
      return { status: "failed", failure: partlyDone(customer, trace), refused: partsLost(customer), ids };
    case "failed":
      return { status: "failed", failure: notDone(customer, trace), ids };
  }
}

const underReview = "Webex reviews the customer for compliance (pending_rpl_review); this may take days.";

export function idsOfCustomer({ id, orgId }: Customer): Ids {
  return { customerId: id, ...(orgId ? { orgId } : {}) };
}

/** The organisation exists; some of its packages do not. */
function partlyDone(customer: Customer, trace: Trace): Failure {
  return {
    ...failureOf(customer, "Webex provisioned the customer with errors", trace),
    column: "packages",
    hint: "The packages that work are in use. Webex tries the others again when the row is retried.",
  };
}

function notDone(customer: Customer, trace: Trace): Failure {
  const failure = failureOf(customer, "Webex could not provision the customer", trace);
  const known = failure.errorCode ? factsOfErrorCode(failure.errorCode)?.hint : undefined;
  const hint =
    "Look at the customer in Partner Hub. Where nothing can be mended there, remove it there, and retry the row.";
  return { ...failure, hint: known ?? hint };
}

/** Packages that failed, and what is lost with them: calling as a whole, or the organisation. */
function partsLost({ packageStates, orgId }: Customer): readonly RefusedPart[] {
  const refused = packageStates.filter(({ status }) => status === "error").map(toRefusedPart);
  const working = packageStates.filter(({ status }) => status !== "error").map(({ name }) => name);
  const isCallingLost = !hasCalling(working) && hasCalling(packageStates.map(({ name }) => name));
  const message = "No calling package works, so that the customer has no head office, and its locations no calling.";
  return [
    ...refused,
    ...(isCallingLost ? [{ part: "calling", message }] : []),
    ...(orgId ? [] : [{ part: "organization", message: "Webex tells of no organisation of the customer." }]),
  ];
}

function toRefusedPart({ name, errors, warnings }: Customer["packageStates"][number]): RefusedPart {
  const remark = errors[0] ?? warnings[0];
  const hint = remark?.errorCode ? factsOfErrorCode(remark.errorCode)?.hint : undefined;
  return {
    part: name,
    message: `${name} was not provisioned: ${remark?.description ?? "Webex gives no reason"}`,
    ...(remark?.errorCode ? { errorCode: remark.errorCode } : {}),
    ...(hint ? { hint } : {}),
  };
}

function failureOf({ errors, status }: Customer, what: string, { trackingId }: Trace): Failure {
  const texts = errors.map(({ description }) => description).filter(Boolean);
  const errorCode = errors.find((error) => error.errorCode)?.errorCode;
  const message = `${what} (${status})${texts.length > 0 ? `: ${texts.join("; ")}` : "."}`;
  return blameProvisioningId({
    kind: "rejected",
    sent: true,
    message,
    errorCode: errorCode ?? `customer_${status}`,
    ...(trackingId ? { trackingId } : {}),
  });
}

/** Webex publishes no code for a provisioning ID that it does not know: its words are all there is to tell by. */
export function blameProvisioningId(failure: Failure): Failure {
  const isBlamed = failure.kind === "rejected" && /provisioning ?id|onboarding template/i.test(failure.message);
  return isBlamed ? { ...failure, column: "provisioning_id", hint: provisioningIdHint } : failure;
}

const provisioningIdHint =
  "Copy the provisioning ID again from Partner Hub (Customers > Onboarding templates > the template), and put it into the templates sheet, or say: wholesale-import templates link <name> <provisioning-id>.";
