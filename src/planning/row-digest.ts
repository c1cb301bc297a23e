/** The content of a row as a short text: the same for the same content. Decides nothing. */
import { createHash } from "node:crypto";
import type { SheetName } from "../model/sheet.ts";
import type { UpdatePolicy } from "./customer-changes.ts";

/** Of a checked record, and of what the caller chose to do with such records. */
export function digestOf(sheet: SheetName, record: unknown, { isRemovingPackages }: UpdatePolicy): string {
  const content = JSON.stringify(record);
  const wish = sheet === "customers" && isRemovingPackages ? " alone" : "";
  return createHash("sha256").update(`${content}${wish}`).digest("base64url").slice(0, 22);
}
