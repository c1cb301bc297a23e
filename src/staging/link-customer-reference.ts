/** Finds the unit that a row of locations or users means by its `customer` cell. */

import type { RunFile } from "../journal/run-file/run-file.ts";
import type { Unit } from "../journal/run-file/unit-table.ts";
import type { Issue } from "../model/issue.ts";
import { foldName } from "../model/names.ts";
import type { UnitId } from "../model/plan.ts";
import { formatAddress, type RowAddress } from "../model/sheet.ts";
import { type Text, text } from "../model/words/text.ts";
import { digitsOf, foldLoosely, isFewLettersFrom, isNearMiss, thirdsOf } from "../sheets/cells/fold.ts";
import { codeOf } from "../sheets/cells/odd-characters.ts";
import { errorAt, warningAt } from "./issue-at.ts";

export type LinkedCustomer = { readonly unit?: UnitId; readonly issues: readonly Issue[] };

/**
 * External id first, then a name that only one customer bears. What the batch does not hold becomes a unit of its own,
 * to be looked for at Webex, unless it is a near miss of a customer of the batch. `asksTarget`: Webex is asked before
 * such a near miss is refused, since it may hold a customer under exactly that id.
 */
export function linkCustomer(runFile: RunFile, reference: string, at: RowAddress, asksTarget: boolean): LinkedCustomer {
  const byId = runFile.units.byExternalMatch(reference);
  if (byId[0]) return { unit: byId[0].id, issues: [] };
  const byName = runFile.units.byNameMatch(foldName(reference));
  if (byName.length > 1) return { issues: [ambiguous(runFile, reference, at, byName)] };
  if (byName[0]) return { unit: byName[0].id, issues: [] };
  const meant = nearMisses(runFile, reference);
  if (meant.length > 0 && !asksTarget) return { issues: [mistaken(runFile, reference, at, meant)] };
  return outside(runFile, reference, at, meant);
}

/** The unit of a customer that the batch holds already; none when it does not. */
export function knownCustomer(runFile: RunFile, reference: string | undefined): LinkedCustomer {
  if (!reference) return { issues: [] };
  const [byId] = runFile.units.byExternalMatch(reference);
  const byName = byId ? [byId] : runFile.units.byNameMatch(foldName(reference));
  return byName.length === 1 && byName[0] ? { unit: byName[0].id, issues: [] } : { issues: [] };
}

function ambiguous(runFile: RunFile, reference: string, at: RowAddress, units: readonly Unit[]): Issue {
  return errorAt(at, {
    code: "ambiguous_customer",
    column: "customer",
    value: reference,
    message: text("customer_ambiguous", {
      reference,
      count: units.length,
      customers: units.map((unit) => describe(runFile, unit)),
    }),
    hint: text("write_external_id", { example: units[0]?.reference ?? "" }),
  });
}

function mistaken(runFile: RunFile, reference: string, at: RowAddress, units: readonly Unit[]): Issue {
  const difference = differenceOf(reference, units[0]?.reference);
  return errorAt(at, {
    code: "unknown_customer",
    column: "customer",
    value: reference,
    message: text("customer_unknown", { reference, ...(difference ? { difference } : {}) }),
    hint: questionOf(runFile, units),
  });
}

/** `Did you mean ...?`, for a reference that neither the batch nor Webex has; undefined where nothing is near it. */
export function customerMeant(runFile: RunFile, reference: string): Text | undefined {
  const units = nearMisses(runFile, reference);
  return units.length === 0 ? undefined : questionOf(runFile, units);
}

function questionOf(runFile: RunFile, units: readonly Unit[]): Text {
  return text("did_you_mean_one_of", { meant: units.map((unit) => describe(runFile, unit)) });
}

/** What differs, where two texts look alike; undefined where a person sees it. */
function differenceOf(written: string, meant: string | undefined): Text | undefined {
  if (written.length !== meant?.length) return undefined;
  const positions = [...written].flatMap((letter, index) => (letter === meant[index] ? [] : [index]));
  const [first] = positions;
  if (first === undefined) return undefined;
  const isAlike = (index: number) => looksLike(written[index] ?? "", meant[index] ?? "");
  if (!positions.every(isAlike)) return undefined;
  const letters = { written: withCode(written[first] ?? ""), meant: withCode(meant[first] ?? "") };
  return text("letter_differs", { position: first + 1, ...letters });
}

function looksLike(a: string, b: string): boolean {
  const isSame = (set: string) => set.includes(a) && set.includes(b);
  return isSame("0Oo") || isSame("1lI|") || /\P{ASCII}/u.test(a + b);
}

function withCode(letter: string): { readonly letter: string; readonly code?: string } {
  return /^\p{ASCII}$/u.test(letter) ? { letter } : { letter, code: codeOf(letter) };
}

function outside(runFile: RunFile, reference: string, at: RowAddress, meant: readonly Unit[]): LinkedCustomer {
  const unit = runFile.units.add({ reference, externalMatch: reference, nameMatch: foldName(reference) });
  const issue = warningAt(at, {
    code: "customer_will_be_looked_up",
    column: "customer",
    value: reference,
    message: text("customer_looked_up", { reference }),
    hint: meant.length > 0 ? questionOf(runFile, meant) : text("add_customer_unless_there"),
  });
  return { unit, issues: [issue] };
}

/** How many candidates a message names. */
const mostMeant = 5;

/** The same once folded; else the same digits, or none, and at most two other letters. */
function nearMisses(runFile: RunFile, reference: string): readonly Unit[] {
  if (reference.length > longestReference) return [];
  const folded = foldLoosely(reference);
  const same = runFile.units.byFold(folded);
  if (same.length > 0) return same;
  const digits = digitsOf(reference);
  const ofSameDigits = digits === "" ? [] : runFile.units.byDigits(digits);
  const near = [
    ...ofSameDigits.filter((unit) => isFewLettersFrom(folded, foldLoosely(unit.reference))),
    ...runFile.units.byThirds(thirdsOf(folded, 2)).filter((unit) => isNearMiss(folded, unit.fold)),
  ];
  return [...new Map(near.map((unit) => [unit.id, unit])).values()].slice(0, mostMeant);
}

/** Nobody mistypes a longer one. */
const longestReference = 300;

function describe(runFile: RunFile, unit: Unit): string {
  if (unit.row === null) return unit.reference;
  const at = runFile.rows.address(unit.row);
  return `"${unit.reference}" (${formatAddress(at)})`;
}
