/** Plans that users go: the subscription, then the person, then the wait until their number is free. The number stays with its location. */
import type { ExistingOrganization, ExistingPerson, ExistingUser } from "../model/existing.ts";
import { isSameName } from "../model/names.ts";
import type { Need } from "../model/plan.ts";
import { type CallerId, directoryFields, type Leaver } from "../model/records.ts";
import { text } from "../model/words/text.ts";
import type { Refusal } from "./changes.ts";
import type { CustomerNeeds } from "./customer-needs.ts";
import type { Sourced } from "./customer-rows.ts";
import type { LastApplied } from "./last-applied.ts";
import { warnOfNothing } from "./nothing-to-remove.ts";
import type { OperationBuilder } from "./operation-builder.ts";
import { indexUsers, type UserIndex } from "./user-index.ts";

export type LeaversBasis = {
  readonly existing: ExistingOrganization | undefined;
  readonly customer: CustomerNeeds;
  /** Where it is known. */
  readonly adminEmail: string | undefined;
  /** Only the subscription goes. */
  readonly isKeepingPersons: boolean;
  readonly last?: LastApplied;
  /** So nobody has to stay, and nobody waits for a number. */
  readonly isCustomerGoing?: boolean;
};

/** Who is not there is as the row says already. The result: what the end of their customer waits for. */
export function planLeavers(
  builder: OperationBuilder,
  leavers: readonly Sourced<Leaver>[],
  basis: LeaversBasis,
): readonly Need[] {
  const index = indexUsers(basis.existing);
  const lastAdmins = basis.isCustomerGoing ? new Set<string>() : adminsWhoWouldBeLast(leavers, basis.existing);
  return leavers.flatMap((leaver) => planLeaver(builder, leaver, index, lastAdmins, basis));
}

function planLeaver(
  builder: OperationBuilder,
  { row, record: { email } }: Sourced<Leaver>,
  index: UserIndex,
  lastAdmins: ReadonlySet<string>,
  { customer, adminEmail, isKeepingPersons, existing, isCustomerGoing, last }: LeaversBasis,
): readonly Need[] {
  const found = index.find(email);
  const person = index.person(email);
  const personId = found?.personId ?? person?.personId;
  const goes = found !== undefined || (person !== undefined && !isKeepingPersons);
  const refusal = goes && !isCustomerGoing ? whoStays(email, adminEmail, lastAdmins) : undefined;
  const user = builder.add<"user">({
    row,
    resource: "user",
    key: email,
    action: found || refusal ? "delete" : "none",
    payload: payloadOf(email, found, { person, index, callerId: last?.user(email)?.callerId }),
    ids: {
      ...(found ? { subscriberId: found.subscriberId } : {}),
      ...(personId ? { personId } : {}),
      ...placeOf(index, personId),
    },
    needs: [customer.organizationFor(row)],
    ...(refusal ? { refusal } : {}),
  });
  if (!found && !person)
    warnOfNothing(
      builder,
      { row, column: "email", key: email },
      (existing?.users ?? []).map((each) => each.email),
    );
  if (refusal || !personId || isKeepingPersons || !goes) return [user];
  const removal = builder.add<"person">({
    row,
    resource: "person",
    key: email,
    action: "delete",
    payload: { email },
    ids: { personId },
    needs: [user],
  });
  if (!isCustomerGoing) planRelease(builder, { row, email, personId, removal }, index, existing);
  return [user, removal];
}

type Released = { readonly row: number; readonly email: string; readonly personId: string; readonly removal: Need };

/** Somebody else may want the number or the extension: it is theirs when nobody has it any more. */
function planRelease(
  builder: OperationBuilder,
  { row, email, personId, removal }: Released,
  index: UserIndex,
  existing: ExistingOrganization | undefined,
): void {
  const [line] = index.telephones(personId);
  if (!line || !existing) return;
  builder.add<"telephone">({
    row,
    resource: "telephone",
    key: email,
    action: "delete",
    payload: {
      email,
      ...(line.phoneNumber ? { phoneNumber: line.phoneNumber } : {}),
      ...(line.extension ? { extension: line.extension } : {}),
    },
    ids: { personId, locationId: line.locationId },
    needs: [removal],
  });
}

function payloadOf(
  email: string,
  found: ExistingUser | undefined,
  {
    person,
    index,
    callerId,
  }: {
    readonly person: ExistingPerson | undefined;
    readonly index: UserIndex;
    readonly callerId: CallerId | undefined;
  },
) {
  const [line] = index.telephones(found?.personId ?? "");
  const fields = Object.keys(directoryFields).flatMap((name) => {
    const value = person?.[name as keyof typeof directoryFields]; // its keys
    return value ? [[name, value]] : [];
  });
  return {
    email,
    firstName: person?.firstName ?? "",
    lastName: person?.lastName ?? "",
    packages: found?.packages ?? [],
    ...(line?.phoneNumber ? { phoneNumber: line.phoneNumber } : {}),
    ...(line?.extension ? { extension: line.extension } : {}),
    entry: { ...Object.fromEntries(fields), roles: person?.roles ?? [], ...(callerId ? { callerId } : {}) },
  };
}

function placeOf(index: UserIndex, personId: string | undefined): { readonly locationId?: string } {
  const [line] = personId ? index.telephones(personId) : [];
  return line ? { locationId: line.locationId } : {};
}

function whoStays(email: string, adminEmail: string | undefined, last: ReadonlySet<string>): Refusal | undefined {
  const hint = text("give_role_to_other_first");
  if (adminEmail && isSameName(email, adminEmail))
    return {
      code: "admin_stays",
      column: "email",
      message: text("admin_address_stays", { email }),
      hint: text("remove_in_control_hub"),
    };
  if (!last.has(email)) return undefined;
  return { code: "admin_stays", column: "email", message: text("last_admin_stays", { email }), hint };
}

/** Full administrators of whom none would be left; none, where one stays or none was there. */
function adminsWhoWouldBeLast(
  leavers: readonly Sourced<Leaver>[],
  existing: ExistingOrganization | undefined,
): ReadonlySet<string> {
  const admins = (existing?.people ?? []).filter(({ roles }) => roles.includes("full_admin")).map(({ email }) => email);
  const going = new Set(leavers.map(({ record }) => record.email));
  return admins.every((email) => going.has(email)) ? new Set(admins) : new Set();
}
