/** Everything the simulator holds, table by table. */
import { type CustomerTable, customerTable } from "./customers.ts";
import { type Database, openDatabase } from "./database.ts";
import { type LocationTable, locationTable } from "./locations.ts";
import { type NumberTable, numberTable } from "./numbers.ts";
import { type OrganizationTable, organizationTable } from "./organizations.ts";
import { type PersonTable, personTable } from "./people.ts";
import { type SubPartnerTable, subPartnerTable } from "./sub-partners.ts";
import { type SubscriberTable, subscriberTable } from "./subscribers.ts";
import { type TemplateTable, templateTable } from "./templates.ts";
import { type TokenTable, tokenTable } from "./tokens.ts";

export type Store = {
  readonly templates: TemplateTable;
  readonly organizations: OrganizationTable;
  readonly customers: CustomerTable;
  readonly locations: LocationTable;
  readonly numbers: NumberTable;
  readonly people: PersonTable;
  readonly subscribers: SubscriberTable;
  readonly subPartners: SubPartnerTable;
  readonly tokens: TokenTable;
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
    locations: locationTable(db),
    numbers: numberTable(db),
    people: personTable(db),
    subscribers: subscriberTable(db),
    subPartners: subPartnerTable(db),
    tokens: tokenTable(db),
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
