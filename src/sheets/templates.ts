/** The sheet of onboarding templates, as a person makes them in Partner Hub. */
import type { Draft, TemplateRecord } from "../model/records.ts";
import { text } from "../model/words/text.ts";
import { choice, freeText, nameKey, settings, yesNo } from "./cells/cell-types.ts";
import { email } from "./cells/email-cells.ts";
import { country, locale } from "./cells/location-cells.ts";
import { checkProvisioningId, provisioningId } from "./cells/provisioning-id.ts";
import type { RowCheck } from "./cells/row-notes.ts";
import { authenticationLabels } from "./data/webex-labels.ts";
import { defineSheet, optional, required, type Values } from "./define-sheet.ts";

const columns = {
  template_name: required(nameKey(), {
    example: "Calling NL",
    description: text("templates_template_name"),
  }),
  provisioning_id: optional(provisioningId, {
    example: "",
    description: text("templates_provisioning_id"),
  }),
  country: required(country, { example: "NL", description: text("templates_country") }),
  service_provider_admin: optional(email, {
    example: "admin@provider.example.com",
    description: text("templates_service_provider_admin"),
  }),
  default_language: optional(locale, {
    example: "nl_NL",
    description: text("templates_default_language"),
  }),
  subscription: optional(freeText(text("kind_id_or_name"), "reference"), {
    example: "Sub123456",
    description: text("templates_subscription"),
  }),
  authentication: optional(
    choice<"webex" | "partner">(text("kind_authentication"), ["webex", "partner"], authenticationLabels),
    {
      example: "webex",
      description: text("templates_authentication"),
    },
  ),
  idp_entity_id: optional(freeText(text("kind_entity_id"), "id"), {
    example: "",
    description: text("templates_idp_entity_id"),
  }),
  pstn_vendor: optional(freeText(text("kind_name"), "text"), {
    example: "",
    description: text("templates_pstn_vendor"),
  }),
  invite_emails: optional(yesNo, {
    example: "no",
    description: text("templates_invite_emails"),
  }),
  settings: optional(settings, {
    example: "",
    description: text("templates_settings"),
  }),
};

type Row = RowCheck<keyof typeof columns>;

export const templates = defineSheet<typeof columns, TemplateRecord>({
  columns,
  toRecord,
  needs: ["name", "country", "authentication", "settings"],
});

function toRecord(cells: Values<typeof columns>, row: Row): Draft<TemplateRecord> {
  checkProvisioningId(cells.provisioning_id, cells.template_name, row);
  checkAuthentication(cells.authentication, row);
  if (cells.pstn_vendor) {
    row.warn(
      "pstn_vendor",
      "pstn_vendor_in_template",
      text("pstn_vendor_in_template"),
      text("choose_pstn_per_location"),
    );
  }
  const isBlank = row.text("authentication") === "";
  return {
    name: cells.template_name,
    provisioningId: cells.provisioning_id,
    country: cells.country,
    serviceProviderAdmin: cells.service_provider_admin,
    defaultLanguage: cells.default_language,
    subscription: cells.subscription,
    authentication: isBlank ? "webex" : cells.authentication,
    idpEntityId: cells.idp_entity_id,
    pstnVendor: cells.pstn_vendor,
    inviteEmails: cells.invite_emails,
    settings: cells.settings ?? {},
  };
}

function checkAuthentication(method: "webex" | "partner" | undefined, row: Row): void {
  const isPartner = method === "partner";
  if (method === undefined && row.text("authentication") !== "") return; // it was refused
  const hasIdp = row.text("idp_entity_id") !== "";
  if (isPartner && !hasIdp) {
    row.error("idp_entity_id", "required", text("entity_id_required"), text("copy_entity_id"));
  }
  if (!isPartner && hasIdp) {
    row.error(
      "idp_entity_id",
      "idp_entity_id_not_allowed",
      text("entity_id_without_partner"),
      text("choose_partner_or_clear"),
    );
  }
}
