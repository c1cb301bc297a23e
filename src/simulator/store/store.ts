/** Everything the simulator holds, table by table. */
import { type CustomerTable, customerTable } from "./customers.ts";
import { type Database, openDatabase } from "./database.ts";
import { type JobTable, jobTable } from "./jobs.ts";
import { type LocationTable, locationTable } from "./locations.ts";
import { type MoveJobTable, moveJobTable } from "./move-jobs.ts";
import { type NumberTable, numberTable } from "./numbers.ts";
import { type OrganizationTable, organizationTable } from "./organizations.ts";
import { type PersonTable, personTable } from "./people.ts";
import { type SubscriberTable, subscriberTable } from "./subscribers.ts";

export type Store = {
  readonly templates: TemplateTable;
  readonly organizations: OrganizationTable;
  readonly customers: CustomerTable;
  readonly jobs: JobTable;
  readonly locations: LocationTable;
  readonly numbers: NumberTable;
  readonly moveJobs: MoveJobTable;
  readonly people: PersonTable;
  readonly subscribers: SubscriberTable;
  readonly subPartners: SubPartnerTable;
  readonly tokens: TokenTable;
  readonly connections: ConnectionTable;
  /** How often this file was opened, this time included: keeps seeded ids apart. */
  readonly starts: number;
  together<T>(work: () => T): T;
  /** Resolves when what was done together until now is in the file. */
  written(): Promise<void>;
  close(): void;
};

/** Opens the file at `path`, or creates it; `:memory:` is forgotten at the end. Throws UserError. */
export function openStore(path: string): Store {
  const db = openDatabase(path);
  return {
    templates: templateTable(db),
    organizations: organizationTable(db),
    customers: customerTable(db),
    jobs: jobTable(db),
    locations: locationTable(db),
    numbers: numberTable(db),
    moveJobs: moveJobTable(db),
    people: personTable(db),
    subscribers: subscriberTable(db),
    subPartners: subPartnerTable(db),
    tokens: tokenTable(db),
    connections: connectionTable(db),
    starts: countStart(db),
    together: (work) => db.together(work),
    written: () => db.written(),
    close: () => db.close(),
  };
}

function countStart(db: Database): number {
  db.run("insert into starts (count) select 0 where not exists (select 1 from starts)")();
  db.run("update starts set count = count + 1")();
  return db.one<{ count: number }>("select count from starts")()?.count ?? 1;
}

type TemplateRow = { readonly name: string; readonly provisioningId: string; readonly created: string };

type TemplateTable = ReturnType<typeof templateTable>;

function templateTable(db: Database) {
  const columns = "name, provisioning_id as provisioningId, created";
  const insert = db.run("insert into templates (name, provisioning_id, created) values (?, ?, ?)");
  return {
    byName: db.one<TemplateRow>(`select ${columns} from templates where name = ?`),
    byProvisioningId: db.one<TemplateRow>(`select ${columns} from templates where provisioning_id = ?`),
    all: db.many<TemplateRow>(`select ${columns} from templates order by rowid`),
    /** The template has another ID from now on. */
    renumber: db.run("update templates set provisioning_id = ? where name = ?"),
    add: (row: TemplateRow) => insert(row.name, row.provisioningId, row.created),
  };
}

type CodeRow = {
  readonly code: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly challenge: string | null;
};

type TokenTable = ReturnType<typeof tokenTable>;

function tokenTable(db: Database) {
  return {
    accessToken: db.one<{ expiresAt: number }>("select expires_at as expiresAt from access_tokens where token = ?"),
    addAccessToken: db.run("insert into access_tokens (token, expires_at) values (?, ?)"),
    refreshToken: db.one<{ clientId: string }>("select client_id as clientId from refresh_tokens where token = ?"),
    addRefreshToken: db.run("insert into refresh_tokens (token, client_id) values (?, ?)"),
    removeRefreshToken: db.run("delete from refresh_tokens where token = ?"),
    code: db.one<CodeRow>(
      "select code, client_id as clientId, redirect_uri as redirectUri, challenge from authorization_codes where code = ?",
    ),
    addCode: db.run("insert into authorization_codes (code, client_id, redirect_uri, challenge) values (?, ?, ?, ?)"),
    removeCode: db.run("delete from authorization_codes where code = ?"),
  };
}

type SubPartnerRow = {
  readonly uuid: string;
  readonly name: string;
  readonly state: "active" | "suspended";
  readonly created: string;
};

type SubPartnerTable = ReturnType<typeof subPartnerTable>;

function subPartnerTable(db: Database) {
  const insert = db.run("insert into sub_partners (uuid, name, state, created) values (?, ?, ?, ?)");
  return {
    byUuid: db.one<SubPartnerRow>("select uuid, name, state, created from sub_partners where uuid = ?"),
    all: db.many<SubPartnerRow>("select uuid, name, state, created from sub_partners order by rowid"),
    add: (row: SubPartnerRow) => insert(row.uuid, row.name, row.state, row.created),
  };
}

export type RouteType = "TRUNK" | "ROUTE_GROUP";

type ConnectionTable = ReturnType<typeof connectionTable>;

/** Carriers, trunks and route groups beside those that every simulator has: every organization has them. */
function connectionTable(db: Database) {
  const carriers = db.many<{ readonly name: string }>("select name from carriers order by name");
  return {
    carriers: () => carriers().map(({ name }) => name),
    addCarrier: db.run("insert or ignore into carriers (name) values (?)"),
    routes: db.many<{ readonly type: RouteType; readonly name: string }>(
      "select type, name from routes order by type, name",
    ),
    addRoute: db.run("insert or ignore into routes (type, name) values (?, ?)"),
  };
}
