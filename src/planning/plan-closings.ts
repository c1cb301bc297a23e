/** Plans that locations go: calling ends there by a job of Webex, with its numbers, then the location. After their users, and never the head office. */
import type { ExistingLocation, ExistingOrganization } from "../model/existing.ts";
import { findByName, foldName, isSameName } from "../model/names.ts";
import type { Change, Need, Operation, Payloads } from "../model/plan.ts";
import { type Closing, usualHeadOffice } from "../model/records.ts";
import { text } from "../model/words/text.ts";
import { whatStandsAgainst } from "../webex/resources/closing.ts";
import type { Refusal } from "./changes.ts";
import type { CustomerNeeds } from "./customer-needs.ts";
import type { CustomerRows, Sourced } from "./customer-rows.ts";
import { warnOfNothing } from "./nothing-to-remove.ts";
import type { OperationBuilder } from "./operation-builder.ts";
import { indexUsers } from "./user-index.ts";

export type ClosingsBasis = {
  readonly existing: ExistingOrganization | undefined;
  readonly customer: CustomerNeeds;
  /** The name of the head office, if a row or an earlier run gives it. */
  readonly headOffice: string | undefined;
  /** What Webex removes by force alone goes too. */
  readonly isForcing: boolean;
};

/**
 * After all users are planned: a location goes when those who leave it have left. What is not there is as the row says
 * already. The result: what the end of their customer waits for.
 */
export function planClosings(builder: OperationBuilder, rows: CustomerRows, basis: ClosingsBasis): readonly Need[] {
  return rows.closings.map((closing) => planClosing(builder, closing, rows, basis));
}

function planClosing(
  builder: OperationBuilder,
  { row, record: { name } }: Sourced<Closing>,
  rows: CustomerRows,
  { existing, customer, headOffice, isForcing }: ClosingsBasis,
): Need {
  const found = findByName(existing?.locations ?? [], name);
  if (!existing || !found) {
    const there = existing?.locations.map((location) => location.name) ?? [];
    warnOfNothing(builder, { row, column: "name", key: name }, there);
    return builder.add<"location">({
      row,
      resource: "location",
      key: name,
      action: "none",
      payload: unknownLocation(name),
    });
  }
  const leaving = leavingOf(builder.operations, found, rows, existing);
  const refusal = isSameName(name, headOffice ?? usualHeadOffice)
    ? headOfficeStays(name)
    : (stillUsed(found, rows) ?? inTheWay(found, leaving, existing, isForcing));
  const needs: readonly (Need | undefined)[] = [customer.organizationFor(row), ...leaving.needs];
  const payload = payloadOf(found, existing);
  const ids = { locationId: found.locationId };
  const held = heldAt(found, existing);
  const common = { row, key: name, action: "delete", ids, ...(refusal ? { refusal } : {}) } as const;
  const closed = found.isCalling
    ? builder.add<"calling">({
        ...common,
        resource: "calling",
        payload: { ...payload, held, ...(isForcing ? { isForced: true } : {}) },
        needs,
        changes: lossesOf(held),
      })
    : undefined;
  return builder.add<"location">({ ...common, resource: "location", payload, needs: closed ? [closed] : needs });
}

/** Nothing is known of it, and nothing is sent. */
export function unknownLocation(name: string): Payloads["location"] {
  return { name, address: { line1: "", city: "", country: "" }, timezone: "", language: "", announcementLanguage: "" };
}

function payloadOf(found: ExistingLocation, { closing }: ExistingOrganization): Payloads["location"] {
  const { name, address = {}, timezone = "", language = "" } = found;
  const { line1 = "", city = "", country = "", ...more } = address;
  const announcementLanguage = closing?.get(found.locationId)?.announcementLanguage ?? language;
  return { name, address: { ...more, line1, city, country }, timezone, language, announcementLanguage };
}

/** What was there, for an undo. */
function heldAt(
  { locationId, mainNumber, routingPrefix }: ExistingLocation,
  { numbers, pstn, closing }: ExistingOrganization,
): NonNullable<Payloads["calling"]["held"]> {
  const connection = pstn.get(locationId);
  const { callerIdName, emergencyLocationIdentifier } = closing?.get(locationId) ?? {};
  return {
    phoneNumbers: numbers.flatMap((each) => (each.locationId === locationId ? (each.phoneNumber ?? []) : [])),
    ...(connection ? { connection: connection.displayName ?? connection.id } : {}),
    settings: {
      ...(mainNumber ? { mainNumber } : {}),
      ...(mainNumber && callerIdName ? { callerIdName } : {}),
      ...(routingPrefix ? { routingPrefix } : {}),
      ...(emergencyLocationIdentifier ? { emergencyLocationIdentifier } : {}),
    },
  };
}

function lossesOf({ phoneNumbers, connection = "" }: NonNullable<Payloads["calling"]["held"]>): readonly Change[] {
  return [
    ...(phoneNumbers.length > 0 ? [{ field: "phone_numbers", before: phoneNumbers.join(";"), after: "" }] : []),
    ...(connection ? [{ field: "pstn", before: connection, after: "" }] : []),
  ];
}

type Leaving = {
  /** What is planned for users who are there and do not stay, and for what calling comes elsewhere. */
  readonly needs: readonly Need[];
  readonly users: number;
};

/** Those who go, and those whom their rows put elsewhere. Where a location would be the last, another one comes first. */
function leavingOf(
  operations: readonly Operation[],
  { locationId, name }: ExistingLocation,
  { users, leavers }: CustomerRows,
  existing: ExistingOrganization,
): Leaving {
  const index = indexUsers(existing);
  const isThere = (email: string) => {
    const personId = index.find(email)?.personId ?? index.person(email)?.personId;
    return personId !== undefined && index.telephones(personId).some((line) => line.locationId === locationId);
  };
  const goesElsewhere = (location: string | undefined) =>
    location !== undefined && foldName(location) !== foldName(name);
  const rows = new Set([
    ...leavers.filter(({ record }) => isThere(record.email)).map(({ row }) => row),
    ...users.filter(({ record }) => goesElsewhere(record.location) && isThere(record.email)).map(({ row }) => row),
  ]);
  const isNeeded = ({ action, row, resource }: Operation) =>
    (rows.has(row) && action !== "none" && action !== "read") || (resource === "calling" && action === "create");
  return { needs: operations.filter(isNeeded).map(({ id }) => ({ operation: id, isOrder: true })), users: rows.size };
}

/** Rows of the batch that keep users there, or bring them. */
function stillUsed({ name }: ExistingLocation, { users }: CustomerRows): Refusal | undefined {
  const staying = users.flatMap(({ record: { location, email } }) =>
    location !== undefined && isSameName(location, name) ? [email] : [],
  );
  if (staying.length === 0) return undefined;
  const message = text("location_still_used", { location: name, users: someOf(staying) });
  return { code: "location_in_use", column: "name", message, hint: text("users_elsewhere_first") };
}

const named = 3;

function someOf(emails: readonly string[]): readonly string[] {
  return emails.length > named ? [...emails.slice(0, named), "..."] : emails;
}

/** What Webex's own check says, without what goes in this run before it. */
function inTheWay(
  { locationId, name }: ExistingLocation,
  { users, needs }: Leaving,
  { closing }: ExistingOrganization,
  isForcing: boolean,
): Refusal | undefined {
  const check = closing?.get(locationId)?.check;
  if (!check) return undefined;
  const left = { ...check, users: Math.max(0, check.users - users), isLast: check.isLast && needs.length === 0 };
  const { status, isLast, workspaces, virtualLines, trunks, isOrderPending, hasFeatures, idleTrunks } = left;
  const isBlocked = isLast || isOrderPending || left.users + workspaces + virtualLines + trunks > 0;
  const needsForce = hasFeatures || idleTrunks > 0 || status === "FORCE_REQUIRED";
  const seen = { ...left, status: isBlocked ? "BLOCKED" : needsForce ? "FORCE_REQUIRED" : "UNBLOCKED" };
  const found = whatStandsAgainst(name, seen, isForcing);
  return found && { ...found, column: "name" };
}

function headOfficeStays(location: string): Refusal {
  return {
    code: "head_office_stays",
    column: "name",
    message: text("head_office_stays", { location }),
    hint: text("remove_customer_instead"),
  };
}
