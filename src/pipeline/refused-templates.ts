/** Templates of the batch whose provisioning ID Webex refused when a customer was to be made from it. */
import type { RunFile } from "../journal/run-file.ts";
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
