/** The provisioning ID of a template: opaque, so that only slips are looked for. */

import { isSameName } from "../../model/names.ts";
import { text } from "../../model/words/text.ts";
import type { CellType } from "../define-sheet.ts";
import type { RowCheck } from "./row-notes.ts";

const shape = /^[A-Za-z0-9_+/=:.-]{16,}$/;

export const provisioningId: CellType<string> = {
  label: text("kind_provisioning_id"),
  role: "id",
  sound: shape,
  read: (value) => value,
};

/** The classic slip: the template's name pasted in the place of its ID. Else it may look like no ID. */
export function checkProvisioningId<C extends string>(
  id: string | undefined,
  templateName: string | undefined,
  row: RowCheck<C | "provisioning_id">,
): void {
  if (!id) return;
  if (isSameName(id, templateName ?? "")) {
    row.error(
      "provisioning_id",
      "provisioning_id_is_name",
      text("provisioning_id_is_name"),
      text("copy_provisioning_id_or_clear"),
    );
  } else if (!shape.test(id)) {
    row.warn(
      "provisioning_id",
      "suspicious_provisioning_id",
      text("not_a_provisioning_id", { id }),
      text("copy_provisioning_id"),
    );
  }
}
