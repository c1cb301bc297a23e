/** Finds the unit that a row of locations or users means by its `customer` cell. */

import type { RunFile } from "../journal/run-file.ts";
import type { Unit } from "../journal/unit-table.ts";
import type { Issue } from "../model/issue.ts";
import type { UnitId } from "../model/plan.ts";
import { formatAddress, type RowAddress } from "../model/sheet.ts";
import { lettersBetween } from "../sheets/nearest-name.ts";
import { digitsOf, foldLoosely, foldName } from "./fold.ts";
import { errorAt, warningAt } from "./issue-at.ts";

export type LinkedCustomer = { readonly unit?: UnitId; readonly issues: readonly Issue[] };

/**
 * External id first, then a name that only one customer bears. What the batch does not hold becomes a unit of its own,
 * to be looked for at Webex, unless it is a near miss of a customer of the batch.
 */
export function linkCustomer(runFile: RunFile, reference: string, at: RowAddress): LinkedCustomer {
  const byId = runFile.units.byExternalMatch(reference);
  if (byId[0]) return { unit: byId[0].id, issues: [] };
  const byName = runFile.units.byNameMatch(foldName(reference));
  if (byName.length > 1) return { issues: [ambiguous(runFile, reference, at, byName)] };
  if (byName[0]) return { unit: byName[0].id, issues: [] };
  const meant = nearMisses(runFile, reference);
  if (meant.length > 0) return { issues: [mistaken(runFile, reference, at, meant)] };
  return outside(runFile, reference, at);
}

function ambiguous(runFile: RunFile, reference: string, at: RowAddress, units: readonly Unit[]): Issue {
  return errorAt(at, {
    code: "ambiguous_customer",
    column: "customer",
    value: reference,
    message: `${units.length} customers are named "${reference}": ${units.map((unit) => describe(runFile, unit)).join(", ")}.`,
    hint: `Write the external_id of the one you mean, for example ${units[0]?.reference}.`,
  });
}

function mistaken(runFile: RunFile, reference: string, at: RowAddress, units: readonly Unit[]): Issue {
  return errorAt(at, {
    code: "unknown_customer",
    column: "customer",
    value: reference,
    message: `No customer of this batch has the external_id or the name "${reference}".`,
    hint: `Did you mean ${units.map((unit) => describe(runFile, unit)).join(" or ")}?`,
  });
}

function outside(runFile: RunFile, reference: string, at: RowAddress): LinkedCustomer {
  const unit = runFile.units.add({ reference, externalMatch: reference, nameMatch: foldName(reference) });
  const issue = warningAt(at, {
    code: "customer_will_be_looked_up",
    column: "customer",
    value: reference,
    message: `The batch holds no customer "${reference}": it will be looked for at Webex (said once for all its rows).`,
    hint: "Nothing to do when the customer exists at Webex; otherwise add it to the customers sheet.",
  });
  return { unit, issues: [issue] };
}

/** The same once folded, or the same digits and at most two other letters. */
function nearMisses(runFile: RunFile, reference: string): readonly Unit[] {
  const folded = foldLoosely(reference);
  const same = runFile.units.byFold(folded);
  if (same.length > 0) return same;
  const digits = digitsOf(reference);
  if (digits === "") return [];
  return runFile.units.byDigits(digits).filter((unit) => lettersBetween(folded, foldLoosely(unit.reference), 3) < 3);
}

function describe(runFile: RunFile, unit: Unit): string {
  if (unit.row === null) return unit.reference;
  const at = runFile.rows.address(unit.row);
  return `"${unit.reference}" (${formatAddress(at)})`;
}
