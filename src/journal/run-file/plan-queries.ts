/** What is asked of a plan as a whole: whom it removes, which customers it is about, what it refuses, which rows are alike. */
import type Libsql from "libsql";
import type { Operation, RowId, UnitId } from "../../model/plan.ts";

/** Rows for which the same kinds of operations are planned. */
export type AlikeRows = {
  /** Each kind once. */
  readonly steps: readonly Pick<Operation, "resource" | "action">[];
  /** The plan refuses one of them. */
  readonly isRefused: boolean;
  readonly rows: number;
};

export type Removals = { readonly customer: string; readonly removals: number; readonly users: number };

const alikeSql = `
  select steps, is_refused, count(*) as rows from (
    select group_concat(distinct resource || ' ' || action) as steps, max(is_refused) as is_refused
    from operations where row not in (select row from verdicts) group by row
  ) group by steps, is_refused`;

export function planQueries(db: Libsql.Database) {
  return {
    /** Users who are to go, customer by customer, and how many the customer has at the target. */
    removals(): readonly Removals[] {
      const sql = `select u.reference as customer, coalesce(u.users, 0) as users,
          count(distinct json_extract(o.operation, '$.key')) as removals
        from operations o join units u on u.id = o.unit
        where o.action = 'delete' and o.resource in ('user', 'person') and o.is_refused = 0 group by o.unit`;
      return db.prepare(sql).all() as Removals[]; // selected by name
    },
    /** People who are to go, by their addresses, each with a row that says so. */
    peopleWhoGo(): readonly { readonly email: string; readonly row: RowId }[] {
      const sql = `select json_extract(operation, '$.key') as email, min(row) as row from operations
        where action = 'delete' and resource in ('user', 'person') and is_refused = 0 group by email`;
      return db.prepare(sql).all() as { email: string; row: RowId }[]; // selected by name
    },
    /** Customers that are to go, by their external ids. */
    customersThatGo(): readonly string[] {
      const sql = `select json_extract(operation, '$.key') as customer from operations
        where resource = 'customer' and action = 'delete' and is_refused = 0`;
      return (db.prepare(sql).all() as { customer: string }[]).map(({ customer }) => customer); // selected by name
    },
    /** Customers that a plan was made for; `customerId`: of those that were there. */
    plannedCustomers(): readonly {
      readonly unit: UnitId;
      readonly reference: string;
      readonly customerId: string | null;
    }[] {
      const sql = `select u.id as unit, u.reference as reference, min(json_extract(o.operation, '$.ids.customerId')) as customerId
        from operations o join units u on u.id = o.unit group by u.id`;
      return db.prepare(sql).all() as { unit: UnitId; reference: string; customerId: string | null }[]; // selected by name
    },
    /** Units with an operation that the plan refused. */
    unitsWithRefusals(): readonly UnitId[] {
      const sql = "select distinct unit from operations where is_refused";
      return (db.prepare(sql).all() as { unit: UnitId }[]).map(({ unit }) => unit); // selected by name
    },
    /** Valid rows, counted by the kinds of operations that are planned for them. */
    alikeRows(): readonly AlikeRows[] {
      const found = db.prepare(alikeSql).all() as { steps: string; is_refused: number; rows: number }[]; // selected by name
      return found.map(({ steps, is_refused, rows }) => ({
        steps: steps.split(",").map((step) => {
          const [resource, action] = step.split(" ");
          return { resource, action } as Pick<Operation, "resource" | "action">; // written by `save`
        }),
        isRefused: is_refused === 1,
        rows,
      }));
    },
  };
}
