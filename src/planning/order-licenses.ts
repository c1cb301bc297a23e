/** More users than licenses: a user who takes over a license waits until it is released; a limit that would be too low is refused, and users who may find none get a warning. Pure. */
import type { ExistingOrganization } from "../model/existing.ts";
import type { Need, Operation, OperationId, OperationOf } from "../model/plan.ts";
import { text } from "../model/words/text.ts";
import type { Refusal } from "./changes.ts";
import type { CustomerRows } from "./customer-rows.ts";
import type { LastApplied } from "./last-applied.ts";
import type { PlanProblem } from "./operation-builder.ts";

type UserOperation = OperationOf<"user">;

/** Of one package. */
type Account = {
  readonly code: string;
  /** In use now. */
  readonly used: number;
  /** In force now, as last sent or as Webex shows it; and as the customer's row says. */
  readonly limit: number | undefined;
  readonly wanted: number | undefined;
  /** Operations that bring it to somebody; and those that end with a subscription that has it. */
  readonly taking: readonly UserOperation[];
  readonly giving: readonly UserOperation[];
  /** Users who change to another package. */
  readonly dropping: number;
};

export type OrderedLicenses = { readonly operations: readonly Operation[]; readonly warnings: readonly PlanProblem[] };

/** The operations in their order. */
export function orderLicenses(
  operations: readonly Operation[],
  rows: CustomerRows,
  existing: ExistingOrganization | undefined,
  last: LastApplied,
): OrderedLicenses {
  if (!existing) return { operations, warnings: [] };
  const change = operations.find(
    ({ resource, action, changes = [] }) =>
      resource === "customer" && action === "update" && changes.some(({ field }) => field === "package_limits"),
  );
  const refusals = new Map<OperationId, Refusal>();
  const needs = new Map<OperationId, readonly Need[]>();
  const warnings: PlanProblem[] = [];
  for (const account of accountsOf(operations, rows, existing, last)) {
    const late = judge(account, change?.id, refusals);
    if (account.wanted === undefined) warnings.push(...late.map((each) => mayBeNone(each.row, account)));
    else for (const { id } of late) refusals.set(id, tooMany(account, "package"));
    for (const [id, need] of waitsOf(account, change?.id, refusals)) needs.set(id, [...(needs.get(id) ?? []), need]);
  }
  const ordered = operations.map((operation): Operation => {
    const refusal = operation.refusal ?? refusals.get(operation.id);
    const more = refusal ? [] : (needs.get(operation.id) ?? []);
    if (more.length === 0 && refusal === operation.refusal) return operation;
    return { ...operation, needs: [...operation.needs, ...more], ...(refusal ? { refusal } : {}) };
  });
  return { operations: ordered, warnings };
}

/** Those for whom there will be none. A limit that is to be lowered below what is in use is refused itself. */
function judge(
  account: Account,
  change: OperationId | undefined,
  refusals: Map<OperationId, Refusal>,
): readonly UserOperation[] {
  const { limit, wanted, taking } = account;
  const isChanged = change !== undefined && wanted !== undefined && wanted !== limit;
  const missing = usersAfter(account) - (wanted ?? limit ?? Number.POSITIVE_INFINITY);
  if (missing <= 0) return [];
  if (!isChanged) return taking.slice(Math.max(0, taking.length - missing));
  refusals.set(change, tooMany(account, "package_limits"));
  return [];
}

/** Who takes what is not there yet waits for somebody who gives it up, or for the limit; a lower limit for those who go. */
function* waitsOf(
  { code, used, limit, wanted, taking, giving }: Account,
  change: OperationId | undefined,
  refusals: ReadonlyMap<OperationId, Refusal>,
): Generator<readonly [OperationId, Need]> {
  const isChanging = change !== undefined && !refusals.has(change) && wanted !== undefined && wanted !== limit;
  if (isChanging && wanted < used)
    for (const { id } of giving.slice(0, used - wanted)) yield [change, { operation: id, isOrder: true }];
  const free = (limit ?? wanted ?? Number.POSITIVE_INFINITY) - used;
  for (const [index, { id }] of taking.entries()) {
    if (index < free) continue;
    const giver = giving[index - free];
    if (giver) yield [id, { operation: giver.id, isOrder: true }];
    else if (isChanging && wanted > (limit ?? wanted)) yield [id, { operation: change, part: code, isOrder: true }];
  }
}

function usersAfter({ used, taking, giving, dropping }: Account): number {
  return used + taking.length - giving.length - dropping;
}

function accountsOf(
  operations: readonly Operation[],
  { customer }: CustomerRows,
  { users, licenses }: ExistingOrganization,
  { customer: last }: LastApplied,
): readonly Account[] {
  const before = new Map(users.map(({ email, packages }) => [email, packages]));
  const has = ({ key }: UserOperation, code: string) => before.get(key)?.includes(code) === true;
  const ofUsers = operations.filter((each): each is UserOperation => each.resource === "user" && !each.refusal);
  const changing = ofUsers.filter(({ action }) => action === "create" || action === "update");
  const leaving = ofUsers.filter(({ action }) => action === "delete");
  const limits = customer?.record.packageLimits ?? {};
  const codes = new Set([...changing.flatMap(({ payload }) => payload.packages), ...Object.keys(limits)]);
  return [...codes].map((code) => {
    const shared = licenses?.get(code);
    return {
      code,
      used: users.filter(({ packages }) => packages.includes(code)).length + (shared?.usedByWorkspaces ?? 0),
      limit: last?.packageLimits?.[code] ?? shared?.total,
      wanted: limits[code],
      taking: changing.filter((each) => each.payload.packages.includes(code) && !has(each, code)),
      giving: leaving.filter((each) => has(each, code)),
      dropping: changing.filter((each) => has(each, code) && !each.payload.packages.includes(code)).length,
    };
  });
}

function tooMany(account: Account, column: "package" | "package_limits"): Refusal {
  const { code, wanted: limit = 0 } = account;
  const users = usersAfter(account);
  return {
    code: "limit_below_assigned",
    column,
    message: text("limit_below_users", { code, limit, users }),
    hint: text(column === "package" ? "raise_limit_of_customer" : "raise_limit", { code, users }),
  };
}

function mayBeNone(row: number, { code, limit = 0, used }: Account): PlanProblem {
  return {
    row,
    code: "no_license_left",
    column: "package",
    message: text("no_license_left", { code, limit, used }),
    hint: text("raise_limit_of_customer", { code, users: limit + 1 }),
  };
}
