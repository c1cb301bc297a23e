/** Which onboarding template a customer is made from. No API lists templates: a name is looked for in the batch, then among those remembered. */

import type { StoredRow } from "../journal/row-table.ts";
import type { RunFile } from "../journal/run-file.ts";
import type { Issue } from "../model/issue.ts";
import type { RowId } from "../model/plan.ts";
import type { RememberedTemplates } from "../model/ports.ts";
import type { CustomerRecord, Draft } from "../model/records.ts";
import { formatAddress, type RowAddress } from "../model/sheet.ts";
import { errorAt } from "./issue-at.ts";
import { nearest } from "./nearest.ts";
import type { RowReader } from "./row-reader.ts";

export type TemplateReference = { readonly row?: RowId; readonly issues: readonly Issue[] };

/** Finds the template of a customers row: `row` is the templates row that this customer needs. */
export type TemplateLinker = (draft: Draft<CustomerRecord>, at: RowAddress) => TemplateReference;

type Template = { readonly row?: StoredRow; readonly provisioningId?: string | undefined };

/** How many templates of the batch stay in memory. */
const templatesKept = 1_000;

/** Once the templates are staged. */
export function templateLinker(runFile: RunFile, read: RowReader, remembered: RememberedTemplates): TemplateLinker {
  const kept = new Map<string, Template>();

  function find(name: string): Template | undefined {
    const row = runFile.rows.templateNamed(name);
    if (!row) {
      const provisioningId = remembered.find(name);
      return provisioningId === undefined ? undefined : { provisioningId };
    }
    if (kept.size >= templatesKept) kept.clear();
    const found = { row, provisioningId: read(row, "templates").value.provisioningId };
    kept.set(row.key, found);
    return found;
  }

  return (draft, at) => {
    if (!draft.template) return { issues: [] };
    const found = kept.get(draft.template) ?? find(draft.template);
    if (!found) return { issues: [unknownTemplate(runFile, remembered, draft.template, at)] };
    const issues = disagreement(runFile, found, draft, at);
    return found.row ? { row: found.row.id, issues } : { issues };
  };
}

function disagreement(
  runFile: RunFile,
  { row, provisioningId: known }: Template,
  draft: Draft<CustomerRecord>,
  at: RowAddress,
): readonly Issue[] {
  if (!known || !draft.provisioningId || known === draft.provisioningId) return [];
  const where = row ? formatAddress(runFile.rows.addressOfRow(row)) : "the remembered templates";
  return [
    errorAt(at, {
      code: "template_disagrees",
      column: "provisioning_id",
      value: draft.provisioningId,
      message: `Template "${draft.template}" has the provisioning ID ${known} (${where}), and this row says ${draft.provisioningId}.`,
      hint: "Leave one of the two cells empty, or correct the one that is wrong.",
    }),
  ];
}

function unknownTemplate(runFile: RunFile, remembered: RememberedTemplates, name: string, at: RowAddress): Issue {
  const candidates = nearest(name, new Set([...runFile.rows.templateNames(), ...remembered.names()]));
  return errorAt(at, {
    code: "unknown_template",
    column: "template",
    value: name,
    message: `No template "${name}" in the templates sheet nor among the remembered ones.`,
    hint:
      candidates.length > 0
        ? `Did you mean ${candidates.map((candidate) => `"${candidate}"`).join(" or ")}?`
        : "Add it to the templates sheet, or remember its ID: wholesale-import templates link <name> <provisioning-id>.",
  });
}
