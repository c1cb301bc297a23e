/** What locations and users need of their customer before they are sent. */
import type { ExistingCustomer, ExistingOrganization } from "../model/existing.ts";
import type { Need, Operation, RowId } from "../model/plan.ts";
import type { OperationBuilder } from "./operation-builder.ts";

export type CustomerNeeds = {
  /** The organization is there and may be written to, for an operation of this row. */
  organizationFor(row: RowId): Need | undefined;
  /** A calling package works. */
  readonly calling: Need | undefined;
  /** This package of the customer works. */
  packageWorks(code: string): Need | undefined;
};

/** Of a customer that is there, and that nothing is done to. */
export const noNeeds: CustomerNeeds = {
  organizationFor: () => undefined,
  calling: undefined,
  packageWorks: () => undefined,
};

const statusesAtWork: ReadonlySet<string> = new Set(["provisioning", "updating"]);

/** Does Webex still work on a customer that stays? */
export function isAtWork({ status }: ExistingCustomer): boolean {
  return statusesAtWork.has(status);
}

/**
 * Of a customer that is there, and that no operation is about: where Webex still works on it, each row waits for that by
 * itself. All of them are asked about together.
 */
export function needsOfUntouched(
  builder: OperationBuilder,
  { customer }: ExistingOrganization,
  key: string,
): CustomerNeeds {
  if (!isAtWork(customer)) return noNeeds;
  const waits = new Map<RowId, Need>();
  const waitFor = (row: RowId): Need => {
    const payload = { externalId: key };
    const need =
      waits.get(row) ??
      builder.add<"customer_ready">({ row, resource: "customer_ready", key, action: "read", payload });
    waits.set(row, need);
    return need;
  };
  return { ...noNeeds, organizationFor: waitFor };
}

/** Rows that change nothing wait for nothing. */
export function withoutIdleWaits(operations: readonly Operation[]): readonly Operation[] {
  const writing = new Set(operations.filter(isWriting).map(({ row }) => row));
  const idle = new Set(
    operations.filter(({ resource, row }) => resource === "customer_ready" && !writing.has(row)).map(({ id }) => id),
  );
  if (idle.size === 0) return operations;
  return operations
    .filter(({ id }) => !idle.has(id))
    .map((each) => ({ ...each, needs: each.needs.filter(({ operation }) => !idle.has(operation)) }));
}

function isWriting({ action, refusal }: Operation): boolean {
  return action !== "none" && action !== "read" && !refusal;
}
