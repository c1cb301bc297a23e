/** The sheet of users. What a user's customer and location allow is checked in `staging/`. */
import { factsOf, packageFacts } from "../model/packages.ts";
import type { Draft, PackageCode, UserRecord } from "../model/records.ts";
import { text } from "../model/words/text.ts";
import { rowAction } from "./cells/action-cells.ts";
import { callerId } from "./cells/caller-id-cells.ts";
import { freeText, list, name, partsOf, reference } from "./cells/cell-types.ts";
import { email } from "./cells/email-cells.ts";
import { extension } from "./cells/extension-cells.ts";
import { regionalLocale } from "./cells/location-cells.ts";
import { orNext, wishOf, writtenIn } from "./cells/next-cells.ts";
import { packageCode, roles } from "./cells/package-cells.ts";
import { phoneNumber } from "./cells/phone-cells.ts";
import type { CellCheck, RowCheck } from "./cells/row-notes.ts";
import { type CellType, defineSheet, optional, required, type Values } from "./define-sheet.ts";

const separators = /[;,|\n\r+]+/;

/** Exactly one package, and one that a user can have. */
const basePackage: CellType<PackageCode> = {
  label: text("kind_base_package"),
  values: packageFacts.filter(({ use }) => use === "base").map(({ code }) => code),
  read(value, cell) {
    if (separators.test(value) && partsOf(value, separators).length > 1) {
      cell.error("one_base_package", text("one_base_package"), text("write_one_base_package"));
      return undefined;
    }
    const code = packageCode.read(value, cell);
    return code && isForUsers(code, cell) ? code : undefined;
  },
};

/** Of all packages, those that stand on top of a base. */
const addons = {
  ...list(packageCode, text("kind_packages")),
  values: packageFacts.filter(({ use }) => use === "addon").map(({ code }) => code),
};

const numbers = { isEnd: (end: string) => /^\+[1-9]\d{6,14}$/.test(end), example: "next:+31201234510-+31201234549" };
const extensions = { isEnd: (end: string) => /^\d{2,10}$/.test(end), example: "next:4500-4599" };

const columns = {
  customer: required(reference, {
    example: "CUST-001",
    description: text("users_customer"),
  }),
  email: required(email, {
    example: "ann.visser@example.com",
    description: text("users_email"),
  }),
  first_name: required(name(), { example: "Ann", description: text("users_first_name") }),
  last_name: required(name(), { example: "Visser", description: text("users_last_name") }),
  package: required(basePackage, {
    example: "webex_calling",
    description: text("users_package"),
  }),
  addons: optional(addons, {
    example: "",
    description: text("users_addons"),
  }),
  location: optional(reference, {
    example: "Head Office",
    description: text("users_location"),
  }),
  phone_number: optional(orNext(phoneNumber, numbers), {
    example: "+31201234501",
    description: text("users_phone_number"),
  }),
  extension: optional(orNext(extension, extensions), {
    example: "4501",
    description: text("users_extension"),
  }),
  roles: optional(roles, {
    example: "",
    description: text("users_roles"),
  }),
  display_name: optional(name(), {
    example: "",
    description: text("users_display_name"),
  }),
  title: optional(freeText(text("kind_title"), "text"), { example: "", description: text("users_title") }),
  department: optional(freeText(text("kind_department"), "text"), {
    example: "",
    description: text("users_department"),
  }),
  language: optional(regionalLocale, {
    example: "",
    description: text("users_language"),
  }),
  caller_id: optional(callerId, { example: "", description: text("users_caller_id") }),
  action: optional(rowAction, { example: "", description: text("users_action") }),
  profile: optional(reference, { example: "", description: text("users_profile") }),
};

type Row = RowCheck<keyof typeof columns>;

export const users = defineSheet<typeof columns, UserRecord>({
  columns,
  toRecord,
  needs: ["customer", "email", "firstName", "lastName", "package", "addons", "roles"],
});

function toRecord(cells: Values<typeof columns>, row: Row): Draft<UserRecord> {
  if (cells.action === "remove") return { customer: cells.customer, email: cells.email, action: "remove" };
  if (cells.package) checkCallingCells(cells.package, row);
  for (const addon of cells.addons ?? []) checkAddon(addon, cells.package, row);
  return {
    customer: cells.customer,
    email: cells.email,
    firstName: cells.first_name,
    lastName: cells.last_name,
    package: cells.package,
    addons: cells.addons ?? none,
    location: cells.location,
    phoneNumber: writtenIn(cells.phone_number),
    extension: writtenIn(cells.extension),
    ...nextOf(cells),
    roles: cells.roles ?? none,
    displayName: cells.display_name,
    title: cells.title,
    department: cells.department,
    language: cells.language,
    callerId: cells.caller_id,
  };
}

function nextOf({ phone_number, extension }: Values<typeof columns>): Pick<Draft<UserRecord>, "next"> {
  const wishes = { phoneNumber: wishOf(phone_number), extension: wishOf(extension) };
  if (!wishes.phoneNumber && !wishes.extension) return {};
  return {
    next: {
      ...(wishes.phoneNumber ? { phoneNumber: wishes.phoneNumber } : {}),
      ...(wishes.extension ? { extension: wishes.extension } : {}),
    },
  };
}

const none: readonly never[] = [];

/** V12: what a package without calling has no use for. */
function checkCallingCells(base: PackageCode, row: Row): void {
  if (factsOf(base).isCalling) return;
  for (const column of ["location", "phone_number", "extension", "caller_id"] as const) {
    if (row.text(column) === "") continue;
    row.warn(
      column,
      "calling_cell_unused",
      text("package_without_calling", { code: base }),
      text("clear_or_choose_calling"),
    );
  }
}

function checkAddon(addon: PackageCode, base: PackageCode | undefined, row: Row): void {
  const { use, needsAnyOf } = factsOf(addon);
  if (use === "customer") {
    row.error(
      "addons",
      "package_not_for_users",
      text("package_not_for_users", { code: addon }),
      text("take_out_of_cell", { code: addon }),
    );
  } else if (use === "base") {
    row.error(
      "addons",
      "not_an_addon",
      text("base_is_no_addon", { code: addon }),
      text("take_out_or_write_in_package", { code: addon }),
    );
  } else if (base && !needsAnyOf.includes(base)) {
    row.warn(
      "addons",
      "missing_dependency",
      text("addon_needs_base", { code: addon, needed: needsAnyOf, base }),
      text("choose_needed_base", { code: addon }),
    );
  }
}

function isForUsers(code: PackageCode, cell: CellCheck): boolean {
  const { use } = factsOf(code);
  if (use === "customer") {
    cell.error("package_not_for_users", text("package_not_for_users", { code }), text("choose_base_of_customer"));
  } else if (use === "addon") {
    cell.error("one_base_package", text("addon_is_no_base", { code }), text("write_addon_in_addons", { code }));
  }
  return use === "base";
}
