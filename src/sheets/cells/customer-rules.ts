/** Rules of one customers row that need several of its cells. Its head office is checked in `location-rules.ts` and `address-rules.ts`. */
import { hasCalling } from "../../model/packages.ts";
import type { PackageCode } from "../../model/records.ts";
import { text } from "../../model/words/text.ts";
import type { customerColumns } from "../customer-columns.ts";
import type { Values } from "../define-sheet.ts";
import { partsOf } from "./cell-types.ts";
import { checkProvisioningId } from "./provisioning-id.ts";
import type { RowCheck } from "./row-notes.ts";

type Cells = Values<typeof customerColumns>;
type Row = RowCheck<keyof typeof customerColumns>;

/** Everything about a customer but its addresses and numbers. */
export function checkCustomer(cells: Cells, row: Row): void {
  checkTemplate(cells, row);
  if (cells.supported_location === false) {
    row.error("supported_location", "location_not_supported", text("location_not_verified"), text("verify_location"));
  }
  if (cells.packages) checkPackages(cells.packages, cells, row);
}

/** Which template it is made from must be told, unless the organization exists already. */
function checkTemplate(cells: Cells, row: Row): void {
  checkProvisioningId(cells.provisioning_id, cells.template, row);
  const isTold = ["template", "provisioning_id", "org_id"] as const;
  if (isTold.some((column) => row.text(column) !== "")) return;
  row.error("template", "template_required", text("template_required"), text("fill_template"));
}

function checkPackages(packages: readonly PackageCode[], cells: Cells, row: Row): void {
  const areAllKnown = new Set(partsOf(row.text("packages"))).size === packages.length;
  for (const code of areAllKnown ? Object.keys(cells.package_limits ?? {}) : []) {
    if (packages.some((each) => each === code)) continue;
    row.warn(
      "package_limits",
      "limit_without_package",
      text("limit_without_package", { code }),
      text("add_package_or_drop_limit", { code }),
    );
  }
  if (hasCalling(packages)) checkCalling(packages, row);
  else if (packages.length > 0) warnOfUnusedHeadOffice(row);
}

/** V7: the head office is made together with a customer that has calling. */
function checkCalling(packages: readonly PackageCode[], row: Row): void {
  for (const column of ["hq_timezone", "hq_language"] as const) {
    if (row.text(column) !== "") continue;
    row.error(
      column,
      "required",
      text("calling_needs_head_office"),
      text("write_like", { example: column === "hq_timezone" ? "Europe/Amsterdam" : "nl_NL" }),
    );
  }
  const hasNumbers = row.text("hq_pstn") !== "" || row.text("hq_phone_numbers") !== "";
  if (packages.includes("cisco_calling_plan") && hasNumbers) {
    row.warn("packages", "calling_plan_by_hand", text("calling_plan_by_hand"), text("order_calling_plan_numbers"));
  }
}

const headOfficeOnly = [
  "hq_name",
  "hq_timezone",
  "hq_language",
  "hq_pstn",
  "hq_phone_numbers",
  "hq_main_number",
] as const;

function warnOfUnusedHeadOffice(row: Row): void {
  const filled = headOfficeOnly.find((column) => row.text(column) !== "");
  if (!filled) return;
  row.warn(
    filled,
    "head_office_not_created",
    text("head_office_not_created"),
    text("add_calling_or_clear_head_office"),
  );
}
