/** The templates of a batch that a person still has to make, each with its checklist. */
import type { RunFile } from "../journal/run-file/run-file.ts";
import type { TemplateChecklist } from "../model/checklist.ts";
import { checklistOf, commandAfter } from "../planning/checklist.ts";
import { sourced } from "../planning/customer-rows.ts";
import { isForExisting } from "../planning/plan-templates.ts";
import { rowReader } from "../staging/row-reader.ts";

/** In input order; empty for a target that makes templates itself, and before the batch is planned. */
export function checklistsOf(runFile: RunFile): readonly TemplateChecklist[] {
  const unit = runFile.units.shared();
  if (unit === undefined) return [];
  const read = rowReader(runFile);
  return runFile.operations.ofUnit(unit).flatMap(({ operation }) => {
    const row = runFile.rows.row(operation.row);
    const template = operation.refusal && sourced(read, row, "templates")?.record;
    if (!template) return [];
    const steps = checklistOf(template, isForExisting(runFile, read, template.name));
    return [{ template: template.name, at: runFile.rows.addressOfRow(row), steps, next: commandAfter(template) }];
  });
}
