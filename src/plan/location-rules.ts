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
  const column = callingCells.find(([, isFilled]) => isFilled(location))?.[0];
  if (column === undefined) return [];
  return [
    warningAt(at, {
      code: "calling_cell_unused",
      column,
      message: "No package of the customer brings calling: without one, the location gets no PSTN and no numbers.",
      hint: "Add a calling package to the customer, or leave the cells for calling blank.",
    }),
  ];
}

const callingCells: readonly (readonly [column: string, isFilled: (location: Location) => boolean])[] = [
  ["pstn", ({ pstn }) => pstn !== undefined],
  ["phone_numbers", ({ phoneNumbers = [] }) => phoneNumbers.length > 0],
  ["main_number", ({ mainNumber }) => mainNumber !== undefined],
  ["routing_prefix", ({ routingPrefix }) => routingPrefix !== undefined],
];
