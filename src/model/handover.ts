/** What one customer is given when it is handed over: as data, for its page and its CSV file. Nothing in it is of another customer. */
import type { Address, CalendarDay, PackageCode, RoleName } from "./records.ts";
import type { Text } from "./words/text.ts";

export type CustomerHandover = {
  /** External id. */
  readonly customer: string;
  readonly name: string;
  /** ISO 8601: when the run ended, or this was written. */
  readonly asOf: string;
  /** IANA name: by whose clock the customer reads that. */
  readonly timezone: string;
  readonly state: HandedState;
  readonly billingAddress?: Address;
  readonly packages: readonly HandedPackage[];
  /** The head office first. */
  readonly places: readonly HandedPlace[];
  readonly people: readonly HandedPerson[];
  readonly administrators: readonly HandedAdministrator[];
  /** What is not there any more: names of locations, e-mail addresses. */
  readonly removed: readonly string[];
  /** What still has to be done, in the order in which it is read. */
  readonly tasks: readonly HandedTask[];
  readonly mails: ActivationMails;
  /** People sign in at the provider's identity provider, not with a password of Webex. */
  readonly signsInAtPartner: boolean;
  /** Its customers row is not of this run: only what this run had is told. */
  readonly isPart?: true;
};

/** `ready`: as ordered. `partly`: it works, and something of it is still to be done. `pending`: it does not work yet. */
export type HandedState = "ready" | "partly" | "pending";

/** `limit`: how many people may have it; absent where the row says nothing. */
export type HandedPackage = { readonly code: PackageCode; readonly users: number; readonly limit?: number };

export type HandedPlace = {
  readonly name: string;
  readonly isHeadOffice: boolean;
  readonly state: HandedState;
  readonly address: Address;
  readonly timezone?: string;
  /** E.164; absent where it has none, or not yet. */
  readonly mainNumber?: string;
  readonly routingPrefix?: string;
  readonly numbers: readonly HandedNumbers[];
};

/** Numbers that follow each other and share a state: the digits of E.164 without the plus, both included. */
export type HandedNumbers = {
  readonly from: number;
  readonly to: number;
  /** `inactive`: they are there and not in service. `missing`: they could not be added. `pending`: they are being added. */
  readonly state: "active" | "inactive" | "missing" | "pending";
  /** The day from which on they are in service. */
  readonly on?: CalendarDay;
};

export type HandedPerson = {
  readonly name: string;
  readonly email: string;
  readonly state: HandedState;
  readonly packages: readonly PackageCode[];
  readonly location?: string;
  readonly phoneNumber?: string;
  readonly extension?: string;
  readonly roles: readonly RoleName[];
};

/** `name`: absent where no users row has the address. */
export type HandedAdministrator = {
  readonly name?: string;
  readonly email: string;
  readonly roles: readonly RoleName[];
};

/** `by`: who has to do it. `person`: those whom it names. */
export type HandedTask = {
  readonly by: "provider" | "customer" | "both" | "person" | "webex";
  readonly what: Text;
  readonly on?: CalendarDay;
};

/** Webex's activation mails. `automatic`: to each person at once. `planned`: on a day. `none`: Webex sends none by itself. */
export type ActivationMails =
  | { readonly kind: "automatic" | "sent" | "none" | "unknown" }
  | { readonly kind: "planned"; readonly on: CalendarDay };

/** Why a customer of the run is not handed over. */
export const notHandedReasons = ["removed", "not_set_up", "not_attempted"] as const;
export type NotHandedReason = (typeof notHandedReasons)[number];
