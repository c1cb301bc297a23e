/** The wizard of Partner Hub for one onboarding template, filled in from its row. Pure. Source: help article nf9ghpq. */
import type { ChecklistStep } from "../model/checklist.ts";
import type { Operation } from "../model/plan.ts";
import type { Draft, TemplateRecord } from "../model/records.ts";

/** Page by page, in the order of the wizard; older ones ask for the authentication before the calling. */
export function checklistOf(template: TemplateRecord): readonly ChecklistStep[] {
  return [
    { page: "Start", field: "Customers > Onboarding templates > Create template", value: "Webex for Wholesale" },
    ...primarySettings(template),
    { page: "Wholesale calling", field: "Cloud Connected PSTN vendor", value: template.pstnVendor ?? leaveBlank },
    ...authentication(template),
    ...switches(template),
    { page: "Summary", field: "Submit", value: "then copy the Provisioning ID that the template shows" },
  ];
}

function primarySettings(template: TemplateRecord): readonly ChecklistStep[] {
  const page = "Primary settings";
  return [
    { page, field: "Template name", value: template.name },
    { page, field: "Country or region", value: template.country },
    { page, field: "Service provider admin", value: template.serviceProviderAdmin ?? unsaid },
    { page, field: "Default email language", value: template.defaultLanguage ?? unsaid },
    { page, field: "Wholesale subscription", value: template.subscription ?? unsaid },
  ];
}

const inviteEmailsField = "Allow admin invite emails";
const leaveBlank = "leave blank";
const unsaid = "your choice: the sheet says nothing";

function authentication({ authentication: kind, idpEntityId }: TemplateRecord): readonly ChecklistStep[] {
  const page = "Authentication";
  if (kind === "webex") return [{ page, field: "Authentication", value: "Webex authentication" }];
  return [
    { page, field: "Authentication", value: "Partner authentication" },
    { page, field: "IdP Entity ID", value: idpEntityId ?? unsaid },
  ];
}

function switches({ inviteEmails, settings }: TemplateRecord): readonly ChecklistStep[] {
  const page = "Common and call settings";
  const invite = { page, field: inviteEmailsField, value: inviteEmails ? "on" : "off" };
  const others = Object.entries(settings).map(([field, value]) => ({ page, field, value }));
  return inviteEmails === undefined ? others : [invite, ...others];
}

/** Steps of the wizard that differ from those of the row as it was last applied. A setting that the API applies is none of them. */
export function changedSteps(last: Draft<TemplateRecord>, template: TemplateRecord): readonly ChecklistStep[] {
  const { name, country = template.country, authentication = template.authentication, settings = {} } = last;
  const before = checklistOf({ ...filled(last), name: name ?? template.name, country, authentication, settings });
  const isSame = (a: ChecklistStep, b: ChecklistStep) => a.field === b.field && a.value === b.value;
  return checklistOf(template).filter(
    (step) =>
      !unspoken.has(step.value) && step.field !== inviteEmailsField && !before.some((known) => isSame(known, step)),
  );
}

const unspoken: ReadonlySet<string> = new Set([leaveBlank, unsaid]);

function filled({
  serviceProviderAdmin,
  defaultLanguage,
  subscription,
  idpEntityId,
  pstnVendor,
}: Draft<TemplateRecord>) {
  return {
    ...(serviceProviderAdmin ? { serviceProviderAdmin } : {}),
    ...(defaultLanguage ? { defaultLanguage } : {}),
    ...(subscription ? { subscription } : {}),
    ...(idpEntityId ? { idpEntityId } : {}),
    ...(pstnVendor ? { pstnVendor } : {}),
  };
}

/** What to type once the template is there. */
export function commandAfter({ name }: Pick<TemplateRecord, "name">): string {
  return `wholesale-import templates link "${name}" <provisioning-id>`;
}

/** Webex makes no templates: the row fails with what a person has to do. */
export function refusalOf(template: TemplateRecord): NonNullable<Operation["refusal"]> {
  const steps = checklistOf(template).map(({ field, value }) => `${field}: ${value}`);
  return {
    code: "template_without_provisioning_id",
    column: "provisioning_id",
    message: `Webex has no API that makes templates, and no provisioning ID is known for "${template.name}".`,
    hint: `Make it in Partner Hub: ${steps.join("; ")}. Then say: ${commandAfter(template)}, and retry; or fill in the column provisioning_id.`,
  };
}
