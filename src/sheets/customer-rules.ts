/** Rules of one customers row that need several of its cells. Its places are checked in `place-rules.ts` and `address-rules.ts`. */
import { hasCalling } from "../model/packages.ts";
import type { PackageCode } from "../model/records.ts";
import type { customerColumns } from "./customer-columns.ts";
import type { Values } from "./define-sheet.ts";
import { checkProvisioningId } from "./provisioning-id.ts";
import type { RowCheck } from "./row-notes.ts";

type Cells = Values<typeof customerColumns>;
type Row = RowCheck<keyof typeof customerColumns>;

/** Everything about a customer but its addresses and numbers. */
export function checkCustomer(cells: Cells, row: Row): void {
  checkTemplate(cells, row);
  if (cells.supported_location === false) {
    row.error(
      "supported_location",
      "location_not_supported",
      "Nobody verified that this customer is in a location that Webex supports; Partner Hub does not go on without it either.",
      'Verify it, and write "yes".',
    );
  }
  if (cells.packages) checkPackages(cells.packages, cells, row);
}

/** Which template it is made from must be told, unless the organisation exists already. */
function checkTemplate(cells: Cells, row: Row): void {
  checkProvisioningId(cells.provisioning_id, cells.template, row);
  const isTold = ["template", "provisioning_id", "org_id"] as const;
  if (isTold.some((column) => row.text(column) !== "")) return;
  row.error(
    "template",
    "template_required",
    "A customer is made from an onboarding template, and the row names none.",
    "Fill template, or provisioning_id.",
  );
}

function checkPackages(packages: readonly PackageCode[], cells: Cells, row: Row): void {
  for (const code of Object.keys(cells.package_limits ?? {})) {
    if (packages.some((each) => each === code)) continue;
    row.warn(
      "package_limits",
      "limit_without_package",
      `The limit for ${code} has no use: it is not one of the customer's packages.`,
      `Add ${code} to packages, or take the limit out.`,
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
      "A customer with a calling package needs a head office with a time zone and a language.",
      column === "hq_timezone" ? "Write it like Europe/Amsterdam." : "Write it like nl_NL.",
    );
  }
  const hasNumbers = row.text("hq_pstn") !== "" || row.text("hq_phone_numbers") !== "";
  if (packages.includes("cisco_calling_plan") && hasNumbers) {
    row.warn(
      "packages",
      "calling_plan_by_hand",
      "With a Cisco Calling Plan, PSTN and numbers of a location cannot be set by the API.",
      "Leave hq_pstn and hq_phone_numbers blank if the head office uses the calling plan, and order its numbers in Control Hub.",
    );
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
    "No package of the customer brings calling, so that no head office is made.",
    "Add a calling package, or leave the cells of the head office blank.",
  );
}
