/** Things that bear another name at the target than in the rows, and are the same all the same: by the id with which they were last applied, or because a head office cannot go. Pure. */
import type { AppliedRow } from "../journal/state/applied-rows.ts";
import type { ExistingLocation, ExistingOrganization, ExistingUser } from "../model/existing.ts";
import { foldName, foldNumber, isSameName } from "../model/names.ts";
import { hasNumber } from "../model/number-ranges.ts";
import type { Change, RowId } from "../model/plan.ts";
import type { LocationCalling } from "../model/records.ts";
import type { SheetName } from "../model/sheet.ts";
import { isSameId } from "../webex/ids.ts";
import type { CustomerRows } from "./customer-rows.ts";

/** A row with the name that its thing has at the target. */
export type Renamed = { readonly row: RowId; readonly change: Change };

export type Recognised = {
  /** With the names of the rows in the place of those at the target. */
  readonly existing: ExistingOrganization;
  readonly renamed: readonly Renamed[];
};

/** `applied`: what was last applied for this customer. */
export function recogniseRenamed(
  rows: CustomerRows,
  existing: ExistingOrganization,
  applied: readonly AppliedRow[],
): Recognised {
  const idOf = (sheet: SheetName, key: string) =>
    applied.find((row) => row.sheet === sheet && isSameName(row.key, key))?.webexId;
  const locations = renamedLocations(rows, existing, idOf);
  const users = renamedUsers(rows, existing, idOf);
  return {
    existing: withUsers(withLocations(existing, locations), users),
    renamed: [...locations, ...users].map(({ row, field, before, after }) => ({
      row,
      change: { field, before, after },
    })),
  };
}

type Alias = {
  readonly row: RowId;
  readonly id: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
};
type IdOf = (sheet: SheetName, key: string) => string | undefined;

function renamedLocations(rows: CustomerRows, existing: ExistingOrganization, idOf: IdOf): readonly Alias[] {
  const { locations } = existing;
  const isThere = (name: string) => locations.some((each) => isSameName(each.name, name));
  const branches = rows.locations.flatMap(({ row, record: { name } }) => {
    const id = isThere(name) ? undefined : idOf("locations", name);
    const found = id === undefined ? undefined : locations.find(({ locationId }) => isSameId(locationId, id));
    return found ? [{ row, id: found.locationId, field: "name", before: found.name, after: name }] : [];
  });
  const { customer } = rows;
  const office = customer?.record.headOffice.name;
  if (!customer || office === undefined || isThere(office)) return branches;
  const named = new Set(rows.locations.map(({ record }) => foldName(record.name)));
  const isKnown = ({ locationId, name }: ExistingLocation) =>
    named.has(foldName(name)) || branches.some(({ id }) => id === locationId);
  const strange = locations.filter((each) => each.isCalling && !isKnown(each));
  const found = strange.find((each) => holdsNumberOf(customer.record.headOffice, each, existing));
  const only = found ?? (strange.length === 1 ? strange[0] : undefined);
  if (!only) return branches;
  return [...branches, { row: customer.row, id: only.locationId, field: "hq_name", before: only.name, after: office }];
}

/** It has one of the numbers that the row gives to its head office. */
function holdsNumberOf(
  { mainNumber, phoneNumbers }: LocationCalling,
  { locationId }: ExistingLocation,
  { numbers }: ExistingOrganization,
): boolean {
  return numbers.some(({ locationId: at, phoneNumber }) => {
    if (at !== locationId || !phoneNumber) return false;
    const number = foldNumber(phoneNumber);
    return number === foldNumber(mainNumber ?? "") || hasNumber(phoneNumbers, number);
  });
}

function renamedUsers(rows: CustomerRows, { users }: ExistingOrganization, idOf: IdOf): readonly Alias[] {
  const emails = new Set(users.map(({ email }) => email));
  return rows.users.flatMap(({ row, record: { email } }) => {
    const id = emails.has(email) ? undefined : idOf("users", email);
    const found = id === undefined ? undefined : users.find(({ subscriberId }) => isSameId(subscriberId, id));
    return found ? [{ row, id: found.subscriberId, field: "email", before: found.email, after: email }] : [];
  });
}

function withLocations(existing: ExistingOrganization, aliases: readonly Alias[]): ExistingOrganization {
  if (aliases.length === 0) return existing;
  const names = new Map(aliases.map(({ id, after }) => [id, after]));
  return {
    ...existing,
    locations: existing.locations.map((each) => ({ ...each, name: names.get(each.locationId) ?? each.name })),
    numbers: existing.numbers.map((each) => {
      const locationName = names.get(each.locationId);
      return locationName === undefined ? each : { ...each, locationName };
    }),
  };
}

function withUsers(existing: ExistingOrganization, aliases: readonly Alias[]): ExistingOrganization {
  if (aliases.length === 0) return existing;
  const byId = new Map(aliases.map(({ id, after }) => [id, after]));
  const byEmail = new Map(aliases.map(({ before, after }) => [before, after]));
  const renamed = (user: ExistingUser) => ({ ...user, email: byId.get(user.subscriberId) ?? user.email });
  const people = existing.people?.map((each) => ({ ...each, email: byEmail.get(each.email) ?? each.email }));
  return {
    ...existing,
    users: existing.users.map(renamed),
    roles: new Map([...existing.roles].map(([email, roles]) => [byEmail.get(email) ?? email, roles])),
    ...(people ? { people } : {}),
  };
}
