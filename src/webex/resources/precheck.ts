/** Asks Webex's own checks about operations before they are sent. Says what came of the question; what it means for the run is the caller's. */

import type { Failure } from "../../model/outcome.ts";
import type { Operation, OperationOf } from "../../model/plan.ts";
import type { ProblemCode } from "../../model/problem-code.ts";
import { sentWithUser } from "../../model/records.ts";
import { inEnglish, type Text, text, verbatim } from "../../model/words/text.ts";
import type { Http, Reply } from "../http/request.ts";
import type { CustomerPayload } from "./customer.ts";
import { askAboutMove, judgeMove } from "./move.ts";
import { type Precheck, precheckCustomer, precheckEmail, precheckSubscriber } from "./precheck.wire.ts";

export type PrecheckAnswer =
  /** `impacts`: what comes with it all the same; `isLettingGo`: a number stays behind, as is allowed. */
  | { readonly kind: "fine"; readonly impacts?: readonly Text[]; readonly isLettingGo?: boolean }
  | { readonly kind: "refused"; readonly message: Text; readonly errorCode?: ProblemCode; readonly hint?: Text }
  /** Webex does not answer such questions to this partner. */
  | { readonly kind: "unavailable"; readonly message: Text }
  /** This question did not work. */
  | { readonly kind: "failed"; readonly message: Text };

/** `customer`: what is to be made of the user's customer in the same run. `undefined`: there is no question to ask. */
export async function precheckOperation(
  http: Http,
  operation: Operation,
  customer: CustomerPayload | undefined,
  signal: AbortSignal,
): Promise<PrecheckAnswer | undefined> {
  if (operation.resource === "move") return askAboutMoving(http, operation, signal);
  if (operation.action !== "create") return undefined;
  if (operation.resource === "customer") return toAnswer(await precheckCustomer(http, operation.payload, signal));
  if (operation.resource !== "user") return undefined;
  const reply = askAboutUser(http, operation, customer, signal);
  return reply && toAnswer(await reply);
}

/** Of a person whose place is there, with a number that is there: else the move is asked about when it is made. */
async function askAboutMoving(
  http: Http,
  { payload, ids, needs }: OperationOf<"move">,
  signal: AbortSignal,
): Promise<PrecheckAnswer | undefined> {
  if (!ids.locationId || !ids.personId || needs.length > 0) return undefined;
  const reply = await askAboutMove(http, ids, payload, signal);
  if (!reply.ok) return ofFailure(reply.failure);
  const { refusal, impacts, isLettingGo } = judgeMove(payload, reply.value);
  if (!refusal) return { kind: "fine", impacts, isLettingGo };
  const { message, errorCode, hint } = refusal;
  return { kind: "refused", message, ...(errorCode ? { errorCode } : {}), ...(hint ? { hint } : {}) };
}

/** With all that the user is to have, where all of it is there; else about the address alone. */
function askAboutUser(
  http: Http,
  { payload, ids, needs }: OperationOf<"user">,
  customer: CustomerPayload | undefined,
  signal: AbortSignal,
): Promise<Reply<Precheck>> | undefined {
  const { email, packages, phoneNumber, extension } = payload;
  const { customerId, locationId } = ids;
  if (customerId && needs.length > 0) return precheckEmail(http, { email, customerId }, signal);
  if (customerId) {
    const telephone = {
      ...(phoneNumber ? { phoneNumber } : {}),
      ...(extension ? { extension } : {}),
      ...(locationId ? { locationId } : {}),
    };
    return precheckSubscriber(http, { customerId, email, packages, ...sentWithUser(payload), ...telephone }, signal);
  }
  const { provisioningId, adminEmail } = customer ?? {};
  if (!provisioningId || !adminEmail) return undefined;
  return precheckEmail(http, { email, provisioningId, adminEmail }, signal);
}

function toAnswer(reply: Reply<Precheck>): PrecheckAnswer {
  if (!reply.ok) return ofFailure(reply.failure);
  const { findings } = reply.value;
  const bad = findings.filter(({ infoCode }) => infoCode !== undefined && infoCode !== validationSuccessful);
  if (bad.length === 0) return { kind: "fine" };
  const message = bad
    .map(({ description }) => description)
    .filter(Boolean)
    .join("; ");
  const errorCode = bad[0]?.infoCode;
  return {
    kind: "refused",
    message: message ? verbatim(message) : text("no_reason"),
    ...(errorCode ? { errorCode } : {}),
  };
}

const validationSuccessful = "100";

/** Statuses with which Webex refuses what it was asked about, and not the question. */
const refusals: ReadonlySet<number | undefined> = new Set([400, 409, 422]);

/** A partner without the entitlement gets a 4xx too, and only its words tell it from a refusal of the row. */
const aboutPartner = /entitle|wxc-wholesale|partner-testing/i;

function ofFailure({ kind, status, errorCode, ...failure }: Failure): PrecheckAnswer {
  const { message, hint } = failure;
  if (kind !== "rejected") return { kind: "failed", message };
  if (!refusals.has(status) || aboutPartner.test(inEnglish(message))) return { kind: "unavailable", message };
  return { kind: "refused", message, ...(errorCode ? { errorCode } : {}), ...(hint ? { hint } : {}) };
}
