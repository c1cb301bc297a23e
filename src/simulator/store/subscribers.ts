/** Wholesale subscribers: which package a person has through which customer. */
import type { Database } from "./database.ts";
import { fromJson, toJson } from "./json.ts";
import { createSearch, type Filter, type Page } from "./search.ts";

export type SubscriberStatus = "provisioned" | "pending_user_migration";

export type Subscriber = {
  readonly uuid: string;
  readonly customerUuid: string;
  readonly externalCustomerId: string;
  /** `null`: the partner's own. */
  readonly subPartnerUuid: string | null;
  readonly personUuid: string;
  readonly email: string;
  readonly packages: readonly string[];
  readonly status: SubscriberStatus;
  /** Milliseconds since the epoch. */
  readonly created: number;
  readonly lastStatusChange: number;
};

type SubscriberRow = Omit<Subscriber, "packages"> & { readonly packages: string };

export type SubscriberFilter = {
  readonly customerUuid?: string | undefined;
  readonly externalCustomerId?: string | undefined;
  readonly personUuid?: string | undefined;
  readonly email?: string | undefined;
  readonly status?: string | undefined;
  readonly createdAfter?: number | undefined;
  readonly changedAfter?: number | undefined;
  /** `null`: the partner's own. */
  readonly subPartnerUuid: string | null;
};

export type SubscriberTable = ReturnType<typeof subscriberTable>;

export function subscriberTable(db: Database) {
  const select = `select uuid, customer_uuid as customerUuid, external_customer_id as externalCustomerId,
    sub_partner_uuid as subPartnerUuid, person_uuid as personUuid, email, packages, status, created,
    last_status_change as lastStatusChange from subscribers`;
  const byUuid = db.one<SubscriberRow>(`${select} where uuid = ?`);
  const byPerson = db.one<SubscriberRow>(`${select} where person_uuid = ?`);
  const all = db.many<SubscriberRow>(`${select} order by seq`);
  const search = createSearch<SubscriberRow>(db, select);
  const insert =
    db.run(`insert into subscribers (uuid, customer_uuid, external_customer_id, sub_partner_uuid, person_uuid,
    email, packages, status, created, last_status_change) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const change = db.run("update subscribers set packages = ?, status = ?, last_status_change = ? where uuid = ?");
  const remove = db.run("delete from subscribers where uuid = ?");
  const addPackage = db.run(
    "insert into subscriber_packages (customer_uuid, package, subscriber_uuid) values (?, ?, ?)",
  );
  const dropPackage = db.run(
    "delete from subscriber_packages where customer_uuid = ? and package = ? and subscriber_uuid = ?",
  );
  const count = db.one<{ total: number }>(
    "select count(*) as total from subscriber_packages where customer_uuid = ? and package = ?",
  );
  const dropPackages = (of: Subscriber) => {
    for (const code of of.packages) dropPackage(of.customerUuid, code, of.uuid);
  };
  const addPackages = (of: Subscriber) => {
    for (const code of of.packages) addPackage(of.customerUuid, code, of.uuid);
  };
  return {
    byUuid: (uuid: string) => readSubscriber(byUuid(uuid)),
    byPerson: (personUuid: string) => readSubscriber(byPerson(personUuid)),
    all: () => all().map(readRow),
    anyOf: db.one<{ uuid: string }>("select uuid from subscribers where customer_uuid = ? limit 1"),
    /** Subscribers of a customer with this package. */
    countOf: (customerUuid: string, code: string) => count(customerUuid, code)?.total ?? 0,
    list: (filter: SubscriberFilter, order: string, page: Page) => search(toFilters(filter), order, page).map(readRow),
    add(subscriber: Subscriber): void {
      const { uuid, customerUuid, externalCustomerId, subPartnerUuid, personUuid, email } = subscriber;
      const { packages, status, created, lastStatusChange } = subscriber;
      const keys = [uuid, customerUuid, externalCustomerId, subPartnerUuid, personUuid, email] as const;
      insert(...keys, toJson(packages), status, created, lastStatusChange);
      addPackages(subscriber);
    },
    /** The customer's external id has changed. */
    rename: db.run("update subscribers set external_customer_id = ? where customer_uuid = ?"),
    replace(before: Subscriber, after: Subscriber): void {
      dropPackages(before);
      change(toJson(after.packages), after.status, after.lastStatusChange, after.uuid);
      addPackages(after);
    },
    remove(subscriber: Subscriber): void {
      dropPackages(subscriber);
      remove(subscriber.uuid);
    },
  };
}

function toFilters(filter: SubscriberFilter): Filter[] {
  return [
    ["customer_uuid = ?", filter.customerUuid],
    ["external_customer_id = ?", filter.externalCustomerId],
    ["person_uuid = ?", filter.personUuid],
    ["email = ?", filter.email],
    ["status = ?", filter.status],
    ["created > ?", filter.createdAfter],
    ["last_status_change > ?", filter.changedAfter],
    ["sub_partner_uuid is ?", filter.subPartnerUuid],
  ];
}

function readSubscriber(row: SubscriberRow | undefined): Subscriber | undefined {
  return row && readRow(row);
}

function readRow(row: SubscriberRow): Subscriber {
  return { ...row, packages: fromJson(row.packages) };
}
