/** Reads a plan that is a comparison: what of each row stands at the target otherwise. The plan's own differences, in the words of a comparison. */
import type { StoredRow } from "../journal/run-file/row-reading.ts";
import type { RunFile } from "../journal/run-file/run-file.ts";
import type { DriftLine, DriftSheet } from "../model/drift.ts";
import type { Change, Operation, RowId, UnitId } from "../model/plan.ts";
import type { Problem } from "../model/run-report.ts";
import { text } from "../model/words/text.ts";
import { plannedActionOf } from "../planning/planned-action.ts";
import { rowsWithSteps } from "./report-source.ts";
import { lookUps } from "./row-steps.ts";

export type Compared = {
  /** Rows that the checks refused before anything was compared. */
  readonly refused: ReadonlySet<RowId>;
  /** What the plan does not tell, by row: things that are there under another name, limits that are others. */
  readonly further: ReadonlyMap<RowId, readonly Change[]>;
  /** Rows of customers whose limits Webex has told itself: what was sent last does not count. */
  readonly limited: ReadonlySet<RowId>;
  /** What customers are called in their rows, by external id. */
  readonly names: ReadonlyMap<string, string>;
  /** Rows of users whom somebody at Webex has taken out of use. */
  readonly deactivated: ReadonlySet<RowId>;
  /** Rows of files, that have an address. */
  readonly hasAddresses: boolean;
  /** Told of each row that was, or was not, compared. */
  onRow(sheet: DriftSheet, customer: string, isCompared: boolean): void;
};

/** In the order of the rows; behind them what no row names. */
export function* driftLines(runFile: RunFile, compared: Compared): Generator<DriftLine> {
  const look = lookUps(runFile);
  const missing = new Set<UnitId | null>();
  for (const page of runFile.rows.pages()) {
    for (const { row, steps, outcome } of rowsWithSteps(runFile, page, look)) {
      if (row.sheet === "templates" || row.sheet === "profiles") continue;
      const isKnown = !compared.refused.has(row.id) && (steps.length > 0 || row.verdict !== "valid");
      compared.onRow(row.sheet, outcome.customer, isKnown);
      if (!isKnown || missing.has(row.unit)) continue;
      const operations = steps.map(({ operation }) => operation);
      const { customer, key, at, problems } = outcome;
      const own = { ...named(customer, compared), sheet: row.sheet, key, ...(compared.hasAddresses ? { at } : {}) };
      const lines = linesOfRow(row, operations, compared, row.verdict === "valid" ? [] : problems);
      for (const line of lines) {
        const isCustomerGone = line.kind === "missing" && (row.sheet === "customers" || line.isOfCustomer);
        if (isCustomerGone) missing.add(row.unit);
        const { isOfCustomer, ...told } = line;
        yield isOfCustomer ? { ...own, ...told, sheet: "customers", key: customer } : { ...own, ...told };
      }
    }
  }
  for (const { customer, kind, key } of runFile.units.unlisted())
    yield { ...named(customer, compared), sheet: `${kind}s`, key, kind: "unlisted" };
}

function named(customer: string, { names }: Pick<Compared, "names">) {
  const customerName = names.get(customer);
  return { customer, ...(customerName === undefined ? {} : { customerName }) };
}

type RowLine = Omit<DriftLine, "customer" | "customerName" | "sheet" | "key" | "at"> & { readonly isOfCustomer?: true };

/** `problems`: of a row that the comparison itself has refused. */
function linesOfRow(
  row: StoredRow,
  operations: readonly Operation[],
  { further, limited, deactivated }: Compared,
  problems: readonly Problem[],
): readonly RowLine[] {
  const inactive: readonly RowLine[] = deactivated.has(row.id)
    ? [{ kind: "changed", message: text("drift_deactivated") }]
    : [];
  const more = [...(further.get(row.id) ?? []).map(changed), ...inactive];
  const [problem] = problems;
  if (problem) return [...more, ofProblem(problem)];
  const action = plannedActionOf(operations);
  if (action === "create") return [{ kind: "missing" }];
  if (action === "delete") return [{ kind: "leftover" }];
  const isTold = ({ field }: Change) => !(field === "package_limits" && limited.has(row.id));
  const changes = operations.flatMap((operation) => changesOf(operation, row)).filter(isTold);
  const refusals = changes.length > 0 ? [] : operations.flatMap(({ refusal }) => refusal ?? []);
  return [
    ...more,
    ...joined(changes).map(changed),
    ...refusals.map(({ column, message }) => ({
      kind: "changed" as const,
      ...(column ? { column } : {}),
      message,
    })),
  ];
}

function changed({ field, before, after }: Change): RowLine {
  return { kind: "changed", column: field, inSheet: after, atTarget: before };
}

/** Codes of a plan that say that a thing is not there. */
const absent: ReadonlySet<string> = new Set(["location_required", "number_or_extension_required"]);

function ofProblem({ code, column, value, message }: Problem): RowLine {
  if (code === "customer_not_found") return { kind: "missing", isOfCustomer: true };
  if (absent.has(code)) return { kind: "missing" };
  return { kind: "changed", ...(column ? { column } : {}), ...(value ? { inSheet: value } : {}), message };
}

/** Columns of a head office stand in the customer's row, with a prefix. */
const ofLocation: ReadonlySet<Operation["resource"]> = new Set(["location_settings", "pstn", "numbers", "calling"]);

function changesOf({ resource, changes = [], action }: Operation, { sheet }: StoredRow): readonly Change[] {
  if (action === "none" || action === "read") return [];
  const isPrefixed = sheet === "customers" && ofLocation.has(resource);
  return isPrefixed ? changes.map((change) => ({ ...change, field: `hq_${change.field}` })) : changes;
}

/** Requests take a hundred numbers each: a person sees one list of those that are missing, and one of those that are more. */
function joined(changes: readonly Change[]): readonly Change[] {
  const lists = new Map<string, Change>();
  for (const change of changes) {
    const isList = change.field.endsWith("phone_numbers");
    const name = isList ? `${change.field} ${change.before === ""}` : `${change.field} ${lists.size}`;
    const known = lists.get(name);
    const both = (one: string, other: string) => [one, other].filter(Boolean).join(";");
    lists.set(
      name,
      known ? { ...change, before: both(known.before, change.before), after: both(known.after, change.after) } : change,
    );
  }
  return [...lists.values()];
}
