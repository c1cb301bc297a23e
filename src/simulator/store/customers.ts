/** Wholesale customers as they stand, with the state that comes next and when it is due. */
import type { Database } from "./database.ts";
import { fromJson, toJson } from "./json.ts";
import { createSearch, type Filter, type Page } from "./search.ts";

export type CustomerStatus =
  | "provisioned"
  | "provisioned_with_errors"
  | "provisioning"
  | "updating"
  | "deleting"
  | "error"
  | "pending_rpl_review";

/** Address as the wholesale API spells it. */
export type BillingAddress = {
  readonly addressLine1: string;
  readonly addressLine2?: string | undefined;
  readonly city: string;
  readonly stateOrProvince?: string | undefined;
  readonly zipOrPostalCode?: string | undefined;
  readonly country: string;
};

export type HeadOffice = {
  readonly name: string;
  readonly address: BillingAddress;
  readonly timezone: string;
  readonly language: string;
  readonly emergencyLocationIdentifier?: string | undefined;
};

type CodedText = { readonly errorCode: number; readonly description: string };

export type PackageState = {
  readonly name: string;
  readonly status: "provisioned" | "provisioning" | "deleting" | "error";
  readonly warnings?: readonly CodedText[];
  readonly errors?: readonly CodedText[];
};

export type Customer = {
  readonly uuid: string;
  readonly externalId: string;
  readonly orgUuid: string;
  /** Does the organization exist, and is its id told? */
  readonly hasOrg: boolean;
  readonly name?: string | undefined;
  readonly adminEmail?: string | undefined;
  readonly language?: string | undefined;
  readonly provisioningId: string;
  readonly status: CustomerStatus;
  readonly nextStatus?: CustomerStatus | undefined;
  /** Milliseconds since the epoch. */
  readonly dueAt?: number | undefined;
  readonly packages: readonly string[];
  readonly packageStates: readonly PackageState[];
  readonly limits: Readonly<Record<string, number>>;
  readonly address: BillingAddress;
  readonly headOffice?: HeadOffice | undefined;
  readonly meetingsTimezone?: string | undefined;
  readonly subPartnerUuid?: string | undefined;
  readonly errors: readonly CodedText[];
  readonly created: string;
};

type CustomerRow = { readonly record: string };

export type CustomerFilter = {
  readonly externalId?: string | undefined;
  readonly orgUuid?: string | undefined;
  readonly statuses?: readonly string[] | undefined;
  /** `null`: the partner's own. */
  readonly subPartnerUuid: string | null;
};

export type CustomerTable = ReturnType<typeof customerTable>;

export function customerTable(db: Database) {
  const select = "select record from customers";
  const byUuid = db.one<CustomerRow>(`${select} where uuid = ?`);
  const byExternalId = db.one<CustomerRow>(`${select} where external_id = ?`);
  const byOrg = db.one<CustomerRow>(`${select} where org_uuid = ?`);
  const due = db.many<CustomerRow>(`${select} where due_at <= ? order by due_at, seq`);
  const firstDueAfter = db.one<{ dueAt: number | null }>("select min(due_at) as dueAt from customers where due_at > ?");
  const readNextDue = (now: number) => firstDueAfter(now)?.dueAt ?? Number.POSITIVE_INFINITY;
  let nextDueAt = readNextDue(Number.NEGATIVE_INFINITY);
  const all = db.many<CustomerRow>(`${select} order by seq`);
  const search = createSearch<CustomerRow>(db, select);
  const write = db.run(`
    insert into customers (uuid, external_id, org_uuid, status, due_at, sub_partner_uuid, record)
    values (?, ?, ?, ?, ?, ?, ?)
    on conflict (uuid) do update set external_id = excluded.external_id, status = excluded.status,
      due_at = excluded.due_at, record = excluded.record`);
  return {
    byUuid: (uuid: string) => readCustomer(byUuid(uuid)),
    byExternalId: (externalId: string) => readCustomer(byExternalId(externalId)),
    byOrg: (orgUuid: string) => readCustomer(byOrg(orgUuid)),
    /** Is any next state due? Cheap: asked before each request. */
    isAnyDue: (now: number) => nextDueAt <= now,
    /** Whose next state is due, the oldest first. The caller takes each of them to it. */
    due(now: number): Customer[] {
      const customers = due(now).map(readRecord);
      nextDueAt = readNextDue(now);
      return customers;
    },
    all: () => all().map(readRecord),
    list: (filter: CustomerFilter, page: Page) => search(toFilters(filter), "seq", page).map(readRecord),
    /** Adds it, or writes it over. */
    save(customer: Customer): void {
      const { uuid, externalId, orgUuid, status, dueAt = null, subPartnerUuid = null } = customer;
      write(uuid, externalId, orgUuid, status, dueAt, subPartnerUuid, toJson(customer));
      nextDueAt = Math.min(nextDueAt, dueAt ?? Number.POSITIVE_INFINITY);
    },
    remove: db.run("delete from customers where uuid = ?"),
  };
}

function toFilters(filter: CustomerFilter): Filter[] {
  const [status, ...others] = filter.statuses ?? [];
  const several = others.length > 0 ? toJson(filter.statuses) : undefined;
  return [
    ["external_id = ?", filter.externalId],
    ["org_uuid = ?", filter.orgUuid],
    ["status = ?", several ? undefined : status],
    // The plus keeps the index of statuses out: by the order of creation the page is full sooner.
    ["+status in (select value from json_each(?))", several],
    ["sub_partner_uuid is ?", filter.subPartnerUuid],
  ];
}

function readCustomer(row: CustomerRow | undefined): Customer | undefined {
  return row && readRecord(row);
}

function readRecord(row: CustomerRow): Customer {
  return fromJson(row.record);
}
