/** Plans another number or extension for somebody who has calling; a number that their location lacks is added to it first. */
import type { ExistingOrganization, ExistingUser } from "../model/existing.ts";
import { foldNumber } from "../model/names.ts";
import type { Change, Need } from "../model/plan.ts";
import { text } from "../model/words/text.ts";
import type { Refusal } from "./changes.ts";
import type { OperationBuilder } from "./operation-builder.ts";
import { idsOfUser, type UserInput } from "./user-index.ts";

/** `line`: what differs of number, extension and location. `need`: the operation on the user's packages; `isChanging`: it does something. */
export type LineInput = UserInput & {
  readonly need: Need;
  readonly isChanging: boolean;
  readonly line: readonly Change[];
  readonly found: ExistingUser;
};

/** What must not be sent beside it: it replaces the whole person, as they were a moment before. Undefined: nothing differs. */
export function planTelephone(
  builder: OperationBuilder,
  input: LineInput,
  existing: ExistingOrganization | undefined,
): Need | undefined {
  const { line, found, need, location, customer } = input;
  const { row, record } = input.user;
  if (line.length === 0) return undefined;
  const has = (field: string) => line.some((change) => change.field === field);
  const phoneNumber = has("phone_number") ? record.phoneNumber : undefined;
  const locationId = location?.ids.locationId ?? placeOf(found, existing);
  const number = phoneNumber ? bringNumber(builder, input, { phoneNumber, locationId }, existing) : {};
  return builder.add<"telephone">({
    row,
    resource: "telephone",
    key: record.email,
    action: "update",
    payload: {
      email: record.email,
      ...(phoneNumber ? { phoneNumber } : {}),
      ...(has("extension") && record.extension ? { extension: record.extension } : {}),
    },
    ids: { ...idsOfUser(found), ...(locationId ? { locationId } : {}) },
    needs: [need, customer.organizationFor(row), location?.ready, number.need],
    changes: line,
    ...(input.user.spare ? { spare: input.user.spare } : {}),
    ...(number.refusal ? { refusal: number.refusal } : {}),
  });
}

/** Where the person's line is, when the row names no location. */
function placeOf({ personId }: ExistingUser, existing: ExistingOrganization | undefined): string | undefined {
  return existing?.numbers.find(({ ownerId }) => ownerId !== undefined && ownerId === personId)?.locationId;
}

type Wanted = { readonly phoneNumber: string; readonly locationId: string | undefined };
type Brought = { readonly need?: Need | undefined; readonly refusal?: Refusal };

/** The location has the number, or gets it by its own row, or by this one. */
export function bringNumber(
  builder: OperationBuilder,
  { user: { row, record }, location, customer }: LineInput,
  { phoneNumber, locationId }: Wanted,
  existing: ExistingOrganization | undefined,
): Brought {
  const bringing = location?.numbers.find(({ brings }) => brings.has(phoneNumber));
  if (bringing) return { need: { ...bringing.need, part: phoneNumber } };
  const there = existing?.numbers.find((each) => foldNumber(each.phoneNumber ?? "") === foldNumber(phoneNumber));
  if (there && there.locationId === locationId) return {};
  if (there) return { refusal: elsewhere(phoneNumber, there.locationName ?? there.locationId) };
  if (!locationId) return {};
  const need = builder.add<"numbers">({
    row,
    resource: "numbers",
    key: `${location?.name ?? record.email} ${phoneNumber}`,
    action: "create",
    payload: { phoneNumbers: [phoneNumber], mustReadConnection: true },
    ids: { locationId },
    needs: [customer.organizationFor(row), location?.ready, location?.connected],
  });
  return { need: { ...need, part: phoneNumber } };
}

function elsewhere(number: string, location: string): Refusal {
  const message = text("number_at_other_location", { number, location });
  return { code: "number_not_at_location", column: "phone_number", message, hint: text("take_number_of_own_location") };
}
