/** Plans how what a run created in one customer is taken back: roles, users, the customer with its organisation. Pure but for the numbers that the run file gives to operations. */
import type { ExistingOrganization, ExistingPerson, ExistingUser } from "../model/existing.ts";
import type { Ids } from "../model/outcome.ts";
import type { Need, RowId } from "../model/plan.ts";
import type { RoleName } from "../model/records.ts";
import type { Refusal } from "./changes.ts";
import type { Drafting } from "./drafting.ts";
import type { PastOperation, PastRun } from "./past-run.ts";
import { indexUsers } from "./plan-users.ts";
import { leftByHand } from "./undo-by-hand.ts";
import { driftOfCustomer, driftOfUser } from "./undo-drift.ts";

/** `existing`: the customer as it is now; undefined when Webex does not have it any more. */
export function planUndo(drafting: Drafting, past: PastRun, existing: ExistingOrganization | undefined): void {
  if (!existing) return;
  const users = planUsers(drafting, past, existing);
  const [customer] = past.of("customer").filter(({ operation }) => operation.action === "create");
  const organization = customer && planCustomer(drafting, past, customer, existing, users);
  for (const row of rowsOf(past)) planRest(drafting, past, row, customer, organization);
}

/** Who is gone already needs nothing. The result: what the end of their customer waits for. */
function planUsers(drafting: Drafting, past: PastRun, existing: ExistingOrganization): readonly PlannedUser[] {
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
    planned.push(planUser(drafting, user, found, isOwnIdentity, drift));
  }
  const created = new Set(planned.map(({ row }) => row));
  for (const roles of past.of("roles")) {
    if (!created.has(roles.operation.row)) planRoles(drafting, roles, people.get(roles.operation.key));
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
  drafting: Drafting,
  { operation: { row, payload } }: PastOperation<"user">,
  found: ExistingUser,
  isOwnIdentity: boolean,
  drift: readonly string[],
): PlannedUser {
  const ids: Ids = { subscriberId: found.subscriberId, ...(found.personId ? { personId: found.personId } : {}) };
  const common = { row, key: payload.email, ids, action: "delete" } as const;
  const isKept = drift.length > 0;
  const user = drafting.add<"user">({
    ...common,
    resource: "user",
    payload,
    ...(isKept ? { refusal: changedSince(drift, `Control Hub > Users > ${payload.email}`) } : {}),
  });
  if (isKept || !isOwnIdentity || !found.personId) return { row, email: payload.email, needs: [user], isKept };
  const email = payload.email;
  const person = drafting.add<"person">({ ...common, resource: "person", payload: { email }, needs: [user] });
  return { row, email, needs: [user, person], isKept };
}

/** Those that the run gave to somebody who was there before, and that are still there. */
function planRoles(
  drafting: Drafting,
  { operation: { row, key, payload } }: PastOperation<"roles">,
  person: ExistingPerson | undefined,
): void {
  const present = person?.roles.filter((role) => payload.roles.includes(role)) ?? [];
  if (!person || present.length === 0) return;
  const text = (roles: readonly RoleName[]) => roles.join(";");
  drafting.add<"roles">({
    row,
    resource: "roles",
    key,
    action: "delete",
    payload: { roles: present },
    ids: { personId: person.personId },
    changes: [
      {
        field: "roles",
        before: text(person.roles),
        after: text(person.roles.filter((role) => !present.includes(role))),
      },
    ],
  });
}

/** The customer, and then its organisation when that came with it. The result: what the end of its locations waits for. */
function planCustomer(
  drafting: Drafting,
  past: PastRun,
  customer: PastOperation<"customer">,
  existing: ExistingOrganization,
  users: readonly PlannedUser[],
): Need | undefined {
  const { row, key, payload } = customer.operation;
  const kept = users.filter(({ isKept }) => isKept);
  const drift = [
    ...driftOfCustomer(past, customer, existing),
    ...(kept.length > 0 ? [`${describe(kept)} changed and will stay`] : []),
  ];
  const common = { row, key, action: "delete" } as const;
  const refusal =
    drift.length > 0 ? changedSince(drift, `Partner Hub > Customers > ${payload.name ?? key}`) : undefined;
  const removal = drafting.add<"customer">({
    ...common,
    resource: "customer",
    payload,
    ...(refusal ? { refusal } : { needs: users.flatMap((user) => user.needs) }),
  });
  if (refusal || payload.orgId !== undefined || existing.customer.orgId === undefined) return undefined;
  return drafting.add<"organization">({ ...common, resource: "organization", payload: {}, needs: [removal] });
}

function describe(kept: readonly PlannedUser[]): string {
  return kept.length === 1 ? `its user ${kept[0]?.email}` : `${kept.length} of its users`;
}

/** Locations go with the organisation; what goes with nothing is left to a person. */
function planRest(
  drafting: Drafting,
  past: PastRun,
  row: RowId,
  customer: PastOperation<"customer"> | undefined,
  organization: Need | undefined,
): void {
  if (row === customer?.operation.row && (organization || customer.operation.payload.orgId === undefined)) return;
  const [location] = past.of("location", row);
  if (organization && location) {
    const { key, payload } = location.operation;
    drafting.add<"location">({ row, resource: "location", key, action: "delete", payload, needs: [organization] });
    return;
  }
  const refusal = leftByHand(
    past.operations.filter(({ operation }) => operation.row === row && operation !== customer?.operation),
  );
  const [first] = past.operations.filter(({ operation }) => operation.row === row);
  if (!refusal || !first) return;
  drafting.add<"organization">({
    row,
    resource: "organization",
    key: first.operation.key,
    action: "read",
    payload: {},
    refusal,
  });
}

function rowsOf(past: PastRun): ReadonlySet<RowId> {
  return new Set(past.operations.map(({ operation }) => operation.row));
}

function changedSince(drift: readonly string[], place: string): Refusal {
  return {
    code: "changed_since",
    message: `It is not as the run left it, so it is not taken back: ${drift.join("; ")}.`,
    hint: `Look at it in ${place}; what must go all the same, remove there.`,
  };
}
