/** The checked values of a row of each sheet. `sheets/` defines which cells make which value. */
import type { NextWish } from "./next-wish.ts";
import type { NumberRange } from "./number-ranges.ts";

export type Address = {
  readonly line1: string;
  readonly line2?: string;
  readonly city: string;
  readonly state?: string;
  readonly postalCode?: string;
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string;
};

export type TemplateRecord = {
  readonly name: string;
  readonly provisioningId?: string;
  readonly country: string;
  readonly serviceProviderAdmin?: string;
  readonly defaultLanguage?: string;
  readonly subscription?: string;
  readonly authentication: "webex" | "partner";
  readonly idpEntityId?: string;
  readonly pstnVendor?: string;
  readonly inviteEmails?: boolean;
  /** Further common and calling settings, for the Partner Hub checklist. */
  readonly settings: Readonly<Record<string, string>>;
};

/** The name of a head office whose row gives it none. */
export const usualHeadOffice = "Head Office";

/** Where Webex takes an emergency location identifier (P-Access-Network-Info); it refuses one elsewhere. */
export const countriesWithLocationIdentifier: ReadonlySet<string> = new Set(["BE", "DE", "FR"]);

/** By what a local gateway is reached: the kind, and the name or id of the route. */
export type RouteChoice = { readonly type: "TRUNK" | "ROUTE_GROUP"; readonly name: string };

/** As a cell has it: `trunk:Amsterdam`. */
export function formatRoute({ type, name }: RouteChoice): string {
  return `${type.toLowerCase()}:${name}`;
}

/** `2026-12-05`. */
export type CalendarDay = string;

export const numbersStates = ["active", "inactive"] as const;
export type NumbersState = (typeof numbersStates)[number];

/** What a place has in common, head office or branch. */
export type LocationCalling = {
  readonly name: string;
  readonly address: Address;
  /** IANA name. */
  readonly timezone?: string;
  /** `xx` or `xx_YY`; the client spells it as each API wants it. */
  readonly language?: string;
  readonly announcementLanguage?: string;
  /** Id or display name of a connection option. */
  readonly pstn?: string;
  /** Of a local gateway: then the connection is premises-based. */
  readonly pstnRoute?: RouteChoice;
  /** In the order of the cell, none twice. */
  readonly phoneNumbers: readonly NumberRange[];
  /** Of the numbers above. Absent: as in the previous run; `active` the first time. */
  readonly numbersState?: NumbersState;
  /** The day, by the clock of the place, from which on the numbers are in service; `never`: not until a row says so. */
  readonly activateOn?: CalendarDay | "never";
  readonly mainNumber?: string;
  /** Shown to who is called from the main number. */
  readonly callerIdName?: string;
  readonly routingPrefix?: string;
  readonly emergencyLocationIdentifier?: string;
  /** Of a new place: of one that exists the row says nothing about them. */
  readonly assumed?: readonly ("name" | "country")[];
};

export type CustomerRecord = {
  /** The customer is to go: of such a row only the key is read. */
  readonly action?: "remove";
  readonly externalId: string;
  /** Absent only for an existing organization (`orgId`). */
  readonly name?: string;
  readonly adminEmail?: string;
  readonly template?: string;
  readonly provisioningId?: string;
  readonly packages: readonly PackageCode[];
  readonly packageLimits: Readonly<Record<string, number>>;
  readonly language?: string;
  readonly orgId?: string;
  readonly billingAddress: Address;
  readonly supportedLocation: boolean;
  readonly headOffice: LocationCalling;
  readonly meetingsTimezone?: string;
  readonly subPartnerAdminEmail?: string;
  /** The day from which on Webex mails its activation mails to the people, once; `never`: it does not. */
  readonly welcomeOn?: CalendarDay | "never";
};

export type LocationRecord = LocationCalling & {
  /** The location is to go: of such a row only customer and name are read. */
  readonly action?: "remove";
  /** External ID, or a name that only one customer has. */
  readonly customer: string;
};

export type UserRecord = {
  /** The user is to go: of such a row only customer and e-mail are read. */
  readonly action?: "remove";
  readonly customer: string;
  /** Lower case. */
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly package: PackageCode;
  readonly addons: readonly PackageCode[];
  readonly location?: string;
  /** E.164. */
  readonly phoneNumber?: string;
  /** A string always: leading zeros count. */
  readonly extension?: string;
  /** The number or the extension is to be the lowest free one. */
  readonly next?: { readonly phoneNumber?: NextWish; readonly extension?: NextWish };
  /** What was chosen for the row when it was last applied. In no sheet. */
  readonly assigned?: { readonly phoneNumber?: string; readonly extension?: string };
  readonly roles: readonly RoleName[];
  readonly displayName?: string;
  readonly title?: string;
  readonly department?: string;
  /** `xx_YY`: the language that the person prefers. */
  readonly language?: string;
  readonly callerId?: CallerId;
};

/** Which number is shown to who is called: the own one, the main number of the location, or this one (E.164). */
export type CallerId = "direct" | "location" | `+${string}`;

/** A customer that is to go. */
export type Departure = Pick<CustomerRecord, "externalId">;

/** A user who is to go. */
export type Leaver = Pick<UserRecord, "customer" | "email">;

/** A location that is to go. */
export type Closing = Pick<LocationRecord, "customer" | "name">;

/** The fields of a user that the directory holds, with their columns. */
export const directoryFields = {
  firstName: "first_name",
  lastName: "last_name",
  displayName: "display_name",
  title: "title",
  department: "department",
  language: "language",
} as const satisfies Partial<Record<keyof UserRecord, string>>;

export type DirectoryField = keyof typeof directoryFields;

export type DirectoryEntry = { readonly [Field in DirectoryField]?: string };

/** What goes to Webex as the sheet has it, and under the name that Webex gives it, when a user is made. A column that is only passed through is one more; a later change of it is compared only if `diff` of the user names it. */
const fieldsSentWithUser = ["firstName", "lastName"] as const satisfies readonly (keyof UserRecord)[];

export type SentWithUser = Pick<UserRecord, (typeof fieldsSentWithUser)[number]>;

/** Those that are filled. */
export function sentWithUser(user: SentWithUser): SentWithUser {
  const filled: Partial<Record<keyof SentWithUser, unknown>> = {};
  for (const field of fieldsSentWithUser) if (user[field] !== undefined) filled[field] = user[field];
  return filled as SentWithUser; // the fields of the type
}

/** Values for blank cells of other rows. What it gives stands in its cells, and is read with the rows that take it. */
export type ProfileRecord = { readonly name: string };

export type SheetRecords = {
  readonly templates: TemplateRecord;
  readonly profiles: ProfileRecord;
  readonly customers: CustomerRecord;
  readonly locations: LocationRecord;
  readonly users: UserRecord;
};

/** A record of which any value may be missing, because its cell is empty or wrong: enough to look for further errors, never sent. */
export type Draft<T> = { readonly [K in keyof T]?: T[K] | undefined };

export const packageCodes = [
  "common_area_calling",
  "webex_calling",
  "webex_calling_standard",
  "webex_voice",
  "webex_suite",
  "cx_essentials",
  "webex_meetings",
  "attendant_console",
  "cisco_calling_plan",
  "cx_premium_agent",
  "cx_standard_agent",
  "cx_voice_ports",
  "cx_ai_assistant",
  "webex_ai_agent",
] as const;
export type PackageCode = (typeof packageCodes)[number];

export const roleNames = ["full_admin", "user_admin", "readonly_admin", "device_admin"] as const;
export type RoleName = (typeof roleNames)[number];
