/** Plans how a customer that a run has removed comes back, and how one that it took over gets its former external id. Pure but for the numbers that the run file gives to operations. */
import type { ExistingOrganization } from "../model/existing.ts";
import type { Need } from "../model/plan.ts";
import { text } from "../model/words/text.ts";
import type { Refusal } from "../planning/changes.ts";
import type { OperationBuilder } from "../planning/operation-builder.ts";
import { bringBack } from "./bring-back.ts";
import type { PastOperation, PastRun } from "./past-run.ts";

/** Where its organization stayed, the customer is tied to it again, and its users come back into it. Else a person has to begin anew. */
export function bringCustomerBack(builder: OperationBuilder, past: PastRun): void {
  const [removal] = past.of("customer").filter(({ operation }) => operation.action === "delete");
  if (!removal) return;
  const { row, key, payload } = removal.operation;
  const obstacle = whatStandsAgainst(past, removal);
  const refusal = obstacle && byHand(obstacle, key);
  const customer = builder.add<"customer">({
    row,
    resource: "customer",
    key,
    action: "create",
    payload,
    ...(refusal ? { refusal } : {}),
  });
  if (refusal) leaveUsers(builder, past, row);
  else bringWithUsers(builder, past, removal, customer);
}

function byHand(reason: "organization_is_deleted" | "template_is_unknown", customer: string): Refusal {
  return { code: "undo_by_hand", message: text(reason, { customer }), hint: text("apply_what_was_kept") };
}

function bringWithUsers(
  builder: OperationBuilder,
  past: PastRun,
  { operation: { row, key } }: PastOperation<"customer">,
  customer: Need,
): void {
  const organization = builder.add<"organization">({
    row,
    resource: "organization",
    key,
    action: "read",
    payload: {},
    needs: [{ ...customer, part: "organization" }],
  });
  bringBack(builder, past, undefined, () => [], new Map(), organization);
  const [message, hint] = [text("customer_comes_back_bare", { customer: key }), text("compare_with_what_was_kept")];
  builder.warn({ row, code: "undo_by_hand", column: "external_id", message, hint });
}

/** What nobody can bring back, or what is not known of the customer any more. */
function whatStandsAgainst(
  past: PastRun,
  { operation: { payload } }: PastOperation<"customer">,
): "organization_is_deleted" | "template_is_unknown" | undefined {
  const isDeleted = past.of("organization").some(({ operation }) => operation.action === "delete");
  if (isDeleted || payload.orgId === undefined) return "organization_is_deleted";
  return payload.provisioningId === undefined ? "template_is_unknown" : undefined;
}

/** Rows of users who went by rows of their own. */
function leaveUsers(builder: OperationBuilder, past: PastRun, ofCustomer: number): void {
  for (const { operation } of past.of("user")) {
    const { row, key, action, payload } = operation;
    if (row === ofCustomer || action !== "delete") continue;
    const message = text("user_went_with_customer", { email: key });
    const refusal = { code: "undo_by_hand", message, hint: text("apply_what_was_kept") } as const;
    builder.add<"user">({ row, resource: "user", key, action: "create", payload, refusal });
  }
}

/** The packages stay as they are now. */
export function planExternalIdBack(
  builder: OperationBuilder,
  past: PastRun,
  existing: ExistingOrganization,
): Need | undefined {
  const [given] = past.of("external_id");
  if (!given || existing.customer.externalId !== given.operation.key) return undefined;
  const { row, key, changes = [] } = given.operation;
  const before = changes[0]?.before ?? "";
  const need = builder.add<"external_id">({
    row,
    resource: "external_id",
    key: before || key,
    action: "update",
    payload: { externalId: before, packages: existing.customer.packages },
    changes: [{ field: "external_id", before: key, after: before }],
    ...(before === ""
      ? {
          refusal: {
            code: "undo_by_hand",
            message: text("had_no_external_id", { customer: key }),
            hint: text("leave_it_or_clear_it"),
          },
        }
      : {}),
  });
  return before === "" ? undefined : need;
}
