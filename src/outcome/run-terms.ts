/** The terms by which a run is found again: the people, numbers and customers that its rows and its plan name. Reads the run file; keeps nothing. */
import { fingerprint, noPrint } from "../journal/run-file/fingerprint.ts";
import type { RunFile } from "../journal/run-file/run-file.ts";
import type { RunTerms } from "../journal/state/history-index.ts";
import { foldName } from "../model/names.ts";
import type { Change, Operation, RowId, UnitId } from "../model/plan.ts";

/** How a person, an external id, a name and a number are compared. */
export const printOf = {
  email: (email: string) => fingerprint(email.trim().toLowerCase()),
  externalId: (id: string) => fingerprint(id),
  name: (name: string) => fingerprint(foldName(name)),
  /** `+` and digits. */
  number: (number: string) => fingerprint(number),
} as const;

type Found = { [Kind in keyof RunTerms]: number[] };

export function termsOf(runFile: RunFile): RunTerms {
  const found: Found = { email: [], number: [], range: [], customer: [] };
  const isUndo = !hasPrints(runFile);
  const { rows: touched, units } = touchedBy(runFile, found, isUndo);
  const placeOf = (row: RowId) => (touched.has(row) ? row : -row);
  addPrints(runFile, found, placeOf);
  for (const { from, to, row } of runFile.rows.numberClaims())
    if (!runFile.rows.isContext(row)) found.range.push(from, to, placeOf(row));
  if (isUndo) addKeys(runFile, found, placeOf);
  for (const { id, row, externalMatch, nameMatch, reference } of runFile.units.matches()) {
    const name = nameMatch === null ? noPrint : fingerprint(nameMatch);
    const place = units.has(id) ? id : -id;
    found.customer.push(printOf.externalId(externalMatch ?? reference), name, row === null ? 1 : 0, place);
  }
  return {
    email: new Float64Array(found.email),
    number: new Float64Array(found.number),
    range: new Float64Array(found.range),
    customer: new Float64Array(found.customer),
  };
}

/** What the run had something to do for; what its plan names beside the rows is found on the way. */
function touchedBy(runFile: RunFile, found: Found, isUndo: boolean) {
  const rows = new Set<RowId>(runFile.rows.refused());
  const units = new Set<UnitId>();
  for (const row of rows) {
    const { unit } = runFile.rows.row(row);
    if (unit !== null) units.add(unit);
  }
  for (const { row, unit, acts, operation } of runFile.operations.traces(isUndo)) {
    if (acts) {
      rows.add(row);
      units.add(unit);
    }
    if (operation) addOperation(operation, found, isUndo);
  }
  return { rows, units };
}

/** What was before, and what was chosen, stands in no cell. */
function addOperation(operation: Operation, found: Found, isUndo: boolean): void {
  const { row, unit, resource, changes = [], assigned, payload, action } = operation;
  const texts = changes.flatMap(({ before, after }) => [before, after]);
  if (assigned?.phoneNumber) texts.push(assigned.phoneNumber);
  if ("lineBefore" in payload && payload.lineBefore?.phoneNumber) texts.push(payload.lineBefore.phoneNumber);
  if (action === "delete" || isUndo) texts.push(...numbersIn(payload));
  addNumbers(texts, row, found);
  if (resource === "external_id") addFormerId(changes, unit, found);
}

/** A number that goes with whoever has it. */
function numbersIn(payload: Operation["payload"]): readonly string[] {
  const single = "phoneNumber" in payload && payload.phoneNumber !== undefined ? [payload.phoneNumber] : [];
  const list = "phoneNumbers" in payload ? payload.phoneNumbers : [];
  const held = "held" in payload ? (payload.held?.phoneNumbers ?? []) : [];
  return [...single, ...list, ...held];
}

function addFormerId(changes: readonly Change[], unit: UnitId, found: Found): void {
  for (const { before } of changes)
    if (before !== "") found.customer.push(printOf.externalId(before), noPrint, 0, unit);
}

/** Numbers as sheets write them: one by one, or from one to another. */
const written = /\+([1-9]\d{6,14})(?:\s*-\s*\+([1-9]\d{6,14}))?/g;

function addNumbers(texts: readonly string[], place: number, found: Found): void {
  for (const text of texts) {
    for (const [, from = "", to] of text.matchAll(written)) {
      if (to === undefined) found.number.push(printOf.number(`+${from}`), place);
      else found.range.push(Number(from), Number(to), place);
    }
  }
}

/** Each row's own e-mail and number, as they were compared when the run was read. */
function addPrints({ rows }: RunFile, found: Found, placeOf: (row: RowId) => number): void {
  const lists = [
    ["users", "match", found.email],
    ["customers", "second", found.email],
    ["users", "second", found.number],
  ] as const;
  for (const [sheet, kind, terms] of lists) {
    for (const { first, prints } of rows.prints(sheet, kind)) {
      for (const [index, print] of prints.entries())
        if (print !== noPrint && !rows.isContext(first + index)) terms.push(print, placeOf(first + index));
    }
  }
}

/** An undo has the rows of another run, and compares nothing: what it does stands in its plan. */
function hasPrints({ rows }: RunFile): boolean {
  return !rows.prints("users", "match").next().done || !rows.prints("customers", "match").next().done;
}

function addKeys(runFile: RunFile, found: Found, placeOf: (row: RowId) => number): void {
  for (const { id, sheet, key } of runFile.rows.all())
    if (sheet === "users") found.email.push(printOf.email(key), placeOf(id));
}
