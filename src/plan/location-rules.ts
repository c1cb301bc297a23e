/** The rule that holds a locations row against its customer: without calling, a location has no use for telephones. */

import type { Issue } from "../model/issue.ts";
import { hasCalling } from "../model/packages.ts";
import type { Draft, LocationRecord, PackageCode } from "../model/records.ts";
import type { RowAddress } from "../model/sheet.ts";
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
      message: "No package of the customer brings calling: without one, the location gets no PSTN and no numbers.",
      hint: "Add a calling package to the customer, or leave the cells for calling blank.",
    }),
  ];
}

function callingCells(location: Location): readonly (readonly [column: string, value: string | undefined])[] {
  const { pstn, phoneNumbers = [], mainNumber, routingPrefix } = location;
  return [
    ["pstn", pstn],
    ["phone_numbers", phoneNumbers[0]],
    ["main_number", mainNumber],
    ["routing_prefix", routingPrefix],
  ];
}
