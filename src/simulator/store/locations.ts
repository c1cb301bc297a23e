/** Locations of organizations, with their calling and PSTN side. */
import type { Database } from "./database.ts";
import { fromJson, toJson } from "./json.ts";
import { createSearch, type Page } from "./search.ts";

/** Address as the locations API spells it. */
export type LocationAddress = {
  readonly address1: string;
  readonly address2?: string | undefined;
  readonly city: string;
  readonly state?: string | undefined;
  readonly postalCode?: string | undefined;
  readonly country: string;
};

/** A PSTN choice as stored: one of the options, or a premises route. */
export type PstnChoice =
  | { readonly option: "simulated" | "second" | "integrated" | "cisco" }
  /** One that the simulator was told of. */
  | { readonly option: "carrier"; readonly name: string }
  | { readonly option: "premises"; readonly routeType: "TRUNK" | "ROUTE_GROUP"; readonly routeId: string };

export type CallingSettings = {
  readonly announcementLanguage?: string | undefined;
  readonly mainNumber?: string | undefined;
  readonly callerName?: string | undefined;
  readonly externalCallerIdName?: string | undefined;
  readonly routingPrefix?: string | undefined;
  readonly pAccessNetworkInfo?: string | undefined;
  readonly outsideDialDigit?: string | undefined;
  readonly enforceOutsideDialDigit?: boolean | undefined;
  readonly chargeNumber?: string | undefined;
  readonly pstn?: PstnChoice | undefined;
};

export type Location = {
  readonly uuid: string;
  readonly orgUuid: string;
  readonly name: string;
  readonly address: LocationAddress;
  readonly timeZone: string;
  readonly preferredLanguage?: string | undefined;
  readonly latitude?: string | undefined;
  readonly longitude?: string | undefined;
  readonly notes?: string | undefined;
  /** Present when Webex Calling is enabled for it. */
  readonly calling?: CallingSettings | undefined;
};

export type LocationFilter = {
  readonly orgUuid: string;
  /** Part of the name, in any case. */
  readonly name?: string | undefined;
  readonly uuid?: string | undefined;
  readonly isCalling?: boolean | undefined;
};

type LocationRow = { readonly record: string };

export type LocationTable = ReturnType<typeof locationTable>;

export function locationTable(db: Database) {
  const select = "select record from locations";
  const byUuid = db.one<LocationRow>(`${select} where uuid = ?`);
  const byName = db.one<LocationRow>(`${select} where org_uuid = ? and folded_name = ?`);
  const callingOf = db.many<LocationRow>(`${select} where org_uuid = ? and is_calling = 1 order by seq limit 2`);
  const byPrefix = db.one<LocationRow>(
    `${select} where org_uuid = ? and json_extract(record, '$.calling.routingPrefix') = ? limit 1`,
  );
  const all = db.many<LocationRow>(`${select} order by seq`);
  const search = createSearch<LocationRow>(db, select);
  const write = db.run(`
    insert into locations (uuid, org_uuid, folded_name, is_calling, record) values (?, ?, ?, ?, ?)
    on conflict (uuid) do update set folded_name = excluded.folded_name, is_calling = excluded.is_calling,
      record = excluded.record`);
  return {
    byUuid: (uuid: string) => readLocation(byUuid(uuid)),
    byName: (orgUuid: string, name: string) => readLocation(byName(orgUuid, foldName(name))),
    byRoutingPrefix: (orgUuid: string, prefix: string) => readLocation(byPrefix(orgUuid, prefix)),
    /** At most two: enough to tell none, the one, and several. */
    someCalling: (orgUuid: string) => callingOf(orgUuid).map(readRecord),
    all: () => all().map(readRecord),
    list: (filter: LocationFilter, page: Page, order = "seq") =>
      search(
        [
          ["org_uuid = ?", filter.orgUuid],
          ["uuid = ?", filter.uuid],
          ["instr(folded_name, ?) > 0", filter.name === undefined ? undefined : foldName(filter.name)],
          ["is_calling = ?", filter.isCalling === undefined ? undefined : Number(filter.isCalling)],
        ],
        order,
        page,
      ).map(readRecord),
    /** Adds it, or writes it over. */
    save: (location: Location) =>
      write(location.uuid, location.orgUuid, foldName(location.name), location.calling ? 1 : 0, toJson(location)),
    remove: db.run("delete from locations where uuid = ?"),
  };
}

function foldName(name: string): string {
  return name.toLowerCase();
}

function readLocation(row: LocationRow | undefined): Location | undefined {
  return row && readRecord(row);
}

function readRecord(row: LocationRow): Location {
  return fromJson(row.record);
}
