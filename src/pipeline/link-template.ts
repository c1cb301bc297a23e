/** Remembers the provisioning ID of a template that somebody has made in Partner Hub. Sends nothing. */
import type { Issue } from "../model/issue.ts";
import type { TargetFacts } from "../model/run-event.ts";
import type { RowAddress } from "../model/sheet.ts";
import { UserError } from "../model/user-error.ts";
import type { RunContext } from "../run/context.ts";
import { rowChecker } from "../sheets/cells/check-row.ts";

export type TemplateLink = { readonly name: string; readonly provisioningId: string };

/** As the templates sheet reads the two, with what it warns of. Throws UserError for what it refuses. */
export function checkLink(
  name: string,
  provisioningId: string,
): TemplateLink & { readonly warnings: readonly Issue[] } {
  const columns = ["template_name", "provisioning_id"];
  const { value, issues } = rowChecker("templates", columns)([name, provisioningId], nowhere);
  const own = issues.filter(({ column }) => column !== undefined && columns.includes(column));
  const refused = own.find(({ severity }) => severity === "error");
  if (refused) throw new UserError(refused.code, refused.message, refused.hint);
  return { name: value.name ?? name, provisioningId: value.provisioningId ?? provisioningId, warnings: own };
}

const nowhere: RowAddress = { sheet: "templates", file: "", row: 0 };

/** For the organization that is acted for. Throws UserError for an ID that is none. */
export function linkTemplate(
  { name, provisioningId }: TemplateLink,
  facts: TargetFacts,
  { templates }: Pick<RunContext, "templates">,
): void {
  const link = checkLink(name, provisioningId);
  templates.remember(facts, new Map([[link.name, link.provisioningId]]));
}
