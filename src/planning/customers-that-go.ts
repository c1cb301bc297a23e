/** Customers that someone removes while a plan is made, confirmed or carried out: detected, and left alone. */
import { resultOfRefusal } from "../engine/attempt.ts";
import type { RunFile } from "../journal/run-file/run-file.ts";
import type { ExistingCustomer, ExistingOrganization } from "../model/existing.ts";
import { stateOf } from "../model/journal-entry.ts";
import type { Failure } from "../model/outcome.ts";
import type { UnitId } from "../model/plan.ts";
import type { Clock } from "../model/ports.ts";
import { text } from "../model/words/text.ts";
import type { Observed, ObserveWishes } from "../webex/observe.ts";
import type { Refusal } from "./changes.ts";
import { beingDeleted, goingOf } from "./going.ts";
import { type Observer, requireObserved } from "./require-observed.ts";

type Going = { readonly going: Refusal };

/** What an organization holds; or why nothing is planned for its customer. Throws UserError when it cannot be read although the customer stays. */
export async function lookInto(
  observer: Observer,
  reference: string,
  customer: ExistingCustomer,
  wishes: ObserveWishes,
  signal: AbortSignal,
): Promise<ExistingOrganization | Going> {
  const looked = await look(observer, reference, customer, wishes, signal);
  return "going" in looked ? looked : requireObserved(looked);
}

/** The same, but where Webex lets nobody read this one organization: that refuses its own rows. */
export async function lookIntoOrRefuse(
  ...asked: Parameters<typeof lookInto>
): Promise<ExistingOrganization | { readonly refusal: Refusal }> {
  const looked = await look(...asked);
  if ("going" in looked) return { refusal: looked.going };
  const isItsOwn = !looked.ok && (looked.failure.kind === "rejected" || looked.failure.kind === "locked");
  return isItsOwn ? { refusal: unreadable(looked.failure) } : requireObserved(looked);
}

async function look(
  observer: Observer,
  reference: string,
  customer: ExistingCustomer,
  wishes: ObserveWishes,
  signal: AbortSignal,
): Promise<Observed<ExistingOrganization> | Going> {
  if (customer.status === "deleting") return { going: beingDeleted(reference) };
  const observed = await observer.organization(customer, wishes, signal);
  if (!isTelling(observed)) return observed;
  const again = requireObserved(await observer.customers(new Set([reference]), signal));
  const going = goingOf(reference, customer, again.get(reference));
  return going ? { going } : observed;
}

function unreadable({ errorCode, status = 0, message, hint, trackingId }: Failure): Refusal {
  return {
    code: errorCode ?? `http_${status}`,
    message: text("target_unreadable", { message, ...(trackingId ? { trackingId } : {}) }),
    ...(hint ? { hint } : {}),
  };
}

/** What is gone is not there, or not open to anybody. */
function isTelling(observed: Observed<unknown>): boolean {
  return !observed.ok && (observed.failure.status === 404 || observed.failure.status === 403);
}

/**
 * Looks once more at the customers that were there and have something to do, since time has gone by for the plan to be
 * read and confirmed; rows of those that go fail, and nothing is sent for them. Asks nothing where all is new.
 */
export async function leaveThoseThatGo(
  runFile: RunFile,
  observer: Observer,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  const units = runFile.operations.unitsInCustomers();
  if (units.length === 0) return;
  const wanted = new Map(
    units.map(({ unit, customerId }) => [runFile.units.get(unit).reference, { unit, customerId }]),
  );
  // under which external id they stand is only known when all is done
  const takenOver = new Set(runFile.operations.ofResource("external_id").map(({ unit }) => unit));
  const byReference = [...wanted].flatMap(([reference, { unit }]) => (takenOver.has(unit) ? [] : [reference]));
  const now = requireObserved(await observer.customers(new Set(byReference), signal));
  for (const [reference, { unit, customerId }] of wanted) {
    const found = takenOver.has(unit)
      ? requireObserved(await observer.customer(customerId, signal))
      : now.get(reference);
    const going = goingOf(reference, { customerId, status: "", packages: [] }, found);
    if (going) refuseUnit(runFile, unit, going, clock);
  }
}

function refuseUnit(runFile: RunFile, unit: UnitId, refusal: Refusal, clock: Clock): void {
  const at = new Date(clock.now()).toISOString();
  for (const { operation, entries } of runFile.operations.ofUnit(unit)) {
    const state = stateOf(entries);
    if (operation.action === "none" || operation.refusal || state.kind === "settled") continue;
    const isOfCustomer = runFile.rows.sheetOf(operation.row) === "customers";
    const result = resultOfRefusal(isOfCustomer ? refusal : { ...refusal, column: "customer" });
    runFile.operations.append({ kind: "result", operation: operation.id, attempt: state.attempts, at, result });
  }
}
