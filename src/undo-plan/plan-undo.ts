/** Plans how what a run created in one customer is taken back: roles, users, the customer with its organization. Pure but for the numbers that the run file gives to operations. */
import type { ExistingOrganization, ExistingPerson, ExistingUser } from "../model/existing.ts";
import type { Ids } from "../model/outcome.ts";
import type { Need, ResourceKind, RowId } from "../model/plan.ts";
import { type Text, text } from "../model/words/text.ts";
import type { Refusal } from "../planning/changes.ts";
import type { OperationBuilder } from "../planning/operation-builder.ts";
import { indexUsers } from "../planning/user-index.ts";
import { resources } from "../webex/resources/all-resources.ts";
import { pageOfCustomer } from "../webex/resources/customer.ts";
import type { ByHand, PastCall } from "../webex/resources/resource.ts";
import { pageOfUser } from "../webex/resources/user.ts";
import { bringBack } from "./bring-back.ts";
import { bringCustomerBack, planExternalIdBack } from "./bring-customer-back.ts";
import { bringLocationsBack } from "./bring-locations-back.ts";
import { changedSince } from "./changed-since.ts";
import type { PastOperation, PastRun } from "./past-run.ts";
import { isTakenBack, planChangesBack } from "./plan-changes-back.ts";
import { planCustomerBack } from "./plan-customer-back.ts";
import { type LeftToPeople, planLocationsBack } from "./plan-locations-back.ts";
import { driftOfCustomer, driftOfUser } from "./undo-drift.ts";

/** `existing`: the customer as it is now; undefined when Webex does not have it any more. */
export function planUndo(builder: OperationBuilder, past: PastRun, existing: ExistingOrganization | undefined): void {
  if (existing) takeBack(builder, past, existing);
  else bringCustomerBack(builder, past);
}

function takeBack(builder: OperationBuilder, past: PastRun, existing: ExistingOrganization): void {
  const renumbered = planExternalIdBack(builder, past, existing);
  const users = planUsers(builder, past, existing);
  const removalOf = (email: string) => users.find((user) => user.email === email)?.needs ?? [];
  const places = bringLocationsBack(builder, past, existing);
  bringBack(builder, past, existing, removalOf, places);
  const created = new Set(
    past.of("user").flatMap(({ operation }) => (operation.action === "create" ? operation.row : [])),
  );
  planChangesBack(builder, past, existing, created, places);
  const leftOfCustomer = planCustomerBack(builder, past, existing, renumbered);
  const [customer] = past.of("customer").filter(({ operation }) => operation.action === "create");
  const organization = customer && planCustomer(builder, past, customer, existing, users);
  const left = customer ? new Map() : new Map([...planLocationsBack(builder, past, existing), ...leftOfCustomer]);
  for (const row of rowsOf(past)) planRest(builder, past, row, customer, organization, left);
}

/** Who is gone already needs nothing. The result: what the end of their customer waits for. */
function planUsers(builder: OperationBuilder, past: PastRun, existing: ExistingOrganization): readonly PlannedUser[] {
  const index = indexUsers(existing);
  const people = new Map(existing.people?.map((person) => [person.email, person]));
  const admin = past.of("customer")[0]?.operation.payload.adminEmail?.toLowerCase();
  const planned: PlannedUser[] = [];
  for (const user of past.of("user").filter(({ operation }) => operation.action === "create")) {
    const found = index.find(user.operation.payload.email);
    if (!found) continue;
    const person = people.get(found.email);
    const isOwnIdentity = found.email !== admin && cameWith(person, found);
    const lines = found.personId ? index.telephones(found.personId) : [];
    const drift = driftOfUser(past, user, found, { person, lines, isOwnIdentity });
    planned.push(planUser(builder, user, found, isOwnIdentity, drift));
  }
  return planned;
}

type PlannedUser = {
  readonly row: RowId;
  readonly email: string;
  readonly needs: readonly Need[];
  readonly isKept: boolean;
};

/** By the clock of Webex; a moment may lie between the two. */
const togetherMs = 10_000;

/** Did the identity come into being with the subscription? Unknown: no, so that nobody's account is lost. */
function cameWith(person: ExistingPerson | undefined, { createdAt }: ExistingUser): boolean {
  if (!person?.createdAt || !createdAt) return false;
  return Date.parse(person.createdAt) >= Date.parse(createdAt) - togetherMs;
}

function planUser(
  builder: OperationBuilder,
  { operation: { row, payload } }: PastOperation<"user">,
  found: ExistingUser,
  isOwnIdentity: boolean,
  drift: readonly Text[],
): PlannedUser {
  const ids: Ids = { subscriberId: found.subscriberId, ...(found.personId ? { personId: found.personId } : {}) };
  const common = { row, key: payload.email, ids, action: "delete" } as const;
  const isKept = drift.length > 0;
  const user = builder.add<"user">({
    ...common,
    resource: "user",
    payload,
    ...(isKept ? { refusal: changedSince(drift, pageOfUser(payload.email)) } : {}),
  });
  if (isKept || !isOwnIdentity || !found.personId) return { row, email: payload.email, needs: [user], isKept };
  const email = payload.email;
  const person = builder.add<"person">({ ...common, resource: "person", payload: { email }, needs: [user] });
  return { row, email, needs: [user, person], isKept };
}

/** The customer, and then its organization when that came with it. The result: what the end of its locations waits for. */
function planCustomer(
  builder: OperationBuilder,
  past: PastRun,
  customer: PastOperation<"customer">,
  existing: ExistingOrganization,
  users: readonly PlannedUser[],
): Need | undefined {
  const { row, key, payload } = customer.operation;
  const kept = users.filter(({ isKept }) => isKept);
  const drift = [...driftOfCustomer(past, customer, existing), ...(kept.length > 0 ? [keptUsers(kept)] : [])];
  const common = { row, key, action: "delete" } as const;
  const refusal = drift.length > 0 ? changedSince(drift, pageOfCustomer(payload.name ?? key)) : undefined;
  const removal = builder.add<"customer">({
    ...common,
    resource: "customer",
    payload,
    ...(refusal ? { refusal } : { needs: users.flatMap((user) => user.needs) }),
  });
  if (refusal || payload.orgId !== undefined || existing.customer.orgId === undefined) return undefined;
  return builder.add<"organization">({ ...common, resource: "organization", payload: {}, needs: [removal] });
}

function keptUsers(kept: readonly PlannedUser[]): Text {
  const [first] = kept;
  return kept.length === 1 && first
    ? text("user_stays", { email: first.email })
    : text("users_stay", { count: kept.length });
}

/** Locations go with the organization; what goes with nothing is left to a person. */
function planRest(
  builder: OperationBuilder,
  past: PastRun,
  row: RowId,
  customer: PastOperation<"customer"> | undefined,
  organization: Need | undefined,
  left: LeftToPeople,
): void {
  const isOfRow = ({ operation }: PastOperation) => operation.row === row;
  if (row === customer?.operation.row && (organization || customer.operation.payload.orgId === undefined)) return;
  const [location] = past.of("location", row);
  if (organization && location) {
    const { key } = location.operation;
    const payload = { ...location.operation.payload, goesWithOrganization: true } as const;
    builder.add<"location">({ row, resource: "location", key, action: "delete", payload, needs: [organization] });
    return;
  }
  const refusal = leftByHand(
    past.operations
      .filter((each) => isOfRow(each) && each.operation !== customer?.operation && !isTakenBack(past, each))
      .flatMap((each) => (left.has(each.operation.id) ? (left.get(each.operation.id) ?? []) : each)),
  );
  const [first] = past.operations.filter(isOfRow);
  if (!refusal || !first) return;
  builder.add<"organization">({
    row,
    resource: "organization",
    key: first.operation.key,
    action: "read",
    payload: {},
    refusal,
  });
}

/** What no call takes back, with the pages on which a person does it. `undefined`: nothing is left. */
function leftByHand(operations: readonly PastOperation[]): Refusal | undefined {
  const left = operations.flatMap(byHandOf);
  if (left.length === 0) return undefined;
  const pages = [...new Map(left.map(({ where }) => [JSON.stringify(where), where])).values()];
  return {
    code: "undo_by_hand",
    message: text("undo_by_hand", { done: left.map(({ what }) => what) }),
    hint: text("do_by_hand_in", { places: pages }),
  };
}

function byHandOf<K extends ResourceKind>(past: PastCall<K>): readonly ByHand[] {
  return resources[past.operation.resource].byHand?.(past) ?? [];
}

function rowsOf(past: PastRun): ReadonlySet<RowId> {
  return new Set(past.operations.map(({ operation }) => operation.row));
}
