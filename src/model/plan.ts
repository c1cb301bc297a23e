/** The plan: operations of one customer, and which of them wait for which. Plain data; it survives SQLite, Temporal and replay. */

import type { NumberRange } from "./number-ranges.ts";
import type { Ids } from "./outcome.ts";
import type { ProblemCode } from "./problem-code.ts";
import type { Address, CalendarDay, DirectoryEntry, RoleName, RouteChoice, UserProfile } from "./records.ts";
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

export type MovePayload = {
  readonly email: string;
  readonly locationName: string;
  /** Where the person was when the plan was made. */
  readonly from: { readonly locationId: string; readonly name: string };
  /** As the row has them. Absent: what the person has goes along. */
  readonly phoneNumber?: string;
  readonly extension?: string;
  /** What goes along. */
  readonly keeps: { readonly phoneNumber?: string; readonly extension?: string };
  /** Webex was not asked yet what the move takes away. */
  readonly mustValidate?: true;
  /** Voice messages and memberships of groups may be lost. */
  readonly mayLose?: true;
  /** A number that does not go along may be removed and added; `letsGo`: Webex has said that it does not. */
  readonly mayLetGo?: true;
  readonly letsGo?: true;
};

/** What a location with calling holds, beside its users. */
export type HeldAtLocation = {
  readonly phoneNumbers: readonly string[];
  readonly connection?: string;
  readonly settings: Payloads["location_settings"];
};

/** What an update of a customer may send beside its packages. */
export type CustomerPart =
  | "billingAddress"
  | "headOffice"
  | "packageLimits"
  | "meetingsTimezone"
  | "subPartnerAdminEmail";

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

/** What is sent, per resource. The client spells it as the API wants it. */
export type Payloads = {
  readonly template: { readonly name: string; readonly provisioningId?: string };
  readonly customer: {
    readonly externalId: string;
    readonly provisioningId?: string;
    readonly orgId?: string;
    readonly name?: string;
    readonly adminEmail?: string;
    readonly language?: string;
    /** The whole list: an update replaces what is there. */
    readonly packages: readonly string[];
    readonly packageLimits: Readonly<Record<string, number>>;
    readonly billingAddress: Address;
    readonly headOffice?: {
      readonly name: string;
      readonly address: Address;
      readonly timezone: string;
      readonly language: string;
      readonly emergencyLocationIdentifier?: string;
    };
    readonly meetingsTimezone?: string;
    readonly subPartnerAdminEmail?: string;
    /** An update sends only these beside the packages. */
    readonly only?: readonly CustomerPart[];
  };
  /** Gives a customer that is there another external id; its packages are sent as they are. */
  readonly external_id: {
    readonly externalId: string;
    /** As they were when the plan was made: they must be the same afterwards. */
    readonly packages: readonly string[];
  };
  /** Waits until Webex has done with a customer that is there, on behalf of a row of a location or a user. */
  readonly customer_ready: { readonly externalId: string };
  /** Reads the organization once: that puts it on the list of organizations the administrator manages. */
  readonly organization: Readonly<Record<string, never>>;
  /** Renames the customer, or changes its language: its organization bears both. */
  readonly organization_name: { readonly name: string; readonly language?: string };
  /** Finds the location that came with the customer. `office`: as the row wants it, for a customer that was there already. */
  readonly head_office: {
    readonly name: string;
    readonly office?: Pick<LocationPayload, "name" | "address" | "timezone" | "language">;
  };
  readonly location: LocationPayload & {
    /** It goes with its organization: nothing is sent. */
    readonly goesWithOrganization?: true;
  };
  /** Enables calling for a location that exists, or ends it there. */
  readonly calling: LocationPayload & {
    /** What Webex removes by force alone goes too. */
    readonly isForced?: true;
    /** Of a location that goes: what was there, for an undo. */
    readonly held?: HeldAtLocation;
  };
  /** `route`: of a local gateway; then `connection` says the same for people. `routeId`: as the plan has read it. */
  readonly pstn: { readonly connection: string; readonly route?: RouteChoice; readonly routeId?: string };
  /** `mustReadConnection`: the sheet names no PSTN connection, so the location's own decides whether numbers may be sent. */
  readonly numbers: {
    readonly phoneNumbers: readonly string[];
    readonly mustReadConnection: boolean;
    readonly isTollFree?: true;
    /** Those who have them take them there, in operations that this one waits for: nothing is sent. */
    readonly comeWithPeople?: true;
    /** They are added, and are not in service yet. */
    readonly isInactive?: true;
  };
  /** Numbers of a location go into service, or (by an undo) out of it. */
  readonly activation: {
    readonly phoneNumbers: readonly string[];
    readonly state: "ACTIVE" | "INACTIVE";
    /** The day for which that was planned. */
    readonly day?: GoLiveDay;
  };
  /** Webex's activation mails to all people of an organization who have not signed in yet. */
  readonly welcome: Readonly<Record<string, never>>;
  /** The state folder is to remember a day: nothing is sent. */
  readonly go_live: GoLiveDay;
  readonly location_settings: {
    readonly mainNumber?: string;
    readonly callerIdName?: string;
    readonly routingPrefix?: string;
    readonly emergencyLocationIdentifier?: string;
    readonly announcementLanguage?: string;
  };
  readonly user: UserProfile & {
    readonly email: string;
    readonly packages: readonly string[];
    readonly phoneNumber?: string;
    readonly extension?: string;
    /** Of somebody who goes: what the directory has told, for an undo. */
    readonly entry?: DirectoryEntry & { readonly roles: readonly RoleName[] };
    /** An update brings calling to somebody who had none: only then number, extension and location may be sent. */
    readonly mayGetTelephone?: boolean;
  };
  /** Number and extension of somebody who has calling already. Absent: as it is; blank: none. */
  readonly telephone: { readonly email: string; readonly phoneNumber?: string; readonly extension?: string };
  /** Another location for somebody who has calling. */
  readonly move: MovePayload;
  /** People who go to one location together, on behalf of their own operations: who is not moved by it goes alone. */
  readonly move_job: {
    readonly people: readonly (Pick<MovePayload, "phoneNumber" | "extension" | "mustValidate" | "mayLose"> & {
      readonly personId: string;
    })[];
  };
  /** The number of somebody who was moved without it: removed where it was, added where they are, and given back. */
  readonly moved_number: { readonly email: string; readonly phoneNumber: string };
  /** The identity behind a user: it stays when its subscription is removed. */
  readonly person: { readonly email: string };
  /** What the directory tells of a person: roles are given; of the rest only what is here, blank: nothing. */
  readonly profile: DirectoryEntry & {
    readonly roles: readonly RoleName[];
    /** By an undo. */
    readonly takenRoles?: readonly RoleName[];
  };
  readonly invite_emails: { readonly value: boolean };
};

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
