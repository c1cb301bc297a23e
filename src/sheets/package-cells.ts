/** Cells with packages, limits per package, and roles. */
import { factsOf, packageFacts } from "../model/packages.ts";
import { type PackageCode, type RoleName, roleNames } from "../model/records.ts";
import { list, pairsOf } from "./cell-types.ts";
import type { CellType } from "./define-sheet.ts";
import { nearestName } from "./nearest-name.ts";
import { write } from "./repair.ts";
import type { CellCheck } from "./row-notes.ts";

const byName: ReadonlyMap<string, PackageCode> = new Map(
  packageFacts.flatMap(({ code, names }) =>
    [code, fold(code), ...names.map(fold)].map((name) => [name, code] as const),
  ),
);

const allNames: readonly string[] = packageFacts.flatMap(({ code, names }) => [code, ...names]);

function fold(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, "");
}

/** By its code or by the name that Partner Hub shows. */
export const packageCode: CellType<PackageCode> = {
  label: "package",
  values: packageFacts.map(({ code }) => code),
  read(value, cell) {
    const code = byName.get(value) ?? byName.get(fold(value));
    if (code) return code;
    const near = nearestName(value, allNames);
    const meant = near && byName.get(fold(near));
    cell.error(
      "unknown_package",
      `There is no package "${value}".`,
      meant ? `Did you mean "${meant}"?` : "The codes are listed by: wholesale-import schema customers.",
    );
    return undefined;
  },
};

/** A list of packages, whose dependencies are met within it. */
export const packageList: CellType<readonly PackageCode[]> = {
  ...list(packageCode),
  read(value, cell) {
    const packages = list(packageCode).read(value, cell);
    for (const code of packages ?? []) checkNeeds(code, packages ?? [], cell);
    return packages;
  },
};

function checkNeeds(code: PackageCode, packages: readonly PackageCode[], cell: CellCheck): void {
  const { needsAnyOf } = factsOf(code);
  if (needsAnyOf.length === 0 || needsAnyOf.some((needed) => packages.includes(needed))) return;
  cell.error(
    "missing_dependency",
    `${code} needs one of ${needsAnyOf.join(", ")} beside it.`,
    `Add one of these, or take ${code} out.`,
  );
}

/** How many of each package a customer may assign. */
export const packageLimits: CellType<Readonly<Record<string, number>>> = {
  label: "list of package=number, separated by ;",
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
    cell.error(
      "invalid_limit",
      `The limit "${amount}" of ${name} is not a whole number.`,
      "Write digits only, as in webex_calling=50.",
    );
  if (!code || !isNumber) return undefined;
  if (factsOf(code).hasLimit) return [code, Number(amount)];
  cell.error("limit_not_offered", `Webex has no limit for ${code}.`, `Take ${code} out of this cell.`);
  return undefined;
}

const roleTitles: ReadonlyMap<string, RoleName> = new Map([
  ["fulladministrator", "full_admin"],
  ["fulladmin", "full_admin"],
  ["administrator", "full_admin"],
  ["useradministrator", "user_admin"],
  ["useradmin", "user_admin"],
  ["readonlyadministrator", "readonly_admin"],
  ["readonlyadmin", "readonly_admin"],
  ["deviceadministrator", "device_admin"],
  ["deviceadmin", "device_admin"],
]);

const role: CellType<RoleName> = {
  label: "role",
  values: roleNames,
  read(value, cell) {
    const found = roleNames.find((each) => each === value.toLowerCase());
    if (found) return found;
    const folded = fold(value.replace(/^id_/i, ""));
    const meant = roleTitles.get(folded);
    if (/^(location|site|webexsite)/.test(folded)) {
      cell.error(
        "role_not_assignable",
        `The role "${value}" cannot be given by the API (SCIM).`,
        "Take it out, and give it in Control Hub once the user exists.",
      );
    } else {
      const near = nearestName(value, roleNames);
      cell.error(
        "unknown_role",
        `"${value}" is not one of ${roleNames.join(", ")}.`,
        meant ? write(meant) : near ? `Did you mean "${near}"?` : "Write one of these; several are separated by ;.",
      );
    }
    return undefined;
  },
};

export const roles: CellType<readonly RoleName[]> = list(role);
