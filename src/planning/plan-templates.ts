/** Plans the templates of a batch: registered with the simulator, known at Webex, or to be made by a person. Also says which one each customer is created from. */
import type { RunFile } from "../journal/run-file/run-file.ts";
import type { AppliedRows } from "../journal/state/applied-rows.ts";
import { isSameName } from "../model/names.ts";
import type { OperationId, UnitId } from "../model/plan.ts";
import type { RememberedTemplates, Target } from "../model/ports.ts";
import type { Draft, TemplateRecord } from "../model/records.ts";
import { text } from "../model/words/text.ts";
import { addProblem } from "../staging/issue-at.ts";
import type { RowReader } from "../staging/row-reader.ts";
import { changedSteps, refusalOf, toTexts } from "./checklist.ts";
import { type CustomerRows, type Sourced, sourced, type TemplateSource } from "./customer-rows.ts";

export type TemplateDeps = {
  readonly runFile: RunFile;
  readonly target: Target["name"];
  readonly remembered: RememberedTemplates;
  readonly applied: AppliedRows;
  readonly owner: string;
  readonly read: RowReader;
};

export type TemplateSources = { of(customerRows: CustomerRows): TemplateSource };

/** Templates stand in a unit of their own, which runs before all others. */
export function planTemplates(deps: TemplateDeps, atTarget: ReadonlyMap<string, string>): TemplateSources {
  const { runFile, read } = deps;
  const unit = runFile.units.shared() ?? planSharedUnit(deps, atTarget);
  const operations = new Map<string, OperationId>();
  const records = new Map<string, TemplateRecord>();
  for (const row of runFile.rows.ofTemplates()) {
    const template = sourced(read, row, "templates");
    if (template) records.set(template.record.name, template.record);
  }
  const missing = new Set<string>();
  const present = new Map<string, string>();
  for (const { operation } of runFile.operations.ofUnit(unit)) {
    operations.set(operation.key, operation.id);
    const { provisioningId } = operation.ids;
    if (operation.action === "none" && provisioningId) present.set(operation.key, provisioningId);
    if (operation.refusal) missing.add(operation.key);
  }
  return {
    of: ({ customer }) => {
      const name = customer?.record.template;
      if (name === undefined) return {};
      const isGivenByRow = missing.has(name) && customer?.record.provisioningId !== undefined;
      const operation = isGivenByRow ? undefined : operations.get(name);
      const provisioningId = deps.remembered.find(name);
      const inviteEmails = records.get(name)?.inviteEmails;
      const presentId = present.get(name);
      return {
        ...(presentId ? { presentId } : {}),
        ...(operation !== undefined ? { operation } : provisioningId ? { provisioningId } : {}),
        ...(inviteEmails === undefined ? {} : { inviteEmails }),
      };
    },
  };
}

/** All of it or nothing: a run that was stopped here plans it once all the same. */
function planSharedUnit(deps: TemplateDeps, atTarget: ReadonlyMap<string, string>): UnitId {
  const { runFile, read } = deps;
  return runFile.together(() => {
    const unit = runFile.units.add({ reference: "" });
    const last = new Map(deps.applied.ofCustomer(deps.owner, "").map(({ key, record }) => [key, record]));
    for (const row of runFile.rows.ofTemplates()) {
      const template = runFile.rows.isContext(row.id) ? undefined : sourced(read, row, "templates");
      if (!template) continue;
      saveTemplate(deps, unit, template, atTarget);
      warnOfChange(deps, template, last.get(template.record.name));
    }
    runFile.units.setPlanned(unit, 1);
    runFile.units.setShared(unit);
    return unit;
  });
}

/** Known at the simulator: nothing to do. At webex a template with an ID was made by a person, and one without must be. */
function saveTemplate(
  { runFile, target, remembered, read }: TemplateDeps,
  unit: number,
  { row, record }: Sourced<TemplateRecord>,
  atTarget: ReadonlyMap<string, string>,
): void {
  const { name, provisioningId: written } = record;
  const provisioningId = written ?? atTarget.get(name) ?? remembered.find(name);
  const isKnown = atTarget.has(name) && (written === undefined || atTarget.get(name) === written);
  const isThere = target === "webex" ? provisioningId !== undefined : isKnown;
  runFile.operations.save([
    {
      id: runFile.operations.nextId(),
      unit,
      row,
      resource: "template",
      key: name,
      action: isThere ? "none" : atTarget.has(name) ? "update" : "create",
      payload: { name, ...(provisioningId ? { provisioningId } : {}) },
      needs: [],
      ids: provisioningId ? { provisioningId } : {},
      ...(target === "webex" && !isThere
        ? { refusal: refusalOf(record, isForExisting(runFile, read, record.name)) }
        : {}),
    },
  ]);
}

/** Do rows of the batch make customers of organizations that exist from it? */
export function isForExisting(runFile: RunFile, read: RowReader, template: string): boolean {
  for (const row of runFile.rows.ofCustomers()) {
    const { value } = read(row, "customers");
    if (value.orgId && value.template && isSameName(value.template, template)) return true;
  }
  return false;
}

/** What a person has to change in Partner Hub, since no API does. */
function warnOfChange({ runFile }: TemplateDeps, { row: id, record }: Sourced<TemplateRecord>, last: unknown): void {
  if (!last) return;
  const changed = changedSteps(last as Draft<TemplateRecord>, record); // written from such a record
  if (changed.length === 0) return;
  const steps = toTexts(changed);
  addProblem(runFile, runFile.rows.row(id), "warning", {
    code: "template_changed",
    column: "template_name",
    message: text("template_changed", { template: record.name, steps }),
    hint: text("change_template_in_hub", { template: record.name }),
  });
}
