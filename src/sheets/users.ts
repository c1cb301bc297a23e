/** The sheet of users. What a user's customer and location allow is checked in `plan/`. */
import { factsOf, packageFacts } from "../model/packages.ts";
import type { Draft, PackageCode, UserRecord } from "../model/records.ts";
import { list, reference, text } from "./cell-types.ts";
import { defineSheet, optional, required, type Values } from "./define-sheet.ts";
import { email } from "./email-cells.ts";
import { extension } from "./extension-cells.ts";
import { packageCode, roles } from "./package-cells.ts";
import { phoneNumber } from "./phone-cells.ts";
import type { RowCheck } from "./row-notes.ts";
import { basePackage } from "./user-packages.ts";

/** Of all packages, those that stand on top of a base. */
const addons = {
  ...list(packageCode),
  values: packageFacts.filter(({ use }) => use === "addon").map(({ code }) => code),
};

const columns = {
  customer: required(reference, {
    example: "CUST-001",
    description: "External id of the customer, or a name that only one customer bears.",
  }),
  email: required(email, {
    example: "ann.visser@example.com",
    description: "E-mail address with which the user signs in, unique in the whole batch.",
  }),
  first_name: required(text("name"), { example: "Ann", description: "First name." }),
  last_name: required(text("name"), { example: "Visser", description: "Last name." }),
  package: required(basePackage, {
    example: "webex_calling",
    description: "The one base package of the user, by code or name; one of the customer's packages.",
  }),
  addons: optional(addons, {
    example: "",
    description: "Add-on packages on top of the base package, separated by ;.",
  }),
  location: optional(reference, {
    example: "Head Office",
    description: "Name of the location; may be blank when the customer has one.",
  }),
  phone_number: optional(phoneNumber, {
    example: "+31201234501",
    description: "Phone number in E.164, one of the location's numbers.",
  }),
  extension: optional(extension, {
    example: "4501",
    description: "Extension, 2 to 10 digits, unique in its location.",
  }),
  roles: optional(roles, {
    example: "",
    description: "Administrator roles, separated by ;: full_admin, user_admin, readonly_admin, device_admin.",
  }),
};

type Row = RowCheck<keyof typeof columns>;

export const users = defineSheet<typeof columns, UserRecord>({
  columns,
  toRecord,
  needs: ["customer", "email", "firstName", "lastName", "package", "addons", "roles"],
});

function toRecord(cells: Values<typeof columns>, row: Row): Draft<UserRecord> {
  if (cells.package) checkCallingCells(cells.package, row);
  for (const addon of cells.addons ?? []) checkAddon(addon, cells.package, row);
  return {
    customer: cells.customer,
    email: cells.email,
    firstName: cells.first_name,
    lastName: cells.last_name,
    package: cells.package,
    addons: cells.addons ?? [],
    location: cells.location,
    phoneNumber: cells.phone_number,
    extension: cells.extension,
    roles: cells.roles ?? [],
  };
}

/** V11, V12: what a calling package needs, and what the others have no use for. */
function checkCallingCells(base: PackageCode, row: Row): void {
  const hasNumber = row.text("phone_number") !== "" || row.text("extension") !== "";
  if (factsOf(base).isCalling) {
    if (hasNumber) return;
    row.error(
      "phone_number",
      "number_or_extension_required",
      `A user with ${base} needs a phone number, an extension or both.`,
      "Fill phone_number or extension.",
    );
    return;
  }
  for (const column of ["location", "phone_number", "extension"] as const) {
    if (row.text(column) === "") continue;
    row.warn(
      column,
      "calling_cell_unused",
      `${base} brings no calling, so that Webex has no use for this.`,
      "Leave the cell blank, or choose a calling package.",
    );
  }
}

function checkAddon(addon: PackageCode, base: PackageCode | undefined, row: Row): void {
  const { use, needsAnyOf } = factsOf(addon);
  if (use === "customer") {
    row.error(
      "addons",
      "package_not_for_users",
      `${addon} belongs to the customer and cannot be given to a user.`,
      "Take it out.",
    );
  } else if (use === "base") {
    row.error(
      "addons",
      "not_an_addon",
      `${addon} is a base package, and a user has exactly one.`,
      "Take it out, or write it in package.",
    );
  } else if (base && !needsAnyOf.includes(base)) {
    row.error(
      "addons",
      "missing_dependency",
      `${addon} needs one of ${needsAnyOf.join(", ")} as the base package, and the user has ${base}.`,
      `Choose one of these packages, or take ${addon} out.`,
    );
  }
}
