/** The rows of one customer as they were last applied: what Webex does not give back is compared with them. */
import type { AppliedRow } from "../journal/applied-rows.ts";
import type { CustomerRecord, Draft, LocationRecord, UserRecord } from "../model/records.ts";
import { foldName } from "./fold.ts";

export type LastApplied = {
  readonly customer: Draft<CustomerRecord> | undefined;
  location(name: string): Draft<LocationRecord> | undefined;
  user(email: string): Draft<UserRecord> | undefined;
};

export const nothingApplied: LastApplied = { customer: undefined, location: () => undefined, user: () => undefined };

/** Records of an older version may lack fields: they are drafts to us. */
export function lastApplied(rows: readonly AppliedRow[]): LastApplied {
  const of = (sheet: AppliedRow["sheet"]) => rows.filter((row) => row.sheet === sheet);
  const locations = new Map(of("locations").map(({ key, record }) => [foldName(key), record as Draft<LocationRecord>])); // written from such records
  const users = new Map(of("users").map(({ key, record }) => [key, record as Draft<UserRecord>])); // written from such records
  return {
    customer: of("customers")[0]?.record as Draft<CustomerRecord> | undefined, // written from such a record
    location: (name) => locations.get(foldName(name)),
    user: (email) => users.get(email),
  };
}
