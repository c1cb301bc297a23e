/** The phone numbers that rows of customers and locations give to their places, as ranges, and those that are given twice. */
import type Libsql from "libsql";
import type { NumberRange } from "../../model/number-ranges.ts";
import type { RowId } from "../../model/plan.ts";

/** Numbers that follow each other and have the same rows. */
export type SharedNumbers = NumberRange & { readonly rows: readonly RowId[] };

export type Claim = NumberRange & { readonly row: RowId };

const claimsAtOnce = 10_000;

export function numberTable(db: Libsql.Database) {
  const insert = db.prepare(`
    insert or ignore into numbers (lowest, highest, row)
    select json_extract(n.value, '$[0]'), json_extract(n.value, '$[1]'), json_extract(n.value, '$[2]') from json_each(?) n`);
  const after = db.prepare(
    `select lowest as "from", highest as "to", row from numbers where (lowest, highest, row) > (?, ?, ?)
     order by lowest, highest, row limit ${claimsAtOnce}`,
  );

  function* claims(): Generator<Claim> {
    for (let last: Claim = { from: 0, to: 0, row: 0 }; ; ) {
      const page = after.all(last.from, last.to, last.row) as Claim[]; // selected by name
      const end = page.at(-1);
      if (!end) return;
      yield* page;
      last = end;
    }
  }

  return {
    /** Every range with the row that gives it, from the lowest up. */
    claims,

    /** `rows` in a row, the first of which has the id `first`. */
    add(first: RowId, rows: readonly { readonly numbers?: readonly NumberRange[] }[]): void {
      const lines: [from: number, to: number, row: RowId][] = [];
      for (const [index, { numbers }] of rows.entries())
        for (const { from, to } of numbers ?? []) lines.push([from, to, first + index]);
      if (lines.length > 0) insert.run(JSON.stringify(lines));
    },

    /** Numbers that more than one row claims, from the lowest up. */
    *shared(): Generator<SharedNumbers> {
      for (const cluster of clusters(claims())) if (cluster.length > 1) yield* overlaps(cluster);
    },
  };
}

/** Claims that overlap, directly or over others, stand in one cluster. */
function* clusters(claims: Iterable<Claim>): Generator<readonly Claim[]> {
  let cluster: Claim[] = [];
  let highest = 0;
  for (const claim of claims) {
    if (cluster.length > 0 && claim.from > highest) {
      yield cluster;
      cluster = [];
    }
    cluster.push(claim);
    highest = Math.max(highest, claim.to);
  }
  yield cluster;
}

/** Goes through a cluster from edge to edge: between two of them, the rows are the same. */
function* overlaps(cluster: readonly Claim[]): Generator<SharedNumbers> {
  const edges = [...new Set(cluster.flatMap(({ from, to }) => [from, to + 1]))].sort((a, b) => a - b);
  let open: Claim[] = [];
  let next = 0;
  for (const [index, from] of edges.entries()) {
    open = open.filter(({ to }) => to >= from);
    for (let claim = cluster[next]; claim?.from === from; claim = cluster[next]) {
      open.push(claim);
      next += 1;
    }
    const end = edges[index + 1];
    if (open.length > 1 && end !== undefined) {
      yield { from, to: end - 1, rows: open.map(({ row }) => row).sort((a, b) => a - b) };
    }
  }
}
