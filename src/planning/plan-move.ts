/** Plans that somebody who has calling goes to another location, with the number and the extension that the row names, or with those that they have. */
import type { ExistingOrganization } from "../model/existing.ts";
import { foldNumber } from "../model/names.ts";
import type { Need, RowId } from "../model/plan.ts";
import { text } from "../model/words/text.ts";
import type { OperationBuilder } from "./operation-builder.ts";
import { bringNumber, type LineInput } from "./plan-telephone.ts";
import { idsOfUser, type UserIndex } from "./user-index.ts";

/** What must wait until the person is there. */
export function planMove(
  builder: OperationBuilder,
  input: LineInput,
  index: UserIndex,
  existing: ExistingOrganization | undefined,
): Need {
  const { line, found, need, location, customer, policy, isChanging } = input;
  const { row, record } = input.user;
  const [from] = index.telephones(found.personId ?? "");
  const isNew = record.phoneNumber !== undefined && !isSameNumber(from?.phoneNumber, record.phoneNumber);
  const phoneNumber = isNew ? record.phoneNumber : undefined;
  const locationId = location?.ids.locationId;
  const keptNumber = isNew ? undefined : from?.phoneNumber;
  const number = phoneNumber ? bringNumber(builder, input, { phoneNumber, locationId }, existing) : {};
  const place = { locationId: from?.locationId ?? "", name: from?.locationName ?? from?.locationId ?? "" };
  const ids = { ...idsOfUser(found), ...(locationId ? { locationId } : {}) };
  const mayLetGo = policy.isAllowingOutage === true && keptNumber !== undefined;
  const moved = builder.add<"move">({
    row,
    resource: "move",
    key: record.email,
    action: "update",
    payload: {
      email: record.email,
      locationName: location?.name ?? "",
      from: place,
      ...(phoneNumber ? { phoneNumber } : {}),
      ...(record.extension ? { extension: record.extension } : {}),
      keeps: {
        ...(keptNumber ? { phoneNumber: keptNumber } : {}),
        ...(!record.extension && from?.extension ? { extension: from.extension } : {}),
      },
      ...(policy.isAcceptingImpacts ? { mayLose: true } : { mustValidate: true }),
      ...(mayLetGo ? { mayLetGo } : {}),
    },
    ids,
    needs: [
      ...[isChanging ? need : undefined, customer.organizationFor(row), location?.ready, number.need],
      keptNumber === undefined ? undefined : location?.connected,
    ],
    changes: line,
    ...(number.refusal ? { refusal: number.refusal } : {}),
  });
  if (!mayLetGo || number.refusal) return moved;
  return bringAlong(
    builder,
    { row, email: record.email, phoneNumber: keptNumber, locationName: location?.name ?? "" },
    ids,
    // a location that this run makes is known when it is there
    [moved, customer.organizationFor(row), location?.ready],
  );
}

type Along = {
  readonly row: RowId;
  readonly email: string;
  readonly phoneNumber: string;
  readonly locationName: string;
};

/** Does nothing where the number has gone along. */
function bringAlong(
  builder: OperationBuilder,
  { row, email, phoneNumber, locationName }: Along,
  ids: { readonly personId?: string; readonly locationId?: string },
  needs: readonly (Need | undefined)[],
): Need {
  builder.warn({
    ...{ row, code: "number_with_outage", column: "location" },
    message: text("number_moves_with_outage", { phoneNumber, location: locationName }),
    hint: text("choose_quiet_hour"),
  });
  return builder.add<"moved_number">({
    row,
    resource: "moved_number",
    key: email,
    action: "update",
    payload: { email, phoneNumber },
    ids,
    needs,
  });
}

function isSameNumber(one = "", other = ""): boolean {
  return foldNumber(one) === foldNumber(other);
}
