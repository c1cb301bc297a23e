/** What stands at the target otherwise than in the sheets. Plain data, for every rendering. */
import type { RowAddress } from "./sheet.ts";
import type { Text } from "./words/text.ts";

/** changed: a value differs. missing: the sheets have it, the target does not. unlisted: the target has it, and no sheet. leftover: a row says that it is to go, and it is there. */
export const driftKinds = ["changed", "missing", "unlisted", "leftover"] as const;
export type DriftKind = (typeof driftKinds)[number];

export const driftSheets = ["customers", "locations", "users"] as const;
export type DriftSheet = (typeof driftSheets)[number];

/** One value, or one thing, that differs. */
export type DriftLine = {
  readonly customer: string;
  /** As its row calls it, where it has one. */
  readonly customerName?: string;
  readonly sheet: DriftSheet;
  readonly key: string;
  readonly kind: DriftKind;
  /** Of a change. */
  readonly column?: string;
  readonly inSheet?: string;
  readonly atTarget?: string;
  /** Absent where no file was compared. */
  readonly at?: RowAddress;
  /** Further remarks about it. */
  readonly message?: Text;
};

/** Licenses of a package of a customer. `limit`: of the customer's row. `total`, `used`: as the target reports them. */
export type LicenseLine = {
  readonly customer: string;
  readonly package: string;
  readonly limit?: number;
  readonly total: number;
  readonly used: number;
};

/** A tenth is left, or less. */
export function isScarce({ total, used }: LicenseLine): boolean {
  return total > 0 && used >= total * 0.9;
}

/** Rows of a sheet that were compared, and what differs. */
export type DriftCounts = { readonly compared: number } & Readonly<Record<DriftKind, number>>;

export type DriftSummary = {
  /** Version of this shape. */
  readonly v: 1;
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly target: { readonly name: "simulator" | "webex"; readonly baseUrl: string };
  /** What was compared, for people: paths; the run; empty for the rows last applied. */
  readonly inputs: readonly string[];
  readonly runId?: string;
  readonly operator?: string;
  readonly ticket?: string;
  /** Customers that were compared, and those of them in which something differs. */
  readonly customers: number;
  readonly differing: number;
  readonly sheets: Readonly<Record<DriftSheet, DriftCounts>>;
  /** Rows that nothing was compared with: refused by the checks, or not readable at the target. */
  readonly notCompared: number;
  readonly differences: number;
  readonly licenses: readonly LicenseLine[];
};
