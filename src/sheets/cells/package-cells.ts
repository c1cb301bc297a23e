/** Cells with packages, limits per package, and roles. */

import { factsOf, packageFacts } from "../../model/packages.ts";
import { type PackageCode, type RoleName, roleNames } from "../../model/records.ts";
import { text } from "../../model/words/text.ts";
import { foldLabel, roleLabels } from "../data/webex-labels.ts";
import type { CellType } from "../define-sheet.ts";
import { list, pairsOf } from "./cell-types.ts";
import { nearestName } from "./nearest.ts";
import type { CellCheck } from "./row-notes.ts";

const byName: ReadonlyMap<string, PackageCode> = new Map(
  packageFacts.flatMap(({ code, names }) =>
    [code, fold(code), ...names.map(fold)].map((name) => [name, code] as const),
  ),
);

const allNames: readonly string[] = packageFacts.flatMap(({ code, names }) => [code, ...names]);

/** Trade marks do not count either. */
function fold(name: string): string {
  return foldLabel(name).replace(/[®™]|\((?:r|tm)\)/g, "");
}

/** By its code or by the name that Partner Hub shows. */
export const packageCode: CellType<PackageCode> = {
  label: text("kind_package"),
  values: packageFacts.map(({ code }) => code),
  read(value, cell) {
    const code = byName.get(value) ?? byName.get(fold(value));
    if (code) return code;
    const near = nearestName(value, allNames);
    const meant = near && byName.get(fold(near));
    cell.error(
      "unknown_package",
      text("unknown_package", { value }),
      meant ? text("did_you_mean", { meant }) : text("list_package_codes"),
    );
    return undefined;
  },
};

const packages = list(packageCode, text("kind_packages"));

/** A list of packages, whose dependencies are met within it. */
export const packageList: CellType<readonly PackageCode[]> = {
  ...packages,
  read(value, cell) {
    const codes = packages.read(value, cell);
    for (const code of codes ?? []) checkNeeds(code, codes ?? [], cell);
    return codes;
  },
};

function checkNeeds(code: PackageCode, packages: readonly PackageCode[], cell: CellCheck): void {
  const { needsAnyOf } = factsOf(code);
  if (needsAnyOf.length === 0 || needsAnyOf.some((needed) => packages.includes(needed))) return;
  cell.warn(
    "missing_dependency",
    text("package_needs_one_of", { code, needed: needsAnyOf }),
    text("add_needed_package", { code }),
  );
}

/** How many of each package a customer may assign. */
export const packageLimits: CellType<Readonly<Record<string, number>>> = {
  label: text("kind_package_limits"),
  isList: true,
  read(value, cell) {
    const limits = pairsOf(value, cell).map(([name, amount]) => readLimit(name, amount, cell));
    return Object.fromEntries(limits.filter((limit) => limit !== undefined));
  },
};

function readLimit(name: string, amount: string, cell: CellCheck): readonly [string, number] | undefined {
  const code = packageCode.read(name, cell);
  const isNumber = /^\d{1,9}$/.test(amount);
  if (!isNumber)
    cell.error("invalid_limit", text("limit_not_a_number", { code: name, value: amount }), text("write_limit"));
  if (!code || !isNumber) return undefined;
  if (factsOf(code).hasLimit) return [code, Number(amount)];
  cell.error("limit_not_offered", text("limit_not_offered", { code }), text("take_out_of_cell", { code }));
  return undefined;
}

/** Of locations and sites, in the beginnings of their names. */
const ofLocations = /^(location|locatie|site|webexsite|sitebeheer)/;
/** Roles of Control Hub that are none of the four. */
const otherRoles = /^(support|ondersteuning|compliance|nalevings|advancedtroubleshooting|geavanceerde|provisioning)/;

const role: CellType<RoleName> = {
  label: text("kind_role"),
  values: roleNames,
  read(value, cell) {
    const folded = foldLabel(value.replace(/^id_/i, ""));
    const found = roleNames.find((each) => foldLabel(each) === folded) ?? roleLabels.get(folded);
    if (found) return found;
    if (ofLocations.test(folded) || otherRoles.test(folded)) {
      const isOfLocation = ofLocations.test(folded);
      cell.error(
        "role_not_assignable",
        isOfLocation ? text("role_not_by_api", { value }) : text("role_not_assigned_here", { value, roles: roleNames }),
        text("assign_role_by_hand"),
      );
    } else {
      const near = nearestName(value, roleNames);
      cell.error(
        "unknown_role",
        text("unknown_role", { value, roles: roleNames }),
        near ? text("did_you_mean", { meant: near }) : text("write_roles"),
      );
    }
    return undefined;
  },
};

export const roles: CellType<readonly RoleName[]> = list(role, text("kind_roles"));
