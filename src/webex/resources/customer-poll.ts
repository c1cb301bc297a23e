/** Asks which of the customers that Webex works on have come to their end, in as few requests as that takes. */
import type { AttemptResult, Failure } from "../../model/outcome.ts";
import type { OperationId } from "../../model/plan.ts";
import type { PollAnswer, Waiting } from "../../model/ports.ts";
import type { Http, Reply } from "../http/request.ts";
import { type Customer, getCustomer, listCustomers } from "./customer.wire.ts";
import { idFrom } from "./reply-result.ts";

/** What came of one operation; neither: Webex still works on it. `failure`: the question failed. */
export type End = { readonly result?: AttemptResult | undefined; readonly failure?: Failure };

/** What the customer, as it was read, means to one operation that waits for it. */
export type EndOf = (http: Http, waiting: Waiting, reply: Reply<Customer>, signal: AbortSignal) => Promise<End>;

/** Up to so many customers are asked about one by one; more are taken from the list of those in flight. Each is asked about once, however many wait for it. */
const askOneByOne = 3;

/** Read side by side: of a few hundred that end together the first can go on before the last has been read. */
const readTogether = 25;

/** Lists those in flight in pages, then reads those that left the list until some have ended. */
export async function pollCustomers(
  http: Http,
  waiting: readonly Waiting[],
  endOf: EndOf,
  signal: AbortSignal,
): Promise<PollAnswer> {
  const final = new Map<OperationId, AttemptResult>();
  const byCustomer = groupByCustomer(waiting);
  const working = byCustomer.size > askOneByOne ? await idsInFlight(http, signal) : new Set<string>();
  if ("failure" in working) return { final, failure: working.failure };
  const left = [...byCustomer].filter(([customerId]) => !working.has(customerId));
  for (let from = 0; from < left.length; from += readTogether) {
    const asked = left.slice(from, from + readTogether);
    const ends = (await Promise.all(asked.map(([id, those]) => readEnds(http, id, those, endOf, signal)))).flat();
    for (const { id, result } of ends) if (result) final.set(id, result);
    const failure = ends.find((end) => end.failure)?.failure;
    if (failure) return { final, failure };
    if (final.size > 0 && from + readTogether < left.length) return { final, hasMore: true };
  }
  return { final };
}

function groupByCustomer(waiting: readonly Waiting[]): ReadonlyMap<string, readonly Waiting[]> {
  const groups = new Map<string, Waiting[]>();
  for (const each of waiting) {
    const customerId = idFrom(each.ids, "customerId");
    const group = groups.get(customerId);
    if (group) group.push(each);
    else groups.set(customerId, [each]);
  }
  return groups;
}

async function idsInFlight(http: Http, signal: AbortSignal) {
  const ids = new Set<string>();
  for await (const page of listCustomers(http, { status: ["provisioning", "updating", "deleting"] }, signal)) {
    if (!page.ok) return { failure: page.failure };
    for (const { id } of page.value) ids.add(id);
  }
  return ids;
}

async function readEnds(
  http: Http,
  customerId: string,
  waiting: readonly Waiting[],
  endOf: EndOf,
  signal: AbortSignal,
): Promise<readonly (End & { readonly id: OperationId })[]> {
  const reply = await getCustomer(http, customerId, signal);
  const toEnd = async (each: Waiting) => ({ id: each.operation.id, ...(await endOf(http, each, reply, signal)) });
  return Promise.all(waiting.map(toEnd));
}
