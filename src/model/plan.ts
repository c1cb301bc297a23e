/** The plan: operations of one customer, and which of them wait for which. Plain data; it survives SQLite, Temporal and replay. */

import type { NumberRange } from "./number-ranges.ts";
import type { Ids } from "./outcome.ts";
import type { ProblemCode } from "./problem-code.ts";
import type { Address, CalendarDay } from "./records.ts";
import type { SheetName } from "./sheet.ts";
import type { Text } from "./words/text.ts";

/** Row number in the run file: rows of all sheets, counted from 1 in input order. */
export type RowId = number;
/** Unit of work in the run file: one customer with its locations and users. */
export type UnitId = number;
/** Operation number in the run file, unique in the run. */
export type OperationId = number;

/** What an operation waits for. With `part`, a partial failure of the other blocks only when it refused that part (a phone number, a package). `isOrder`: it only comes first; its ids are those of another thing. */
export type Need = { readonly operation: OperationId; readonly part?: string; readonly isOrder?: true };

export type LocationPayload = {
  readonly name: string;
  readonly address: Address;
  readonly timezone: string;
  readonly language: string;
  readonly announcementLanguage: string;
  /** An update sends only these. */
  readonly only?: readonly ("name" | "address" | "timezone" | "language")[];
};

/** A day on which something goes live. */
export type GoLiveDay = {
  readonly kind: GoLiveKind;
  /** Absent: there is none any more. */
  readonly on?: CalendarDay;
  /** By whose clock. */
  readonly timezone: string;
  /** Name of the location; of a welcome, of the customer. */
  readonly name: string;
  /** Those that are activated then; none for a welcome. */
  readonly numbers: readonly NumberRange[];
};

export const goLiveKinds = ["numbers", "welcome"] as const;
export type GoLiveKind = (typeof goLiveKinds)[number];

/** What is sent, per resource: each declares its own where it stands, in `webex/resources/`. The client spells it as the API wants it. */
// biome-ignore lint/suspicious/noEmptyInterface: they add to it (declaration merging), so that a resource stands in one place
export interface Payloads {}

export type ResourceKind = keyof Payloads;

/** The resource that a row of a sheet stands for; its other operations serve that one. A profile stands for none. */
export const mainResource = {
  templates: "template",
  profiles: undefined,
  customers: "customer",
  locations: "location",
  users: "user",
} as const satisfies Readonly<Record<SheetName, ResourceKind | undefined>>;

/** One field that differs at the target. */
export type Change = { readonly field: string; readonly before: string; readonly after: string };

/** The operation of one resource. */
export type OperationOf<R extends ResourceKind> = {
  readonly id: OperationId;
  readonly unit: UnitId;
  /** The row it comes from. */
  readonly row: RowId;
  readonly resource: R;
  /** Natural key, for people and for the look-up: external id, location name, e-mail, number. */
  readonly key: string;
  /** `read` only looks; `none` is known to be right already and never runs. */
  readonly action: "create" | "update" | "read" | "none" | "delete";
  readonly payload: Payloads[R];
  readonly needs: readonly Need[];
  /** Ids known when the plan was made; those of `needs` come on top when it runs. */
  readonly ids: Ids;
  /** It starts when nothing else of its unit can go on: what takes away. */
  readonly isLast?: true;
  readonly changes?: readonly Change[];
  /** The number and the extension that the plan chose for the row. */
  readonly assigned?: { readonly phoneNumber?: string; readonly extension?: string };
  /** What is taken in place of that, in this order, where Webex has given it to somebody else meanwhile. */
  readonly spare?: { readonly phoneNumbers?: readonly string[]; readonly extensions?: readonly string[] };
  /** ISO 8601: the row is what was last applied then, and was not asked about. */
  readonly lastAppliedAt?: string;
  /** Known to be refused when the plan was made: nothing is sent, the row fails with this. */
  readonly refusal?: {
    readonly code: ProblemCode;
    readonly column?: string;
    readonly message: Text;
    readonly hint?: Text;
  };
};

export type Operation = { [R in ResourceKind]: OperationOf<R> }[ResourceKind];

export type PlannedAction = "create" | "update" | "none" | "delete" | "refused";

/** Something in a customer of the batch that no sheet names. Listed, never deleted: a licence costs money. */
export type Unlisted = { readonly customer: string; readonly kind: "user" | "location"; readonly key: string };
