/** Customers that stand at Webex under an external id that nobody asked for: is one of them the firm of a row? Reads; decides nothing. */
import type { ExistingCustomer } from "../model/existing.ts";
import { foldName } from "../model/names.ts";
import type { Http, Refused } from "./http/request.ts";
import { uuidOf } from "./ids.ts";
import type { Observed } from "./observe.ts";
import { toExistingCustomer } from "./resources/customer.ts";
import { listCustomers } from "./resources/customer.wire.ts";
import { getOrganization, listOrganizations } from "./resources/organization.wire.ts";
import { findRoles } from "./resources/person.wire.ts";

/** What a row says of its firm. */
export type Firm = {
  readonly reference: string;
  readonly orgId?: string | undefined;
  readonly name?: string | undefined;
  readonly adminEmail?: string | undefined;
};

/** `by`: how it was recognized as the company of the row. `isNamed`: other rows refer to it by that ID. */
export type OtherId = {
  readonly customer: ExistingCustomer;
  readonly by: "organization" | "admin";
  readonly isNamed?: true;
};

export type OtherIds = ReadonlyMap<string, OtherId>;

/** Organizations read side by side. */
const readTogether = 10;

/**
 * By reference of the firm. `isAskedFor`: external ids that are rows' own; `firms` is asked for only where there are others.
 * The list has neither names nor administrators: the name is that of the organization, and the administrator is looked
 * up in it. An organization without that name is not looked into.
 */
export async function findOtherIds(
  http: Http,
  isAskedFor: (externalId: string) => boolean,
  firms: () => readonly Firm[],
  signal: AbortSignal,
): Promise<Observed<OtherIds>> {
  const others: ExistingCustomer[] = [];
  const named: ExistingCustomer[] = [];
  for await (const page of listCustomers(http, {}, signal)) {
    if (!page.ok) return page;
    for (const customer of page.value.filter(({ status }) => status !== "deleting"))
      (isAskedFor(customer.externalId ?? "") ? named : others).push(toExistingCustomer(customer));
  }
  if (others.length + named.length === 0) return { ok: true, value: new Map() };
  const all = firms();
  const found = findByOrganization(all, others, named);
  const left = all.filter(({ reference, name, adminEmail, orgId }) => {
    return !found.has(reference) && name && adminEmail && !orgId;
  });
  if (left.length === 0 || others.length === 0) return { ok: true, value: found };
  const taken = new Set([...found.values()].map(({ customer }) => customer));
  const names = await namesOf(
    http,
    others.filter((each) => !taken.has(each)),
    signal,
  );
  if (!names.ok) return names;
  for (const firm of left) {
    const candidates = names.value.get(foldName(firm.name ?? "")) ?? [];
    const same = await ofAdministrator(http, candidates, firm.adminEmail ?? "", signal);
    if (!same.ok) return same;
    if (same.value) found.set(firm.reference, { customer: same.value, by: "admin" });
  }
  return { ok: true, value: found };
}

function findByOrganization(
  firms: readonly Firm[],
  others: readonly ExistingCustomer[],
  named: readonly ExistingCustomer[],
): Map<string, OtherId> {
  const index = (customers: readonly ExistingCustomer[]) =>
    new Map(customers.flatMap((each) => (each.orgId ? [[plain(each.orgId), each] as const] : [])));
  const [strange, known] = [index(others), index(named)];
  const found = new Map<string, OtherId>();
  for (const { reference, orgId } of firms) {
    if (orgId === undefined) continue;
    const customer = strange.get(plain(orgId));
    const same = known.get(plain(orgId));
    if (customer) found.set(reference, { customer, by: "organization" });
    else if (same) found.set(reference, { customer: same, by: "organization", isNamed: true });
  }
  return found;
}

/** In one spelling. */
function plain(orgId: string): string {
  return uuidOf(orgId) ?? orgId;
}

type Refusal = { readonly ok: false; readonly failure: Refused["failure"] };
type Named = { readonly ok: true; readonly value: ReadonlyMap<string, readonly ExistingCustomer[]> };

/** By folded name. One list has those of organizations that were read before; the others are read one by one, once. */
async function namesOf(
  http: Http,
  customers: readonly ExistingCustomer[],
  signal: AbortSignal,
): Promise<Named | Refusal> {
  const listed = await listOrganizations(http, signal);
  if (!listed.ok && listed.failure.kind !== "rejected") return listed;
  const some = listed.ok ? listed.value : [];
  const known = new Map(some.map(({ id, displayName }) => [plain(id), displayName ?? ""]));
  const byName = new Map<string, ExistingCustomer[]>();
  const add = (name: string, customer: ExistingCustomer) => {
    const folded = foldName(name);
    if (folded !== "") byName.set(folded, [...(byName.get(folded) ?? []), customer]);
  };
  const unknown: ExistingCustomer[] = [];
  for (const customer of customers) {
    const name = customer.orgId && known.get(plain(customer.orgId));
    if (name) add(name, customer);
    else if (customer.orgId) unknown.push(customer);
  }
  for (let from = 0; from < unknown.length; from += readTogether) {
    const some = unknown.slice(from, from + readTogether);
    const read = await Promise.all(some.map(({ orgId = "" }) => getOrganization(http, orgId, signal)));
    for (const [index, reply] of read.entries()) {
      const customer = some[index];
      if (reply.ok && customer) add(reply.value.displayName ?? "", customer);
      else if (!reply.ok && reply.failure.kind !== "rejected") return reply; // one that nobody may read is not the row's
    }
  }
  return { ok: true, value: byName };
}

/** An address belongs to one organization only. */
async function ofAdministrator(
  http: Http,
  candidates: readonly ExistingCustomer[],
  email: string,
  signal: AbortSignal,
): Promise<{ readonly ok: true; readonly value: ExistingCustomer | undefined } | Refusal> {
  for (const customer of candidates) {
    const reply = await findRoles(http, { orgId: customer.orgId ?? "", email }, signal);
    if (!reply.ok && reply.failure.kind !== "rejected") return reply;
    if (reply.ok && reply.value) return { ok: true, value: customer };
  }
  return { ok: true, value: undefined };
}
