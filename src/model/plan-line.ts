/** The plan as a person reads and signs it: what will become of each row, and of what is at Webex and in no sheet. */
import type { TemplateChecklist } from "./checklist.ts";
import type { Change, PlannedAction, Unlisted } from "./plan.ts";
import type { TargetFacts } from "./run-event.ts";
import { type Assigned, parseAssigned, type TakenCell } from "./run-report.ts";
import type { RowAddress } from "./sheet.ts";
import type { Text } from "./words/text.ts";

export type { PlannedAction, Unlisted };

export type PlanLine = {
  readonly at: RowAddress;
  readonly customer: string;
  readonly key: string;
  readonly action: PlannedAction;
  /** Field by field, for what exists. */
  readonly changes: readonly Change[];
  /** `profile=sales;phone_number=+31201234507`: what was chosen for it. */
  readonly assigned?: string;
  /** Its blank cells that profiles fill. */
  readonly taken?: readonly TakenCell[];
  /** Why it is refused. */
  readonly reason?: Text;
  /** Of a refusal that the target gives rise to: its code, and the column that it is about. */
  readonly code?: string;
  readonly column?: string;
  /** What a person can do about it. */
  readonly hint?: Text;
  /** Of what would be sent: two plans that send the same have the same. */
  readonly digest: string;
};

export type SavedPlan = {
  readonly v: 1;
  readonly createdAt: string;
  /** Absolute paths. */
  readonly inputs: readonly string[];
  /** Absolute path of the mapping that was named. */
  readonly mapping?: string;
  readonly target: TargetFacts;
  readonly isRemovingPackages: boolean;
  /** Webex's own checks were asked. */
  readonly isPrechecking?: boolean;
  /** The only customers that were looked at, and how many at most. */
  readonly only?: readonly string[];
  readonly limit?: number;
  readonly notes: readonly Text[];
  readonly unlisted: readonly Unlisted[];
  /** Templates that a person must make in Partner Hub. */
  readonly checklist: readonly TemplateChecklist[];
  readonly rows: readonly PlanLine[];
};

/** The numbers and extensions that it has chosen, by the address of the user. */
export function assignedIn({ rows }: SavedPlan): ReadonlyMap<string, Assigned> {
  return new Map(
    rows.flatMap(({ at, key, assigned }) =>
      at.sheet === "users" && assigned ? [[key, parseAssigned(assigned)] as const] : [],
    ),
  );
}
