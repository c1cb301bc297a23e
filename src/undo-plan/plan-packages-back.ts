/** Plans how users to whom a run gave other packages get back those that they had, with number, extension and location where calling comes back. Pure but for the numbers that the run file gives to operations. */
import type { ExistingOrganization, ExistingUser } from "../model/existing.ts";
import { factsOf, hasCalling, packageFacts } from "../model/packages.ts";
import type { Need, OperationOf } from "../model/plan.ts";
import { text } from "../model/words/text.ts";
import type { Refusal } from "../planning/changes.ts";
import type { OperationBuilder } from "../planning/operation-builder.ts";
import { downgrade } from "../planning/plan-users.ts";
import { idsOfUser } from "../planning/user-index.ts";
import { pageOfUser } from "../webex/resources/user.ts";
import type { LocationBack } from "./bring-locations-back.ts";
import { changedSince } from "./changed-since.ts";
import type { PastOperation } from "./past-run.ts";

/** Of a change of packages: those before it. Undefined: no call takes it back, for nobody has kept the line that went with calling. */
export function packagesBefore({ payload, changes = [] }: OperationOf<"user">): readonly string[] | undefined {
  const before = changes.find(({ field }) => field === "package")?.before.split(";") ?? [];
  const isLineLost = hasCalling(before) && !hasCalling(payload.packages) && payload.lineBefore === undefined;
  return before.length === 0 || isLineLost ? undefined : before;
}

/** Undefined: the user has them back already. */
export function planPackagesBack(
  builder: OperationBuilder,
  { operation }: PastOperation<"user">,
  found: ExistingUser,
  existing: ExistingOrganization,
  places: ReadonlyMap<string, LocationBack>,
): Need | undefined {
  const { row, key, payload } = operation;
  const before = packagesBefore(operation);
  if (!before || isSame(before, found.packages)) return undefined;
  const refusal = refusalOf(operation, before, found, existing);
  const held = hasCalling(before) && !hasCalling(found.packages) ? payload.lineBefore : undefined;
  const { locationId = "", phoneNumber, extension } = held ?? {};
  const place = places.get(locationId);
  const { phoneNumber: _number, extension: _extension, mayGetTelephone: _may, lineBefore: _line, ...person } = payload;
  return builder.add<"user">({
    row,
    resource: "user",
    key,
    action: "update",
    payload: {
      ...person,
      packages: before,
      ...(phoneNumber ? { phoneNumber } : {}),
      ...(extension ? { extension } : {}),
      ...(held ? { mayGetTelephone: true } : {}),
    },
    ids: { ...idsOfUser(found), ...(locationId && !place ? { locationId } : {}) },
    needs: [place?.ready, place?.bringing(phoneNumber)],
    changes: [{ field: "package", before: found.packages.join(";"), after: before.join(";") }],
    ...(refusal ? { refusal } : {}),
  });
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((code) => other.includes(code));
}

/** Somebody has changed them since, or made the user a full administrator, who is never lowered. */
function refusalOf(
  { key, payload }: OperationOf<"user">,
  before: readonly string[],
  found: ExistingUser,
  { roles }: ExistingOrganization,
): Refusal | undefined {
  if (!isSame(payload.packages, found.packages)) {
    const values = { field: "package", now: found.packages.join(";"), sent: payload.packages.join(";") };
    return changedSince([text("value_drifted", values)], pageOfUser(key));
  }
  const base = packageFacts.find(({ code, use }) => use === "base" && before.includes(code));
  const isAdmin = roles.get(found.email)?.includes("full_admin") === true;
  return isAdmin && base ? downgrade(factsOf(base.code).code, found) : undefined;
}
