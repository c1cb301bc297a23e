/** Which onboarding template a customer is created from. No API lists templates: a name is looked up in the batch, then among those remembered. */

import type { StoredRow } from "../journal/run-file/row-reading.ts";
import type { RunFile } from "../journal/run-file/run-file.ts";
import type { Issue } from "../model/issue.ts";
import { foldName, isSameName } from "../model/names.ts";
import type { RowId } from "../model/plan.ts";
import type { RememberedTemplates } from "../model/ports.ts";
import type { CustomerRecord, Draft } from "../model/records.ts";
import { formatAddress, type RowAddress } from "../model/sheet.ts";
import { text } from "../model/words/text.ts";
import { nearest } from "../sheets/cells/nearest.ts";
import { errorAt } from "./issue-at.ts";
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

  const isName = templateNameTest(runFile);

  return (draft, at) => {
    if (
      draft.provisioningId &&
      isName(draft.provisioningId) &&
      !isSameName(draft.provisioningId, draft.template ?? "")
    ) {
      return { issues: [nameForId(draft.provisioningId, at)] };
    }
    if (!draft.template) return { issues: [] };
    const found = kept.get(draft.template) ?? find(draft.template);
    if (!found) return { issues: [unknownTemplate(runFile, remembered, draft.template, at)] };
    const issues = disagreement(runFile, found, draft, at);
    return found.row ? { row: found.row.id, issues } : { issues };
  };
}

/** Is the text the name of any template of the batch, in whatever case? Once the templates are staged. */
export function templateNameTest(runFile: RunFile): (name: string) => boolean {
  let names: ReadonlySet<string> | undefined;
  return (name) => {
    names ??= new Set(Array.from(runFile.rows.templateNames(), foldName));
    return names.has(foldName(name));
  };
}

/** The slip of a name pasted in the place of an ID: that of any template. The doubt `suspicious_provisioning_id` gives way to it. */
export function nameForId(id: string, at: RowAddress): Issue {
  return errorAt(at, {
    code: "provisioning_id_is_name",
    column: "provisioning_id",
    value: id,
    message: text("provisioning_id_is_template", { id }),
    hint: text("copy_provisioning_id_or_clear"),
  });
}

function disagreement(
  runFile: RunFile,
  { row, provisioningId: known }: Template,
  draft: Draft<CustomerRecord>,
  at: RowAddress,
): readonly Issue[] {
  if (!known || !draft.provisioningId || known === draft.provisioningId) return [];
  const values = { template: draft.template ?? "", known, given: draft.provisioningId };
  return [
    errorAt(at, {
      code: "template_disagrees",
      column: "provisioning_id",
      value: draft.provisioningId,
      message: row
        ? text("template_disagrees", { ...values, row: formatAddress(runFile.rows.addressOfRow(row)) })
        : text("linked_template_disagrees", values),
      hint: text("clear_one_or_correct"),
    }),
  ];
}

function unknownTemplate(runFile: RunFile, remembered: RememberedTemplates, name: string, at: RowAddress): Issue {
  const candidates = nearest(name, new Set([...runFile.rows.templateNames(), ...remembered.names()]));
  return errorAt(at, {
    code: "unknown_template",
    column: "template",
    value: name,
    message: text("template_unknown", { template: name }),
    hint:
      candidates.length > 0
        ? text("did_you_mean_one_of", { meant: candidates.map((candidate) => `"${candidate}"`) })
        : text("add_or_link_template"),
  });
}
