/** Cells of a customer that Webex does not tell, as they were last applied. Pure. */
import type { StoredGoLive } from "../journal/state/go-live-days.ts";
import type { LastApplied } from "../planning/last-applied.ts";
import type { Cells } from "./export-sheets.ts";

export type ExportBasis = {
  readonly last: LastApplied;
  /** Is this a template that a row may name? */
  isKnownTemplate(name: string): boolean;
};

/** Blank where nothing was applied from here. */
export function leftOutCells({ last, isKnownTemplate }: ExportBasis): Cells {
  const { customer } = last;
  if (!customer) return {};
  const { template = "", packageLimits = {}, headOffice } = customer;
  return {
    admin_email: customer.adminEmail ?? "",
    template: isKnownTemplate(template) ? template : "",
    provisioning_id: customer.provisioningId ?? "",
    package_limits: Object.entries(packageLimits)
      .map(([code, limit]) => `${code}=${limit}`)
      .join(";"),
    language: customer.language ?? "",
    welcome_on: openDay(last.goLive("welcome")),
    supported_location: customer.supportedLocation ? "yes" : "",
    hq_emergency_location_identifier: headOffice?.emergencyLocationIdentifier ?? "",
    meetings_timezone: customer.meetingsTimezone ?? "",
    sub_partner_admin_email: customer.subPartnerAdminEmail ?? "",
  };
}

/** One that was carried out is nothing that is still to be done. */
export function openDay(day: StoredGoLive | undefined): string {
  return day && day.settledMs === undefined ? day.on : "";
}

export const leftOutColumns: readonly string[] = [
  "admin_email",
  "template",
  "provisioning_id",
  "package_limits",
  "language",
  "meetings_timezone",
  "sub_partner_admin_email",
];
