/** Inputs and results of the plan of one customer, other than its rows and what exists. */
import type { Operation } from "../model/plan.ts";
import type { Draft, UserRecord } from "../model/records.ts";
import type { Assigned } from "../model/run-report.ts";
import type { RowAddress } from "../model/sheet.ts";
import type { UpdatePolicy } from "./customer-changes.ts";
import type { LastApplied } from "./last-applied.ts";
import type { PlanProblem } from "./operation-builder.ts";

/** How lists are treated, and what was last applied. */
export type PlanBasis = {
  readonly policy: UpdatePolicy;
  readonly last: LastApplied;
  /** When the plan is made: milliseconds since the epoch. */
  readonly nowMs: number;
  /** With which the customer was made, where that is known. */
  readonly provisioningId?: string | undefined;
  /** What all users of the batch say of numbers and extensions. */
  readonly claims?: Iterable<Draft<UserRecord>>;
  /** The row by which somebody with this address leaves another customer in the same run. */
  readonly leaverAt?: (email: string) => RowAddress | undefined;
  /** What a signed plan chose for an address. */
  readonly signed?: (email: string) => Assigned | undefined;
};

export type UnitPlan = {
  readonly operations: readonly Operation[];
  /** Rows that cannot be planned, now that the target was looked at. */
  readonly problems: readonly PlanProblem[];
  readonly warnings: readonly PlanProblem[];
};
