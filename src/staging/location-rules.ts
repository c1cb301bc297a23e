/** The rule that holds a locations row against its customer: without calling, a location has no use for telephones. */

import type { Issue } from "../model/issue.ts";
import { toE164 } from "../model/number-ranges.ts";
import { hasCalling } from "../model/packages.ts";
import { type Draft, formatRoute, type LocationRecord, type PackageCode } from "../model/records.ts";
import type { RowAddress } from "../model/sheet.ts";
import { text } from "../model/words/text.ts";
import { warningAt } from "./issue-at.ts";

type Location = Draft<LocationRecord>;

/** `packages`: those of the customer; none when the batch does not hold it. */
export function checkLocationAgainstCustomer(
  packages: readonly PackageCode[],
  location: Location,
  at: RowAddress,
): readonly Issue[] {
  if (packages.length === 0 || hasCalling(packages)) return [];
  const [column, value] = callingCells(location).find((cell) => cell[1] !== undefined) ?? [];
  if (column === undefined) return [];
  return [
    warningAt(at, {
      code: "calling_cell_unused",
      column,
      value,
      message: text("location_without_calling"),
      hint: text("add_calling_or_clear_cells"),
    }),
  ];
}

function callingCells(location: Location): readonly (readonly [column: string, value: string | undefined])[] {
  const { pstn, phoneNumbers: [numbers] = [], mainNumber, routingPrefix, callerIdName, pstnRoute } = location;
  return [
    ["pstn", pstn],
    ["phone_numbers", numbers && toE164(numbers.from)],
    ["main_number", mainNumber],
    ["routing_prefix", routingPrefix],
    ["caller_id_name", callerIdName],
    ["pstn_route", pstnRoute && formatRoute(pstnRoute)],
  ];
}
