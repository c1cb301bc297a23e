/** What a row of each sheet is, for people. */
import type { SheetName } from "../model/sheet.ts";

export type SheetWords = {
  /** "A row is ..." */
  readonly row: string;
  /** Columns that name a row. */
  readonly key: readonly string[];
};

export const aboutSheets: Readonly<Record<SheetName, SheetWords>> = {
  templates: { row: "an onboarding template of Partner Hub", key: ["template_name"] },
  customers: { row: "a customer with its packages, its billing address and its head office", key: ["external_id"] },
  locations: { row: "a branch beside the head office of a customer", key: ["customer", "name"] },
  users: { row: "a person with a package, and a number, an extension or roles", key: ["email"] },
};
