/** Plans how a run's changes of a customer that was there before are taken back: packages, address, name, the invitation emails. Pure but for the numbers that the run file gives to operations. */
import { addressFields } from "../model/changes.ts";
import type { ExistingOrganization } from "../model/existing.ts";
import type { Change, Need, OperationId, ResourceKind } from "../model/plan.ts";
import type { Address } from "../model/records.ts";
import type { OperationBuilder } from "../planning/operation-builder.ts";
import { pageOfCustomer } from "../webex/resources/customer.ts";
import { sortFields } from "./fields-back.ts";
import type { PastOperation, PastRun } from "./past-run.ts";

/** What is left to a person of each past operation that is looked after here; undefined: nothing. */
type Left = Map<OperationId, PastOperation | undefined>;

/**
 * After the users, who may have packages that the run added. What Webex does not tell (limits, language, the meetings' time
 * zone) is left to a person: somebody may have changed it since.
 * `renumbered`: gives back a former external id first, with the packages as they are now.
 */
export function planCustomerBack(
  builder: OperationBuilder,
  past: PastRun,
  existing: ExistingOrganization,
  renumbered: Need | undefined,
): ReadonlyMap<OperationId, PastOperation | undefined> {
  const left: Left = new Map();
  for (const update of past.of("customer").filter(({ operation }) => operation.action === "update"))
    planFieldsBack(builder, update, existing, { renumbered, left });
  for (const name of past.of("organization_name")) planNameBack(builder, name, existing, left);
  for (const emails of past.of("invite_emails")) planInviteEmailsBack(builder, emails, existing, left);
  return left;
}

const packagesField = "packages";
const addressKeys = new Map(addressFields);

function planFieldsBack(
  builder: OperationBuilder,
  past: PastOperation<"customer">,
  existing: ExistingOrganization,
  { renumbered, left }: { readonly renumbered: Need | undefined; readonly left: Left },
): void {
  const { row, key, payload, changes = [] } = past.operation;
  const { packages: now, billingAddress: address } = existing.customer;
  const isPackages = ({ field, before }: Change) => field === packagesField && !isFailed(before);
  const told = (change: Change) => isPackages(change) || addressKeys.has(change.field);
  leave(past, left, (change) => !told(change) && change.field !== packagesField);
  const nowOf = ({ field }: Change) => {
    const part = addressKeys.get(field);
    return part ? (address?.[part] ?? "") : now.toSorted().join(";");
  };
  const { back, refusal } = sortFields(changes.filter(told).map((change) => ({ ...change, now: nowOf(change) })));
  if (back.length === 0) return;
  const were = back.find(({ field }) => field === packagesField)?.after.split(";") ?? now;
  const addressBefore = addressOf(back);
  builder.add<"customer">({
    ...{ row, resource: "customer", key, action: "update", changes: back },
    payload: {
      ...payload,
      packages: [...now.filter((code) => were.includes(code)), ...were.filter((code) => !now.includes(code))],
      billingAddress: { ...payload.billingAddress, ...address, ...addressBefore },
      only: Object.keys(addressBefore).length > 0 ? ["billingAddress"] : [],
    },
    needs: [renumbered, ...endsOfUsers(builder)],
    ...(refusal ? { refusal: refusal(pageOfCustomer(existing.name ?? key)) } : {}),
  });
}

/** A package that had failed: Webex manages it by now, or it does not. */
function isFailed(before: string): boolean {
  return before.includes(" ");
}

function addressOf(back: readonly Change[]): Partial<Address> {
  return Object.fromEntries(
    back.flatMap(({ field, after }) => (addressKeys.has(field) ? [[addressKeys.get(field), after]] : [])),
  );
}

const ofUsers: ReadonlySet<ResourceKind> = new Set(["user", "person"]);

function endsOfUsers({ operations }: OperationBuilder): readonly Need[] {
  return operations
    .filter(({ resource, action }) => ofUsers.has(resource) && action !== "read")
    .map(({ id }) => ({ operation: id, isOrder: true }) as const);
}

/** Name and language are those of the organization; of one that was attached nobody has read the name. */
function planNameBack(
  builder: OperationBuilder,
  past: PastOperation<"organization_name">,
  existing: ExistingOrganization,
  left: Left,
): void {
  const { row, key, changes = [] } = past.operation;
  const named = changes.filter(({ field }) => field === "name");
  if (named.length === 0) return;
  leave(past, left, ({ field }) => field !== "name");
  const { back, refusal } = sortFields(named.map((change) => ({ ...change, now: existing.name ?? change.after })));
  for (const { after } of back)
    builder.add<"organization_name">({
      ...{ row, resource: "organization_name", key, action: "update", changes: back },
      payload: { name: after },
      ...(refusal ? { refusal: refusal(pageOfCustomer(existing.name ?? key)) } : {}),
    });
}

/** Where it had never been set, no call makes it so again. */
function planInviteEmailsBack(
  builder: OperationBuilder,
  past: PastOperation<"invite_emails">,
  { inviteEmails, name }: ExistingOrganization,
  left: Left,
): void {
  const { row, key, changes = [] } = past.operation;
  const set = changes.filter(({ before }) => before !== "");
  if (set.length === 0) return;
  left.set(past.operation.id, undefined);
  const { back, refusal } = sortFields(set.map((change) => ({ ...change, now: String(inviteEmails ?? change.after) })));
  for (const { after } of back)
    builder.add<"invite_emails">({
      ...{ row, resource: "invite_emails", key, action: "update", changes: back },
      payload: { value: after === "true" },
      ...(refusal ? { refusal: refusal(pageOfCustomer(name ?? key)) } : {}),
    });
}

function leave(past: PastOperation, left: Left, isLeft: (change: Change) => boolean): void {
  const changes = past.operation.changes?.filter(isLeft) ?? [];
  left.set(past.operation.id, changes.length > 0 ? { ...past, operation: { ...past.operation, changes } } : undefined);
}
