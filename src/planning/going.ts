/** A customer that goes, or has gone, while rows are to be brought into it: nothing is planned for them but their refusal. */

import type { RunFile } from "../journal/run-file/run-file.ts";
import type { ExistingCustomer } from "../model/existing.ts";
import type { Operation } from "../model/plan.ts";
import { sentWithUser } from "../model/records.ts";
import { text } from "../model/words/text.ts";
import type { Refusal } from "./changes.ts";
import { customerPayload } from "./customer-changes.ts";
import type { CustomerRows } from "./customer-rows.ts";
import { createOperationBuilder } from "./operation-builder.ts";
import { unknownLocation } from "./plan-closings.ts";
import { locationPayload } from "./plan-locations.ts";

/** Why nothing may be sent for a customer; `undefined`: it stays. `before`: as it was when last looked at; `now`: as it is. */
export function goingOf(
  reference: string,
  before: ExistingCustomer,
  now: ExistingCustomer | undefined,
): Refusal | undefined {
  if (now?.status === "deleting") return beingDeleted(reference);
  if (now && now.customerId === before.customerId) return undefined;
  return {
    code: "customer_gone",
    column: "external_id",
    message: text("customer_gone", { customer: reference }),
    hint: text("ask_who_removed"),
  };
}

export function beingDeleted(reference: string): Refusal {
  return {
    code: "being_deleted",
    column: "external_id",
    message: text("customer_being_deleted", { customer: reference }),
    hint: text("ask_who_removed_and_wait"),
  };
}

/** One operation per row, refused. */
export function planGoing(runFile: RunFile, customerRows: CustomerRows, refusal: Refusal): readonly Operation[] {
  const builder = createOperationBuilder(runFile, customerRows.unit, {});
  const { customer, departure, locations, users, leavers, closings } = customerRows;
  const ofCustomer = { ...refusal, column: "customer" };
  if (customer) {
    const { row, record } = customer;
    const payload = customerPayload(record, record.packages, undefined);
    builder.add<"customer">({ row, resource: "customer", key: record.externalId, action: "update", payload, refusal });
  }
  if (departure) {
    const { row, record } = departure;
    const payload = {
      ...record,
      packages: [],
      packageLimits: {},
      billingAddress: { line1: "", city: "", country: "" },
    };
    builder.add<"customer">({ row, resource: "customer", key: record.externalId, action: "delete", payload, refusal });
  }
  for (const { row, record } of leavers) {
    const payload = { email: record.email, firstName: "", lastName: "", packages: [] };
    const common = { row, key: record.email, action: "delete", payload, refusal: ofCustomer } as const;
    builder.add<"user">({ ...common, resource: "user" });
  }
  for (const { row, record } of locations) {
    const payload = locationPayload(record);
    const common = { row, key: record.name, action: "update", payload, refusal: ofCustomer } as const;
    builder.add<"location">({ ...common, resource: "location" });
  }
  for (const { row, record } of users) {
    const { email, addons } = record;
    const payload = { email, ...sentWithUser(record), packages: [record.package, ...addons] };
    const common = { row, key: email, action: "update", payload, refusal: ofCustomer } as const;
    builder.add<"user">({ ...common, resource: "user" });
  }
  for (const { row, record } of closings) {
    const payload = unknownLocation(record.name);
    builder.add<"location">({
      row,
      key: record.name,
      action: "delete",
      resource: "location",
      refusal: ofCustomer,
      payload,
    });
  }
  return builder.operations;
}
