/** The wizard of Partner Hub for one onboarding template, filled in from its row. Pure. Source: help article nf9ghpq. */
import type { ChecklistStep } from "../model/checklist.ts";
import type { Operation } from "../model/plan.ts";
import type { Draft, TemplateRecord } from "../model/records.ts";
import { quoteForShell } from "../model/shell-text.ts";
import { inEnglish, type Text, text, verbatim } from "../model/words/text.ts";

/** Page by page, in the order of the wizard; `isAttaching`: for organizations that exist. Older ones ask for the authentication before the calling. */
export function checklistOf(template: TemplateRecord, isAttaching = false): readonly ChecklistStep[] {
  return [
    { page: text("wizard_start"), field: text("wizard_create_template"), value: verbatim("Webex for Wholesale") },
    ...primarySettings(template),
    {
      page: text("wizard_calling"),
      field: text("wizard_pstn_vendor"),
      value: written(template.pstnVendor) ?? leaveBlank,
    },
    ...authentication(template),
    ...switches(template),
    ...(isAttaching ? [attaching] : []),
    { page: text("wizard_summary"), field: text("wizard_submit"), value: text("wizard_copy_id") },
  ];
}

function primarySettings(template: TemplateRecord): readonly ChecklistStep[] {
  const page = text("wizard_primary_settings");
  return [
    { page, field: text("wizard_template_name"), value: verbatim(template.name) },
    { page, field: text("wizard_country"), value: verbatim(template.country) },
    { page, field: text("wizard_service_provider_admin"), value: written(template.serviceProviderAdmin) ?? unsaid },
    { page, field: text("wizard_default_language"), value: written(template.defaultLanguage) ?? unsaid },
    { page, field: text("wizard_subscription"), value: written(template.subscription) ?? unsaid },
  ];
}

function written(cell: string | undefined): Text | undefined {
  return cell === undefined ? undefined : verbatim(cell);
}

const inviteEmailsField = text("wizard_invite_emails");
const leaveBlank = text("wizard_leave_blank");
const unsaid = text("wizard_your_choice");

function authentication({ authentication: kind, idpEntityId }: TemplateRecord): readonly ChecklistStep[] {
  const page = text("wizard_authentication");
  if (kind === "webex")
    return [{ page, field: text("wizard_authentication_method"), value: text("wizard_webex_authentication") }];
  return [
    { page, field: text("wizard_authentication_method"), value: text("wizard_partner_authentication") },
    { page, field: text("wizard_idp_entity_id"), value: written(idpEntityId) ?? unsaid },
  ];
}

function switches({ inviteEmails, settings }: TemplateRecord): readonly ChecklistStep[] {
  const page = text("wizard_common_settings");
  const invite = { page, field: inviteEmailsField, value: text(inviteEmails ? "wizard_on" : "wizard_off") };
  const others = Object.entries(settings).map(([field, value]) => ({
    page,
    field: verbatim(field),
    value: verbatim(value),
  }));
  return inviteEmails === undefined ? others : [invite, ...others];
}

/** Without it Webex takes no organization that exists (help article hbzl7eb). */
const attaching: ChecklistStep = {
  page: text("wizard_common_settings"),
  field: text("wizard_attaching"),
  value: text("wizard_on"),
};

/** Steps of the wizard that differ from those of the row as it was last applied. A setting that the API applies is none of them. */
export function changedSteps(last: Draft<TemplateRecord>, template: TemplateRecord): readonly ChecklistStep[] {
  const { name, country = template.country, authentication = template.authentication, settings = {} } = last;
  const before = checklistOf({ ...filled(last), name: name ?? template.name, country, authentication, settings });
  const isSame = (a: ChecklistStep, b: ChecklistStep) => isSameSaid(a.field, b.field) && isSameSaid(a.value, b.value);
  return checklistOf(template).filter(
    (step) =>
      !isUnspoken(step.value) &&
      !isSameSaid(step.field, inviteEmailsField) &&
      !before.some((known) => isSame(known, step)),
  );
}

function isUnspoken(value: Text): boolean {
  return isSameSaid(value, leaveBlank) || isSameSaid(value, unsaid);
}

function isSameSaid(one: Text, other: Text): boolean {
  return inEnglish(one) === inEnglish(other);
}

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
  return `wholesale-import templates link ${quoteForShell(name)} <provisioning-id>`;
}

/** For a sentence that lists them. */
export function toTexts(steps: readonly ChecklistStep[]) {
  return steps.map(({ field, value }) => ({ field, value }));
}

/** Webex makes no templates: the row fails with what a person has to do. */
export function refusalOf(template: TemplateRecord, isAttaching: boolean): NonNullable<Operation["refusal"]> {
  const steps = toTexts(checklistOf(template, isAttaching));
  return {
    code: "template_without_provisioning_id",
    column: "provisioning_id",
    message: text("no_api_for_templates", { template: template.name }),
    hint: text("make_template_by_checklist", { steps, command: commandAfter(template) }),
  };
}
