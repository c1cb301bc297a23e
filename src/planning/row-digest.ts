/** The content of a row as a short text: the same for the same content. Decides nothing. */
import { createHash } from "node:crypto";
import type { SheetName } from "../model/sheet.ts";
import type { UpdatePolicy } from "./customer-changes.ts";

/** Of a checked record, and of what the caller chose to do with such records. */
export function digestOf(sheet: SheetName, record: unknown, policy: UpdatePolicy): string {
  const content = JSON.stringify(record);
  const wishes = [
    ...(sheet === "customers" && policy.isRemovingPackages ? [" alone"] : []),
    ...((sheet === "customers" || sheet === "locations") && policy.isRemovingNumbers ? [" numbers"] : []),
  ];
  return createHash("sha256")
    .update(`${content}${wishes.join("")}`)
    .digest("base64url")
    .slice(0, 22);
}
