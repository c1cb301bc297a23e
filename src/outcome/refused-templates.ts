/** What a run learned about the templates of its batch: the provisioning IDs that Webex accepts, and those that it rejected when a customer was created from them. */
import type { RunFile } from "../journal/run-file/run-file.ts";
import { stateOf } from "../model/journal-entry.ts";
import type { Failure } from "../model/outcome.ts";
import type { OperationId } from "../model/plan.ts";
import type { RowAddress } from "../model/sheet.ts";

export type RefusedTemplate = {
  readonly provisioningId: string;
  readonly failure: Failure;
  /** Of the first customer that was refused for it. */
  readonly at: RowAddress;
};

/** By the operation of the template. */
export function refusedTemplates(runFile: RunFile): ReadonlyMap<OperationId, RefusedTemplate> {
  const refused = new Map<OperationId, RefusedTemplate>();
  for (const { operation, entries } of runFile.operations.customersRefusedFor("provisioning_id")) {
    const state = stateOf(entries);
    const failure = state.kind === "settled" && state.result.status === "failed" ? state.result.failure : undefined;
    const template = operation.needs[0]?.operation;
    const provisioningId = template && runFile.operations.get(template)?.operation.ids.provisioningId;
    if (!failure || !template || !provisioningId || refused.has(template)) continue;
    refused.set(template, { provisioningId, failure, at: runFile.rows.address(operation.row) });
  }
  return refused;
}

/** Provisioning IDs that this run has used or learnt, by the name of their template; none that Webex refused. */
export function knownTemplates(runFile: RunFile): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  const unit = runFile.units.shared();
  const refused = refusedTemplates(runFile);
  for (const { operation, entries } of unit === undefined ? [] : runFile.operations.ofUnit(unit)) {
    if (refused.has(operation.id)) continue;
    const state = stateOf(entries);
    const learnt =
      state.kind === "settled" && state.result.status === "done" ? state.result.ids.provisioningId : undefined;
    const id = operation.action === "none" ? operation.ids.provisioningId : learnt;
    if (id) known.set(operation.key, id);
  }
  return known;
}
