/** The sheet of onboarding templates, as a person makes them in Partner Hub. */
import type { Draft, TemplateRecord } from "../model/records.ts";
import { choice, settings, text, yesNo } from "./cell-types.ts";
import { defineSheet, optional, required, type Values } from "./define-sheet.ts";
import { email } from "./email-cells.ts";
import { country, locale } from "./place-cells.ts";
import { checkProvisioningId, provisioningId } from "./provisioning-id.ts";
import type { RowCheck } from "./row-notes.ts";

const columns = {
  template_name: required(text("name"), {
    example: "Calling NL",
    description: "Name of the onboarding template, unique in the batch; customers refer to it.",
  }),
  provisioning_id: optional(provisioningId, {
    example: "",
    description: "The value that Partner Hub shows under the template once it exists.",
  }),
  country: required(country, { example: "NL", description: "Country or region of the template, ISO 3166-1 alpha-2." }),
  service_provider_admin: optional(email, {
    example: "admin@provider.example.com",
    description: "Administrator of the partner who is linked to the customers made from the template.",
  }),
  default_language: optional(locale, {
    example: "nl_NL",
    description: "Language of the mails to users: xx or xx_YY.",
  }),
  subscription: optional(text("name or id"), {
    example: "Sub123456",
    description: "Name or id of the wholesale subscription.",
  }),
  authentication: optional(choice<"webex" | "partner">("authentication", ["webex", "partner"]), {
    example: "webex",
    description: "Who authenticates users: webex (default) or partner.",
  }),
  idp_entity_id: optional(text("entity id"), {
    example: "",
    description: "EntityID of the partner's identity provider; required with partner authentication.",
  }),
  pstn_vendor: optional(text("name"), {
    example: "",
    description: "Cloud Connected PSTN vendor; Cisco advises against setting it in a template.",
  }),
  invite_emails: optional(yesNo, {
    example: "no",
    description:
      "Whether Webex mails an invitation to administrators and users it activates (allow-admin-invite-emails).",
  }),
  settings: optional(settings, {
    example: "",
    description: "Further common and calling settings as name=value;name=value, for the checklist.",
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
  checkAuthentication(row);
  if (cells.pstn_vendor) {
    row.warn(
      "pstn_vendor",
      "pstn_vendor_in_template",
      "Cisco advises against a PSTN vendor in a template: it limits the set-up of its customers.",
      "Leave the cell blank, and choose the PSTN per location.",
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

function checkAuthentication(row: Row): void {
  const isPartner = row.text("authentication").toLowerCase() === "partner";
  const hasIdp = row.text("idp_entity_id") !== "";
  if (isPartner && !hasIdp) {
    row.error(
      "idp_entity_id",
      "required",
      "Partner authentication needs the entity id of the identity provider.",
      "Copy the EntityID from the SAML metadata of the identity provider.",
    );
  }
  if (!isPartner && hasIdp) {
    row.error(
      "idp_entity_id",
      "idp_entity_id_not_allowed",
      "An identity provider is given, and the authentication is not partner.",
      'Write "partner" in authentication, or leave this cell blank.',
    );
  }
}
