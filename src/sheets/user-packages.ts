/** The cell with the one base package of a user. */
import { factsOf, packageFacts } from "../model/packages.ts";
import type { PackageCode } from "../model/records.ts";
import { partsOf } from "./cell-types.ts";
import type { CellType } from "./define-sheet.ts";
import { packageCode } from "./package-cells.ts";
import type { CellCheck } from "./row-notes.ts";

const separators = /[;,|\n\r+]+/;

/** Exactly one package, and one that a user can have. */
export const basePackage: CellType<PackageCode> = {
  label: "base package",
  values: packageFacts.filter(({ use }) => use === "base").map(({ code }) => code),
  read(value, cell) {
    if (separators.test(value) && partsOf(value, separators).length > 1) {
      cell.error("one_base_package", "A user has exactly one base package.", "Write one here, and add-ons in addons.");
      return undefined;
    }
    const code = packageCode.read(value, cell);
    return code && isForUsers(code, cell) ? code : undefined;
  },
};

function isForUsers(code: PackageCode, cell: CellCheck): boolean {
  const { use } = factsOf(code);
  if (use === "customer") {
    cell.error(
      "package_not_for_users",
      `${code} belongs to the customer and cannot be given to a user.`,
      "Choose one of the customer's base packages.",
    );
  } else if (use === "addon") {
    cell.error(
      "one_base_package",
      `${code} is an add-on and no base package.`,
      `Write ${code} in addons, and a base package here.`,
    );
  }
  return use === "base";
}
