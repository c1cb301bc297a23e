/** The provisioning ID of a template: opaque, so that only slips are looked for. */
import type { CellType } from "./define-sheet.ts";
import type { RowCheck } from "./row-notes.ts";

const shape = /^[A-Za-z0-9_+/=:.-]{16,}$/;

export const provisioningId: CellType<string> = {
  label: "provisioning ID",
  read(value, cell) {
    if (!shape.test(value)) {
      cell.warn(
        "suspicious_provisioning_id",
        `"${value}" does not look like a provisioning ID: a long row of letters and digits.`,
        "Copy it from Partner Hub, where it stands under the template.",
      );
    }
    return value;
  },
};

/** The classic slip: the template's name pasted in the place of its ID. */
export function checkProvisioningId<C extends string>(
  id: string | undefined,
  templateName: string | undefined,
  row: RowCheck<C | "provisioning_id">,
): void {
  if (!id || id.toLowerCase() !== templateName?.toLowerCase()) return;
  row.error(
    "provisioning_id",
    "provisioning_id_is_name",
    "The provisioning ID is the name of the template.",
    "Copy the ID that Partner Hub shows under the template, or leave the cell blank.",
  );
}
