/** What undo leaves to a person, because no call of the API takes it back: said with the place where it is done. Pure. */

import type { Refusal } from "./changes.ts";
import type { PastOperation } from "./past-run.ts";

type Remainder = { readonly what: string; readonly where: string };

/** `undefined`: nothing is left. */
export function leftByHand(operations: readonly PastOperation[]): Refusal | undefined {
  const left = operations.flatMap(remainderOf);
  if (left.length === 0) return undefined;
  const places = [...new Set(left.map(({ where }) => where))];
  return {
    code: "undo_by_hand",
    message: `No call of Webex takes back what the run did here: ${left.map(({ what }) => what).join("; ")}.`,
    hint: `Do it by hand, in ${places.join("; ")}.`,
  };
}

function remainderOf({ operation, refused }: PastOperation): readonly Remainder[] {
  const { key, changes = [] } = operation;
  switch (operation.resource) {
    case "customer":
      return changed(changes, `Partner Hub > Customers > ${key}`);
    case "organization_name":
      return changed(
        changes.length > 0 ? changes : [{ field: "name", before: "another one", after: operation.payload.name }],
        `Control Hub of ${key} > Account`,
      );
    case "invite_emails":
      return changed(changes, `Control Hub of ${key} > Organization settings > Email`);
    case "location":
      return operation.action === "create"
        ? [{ what: `it created the location ${key}`, where: `Control Hub > Locations > ${key}` }]
        : changed(changes, `Control Hub > Locations > ${key}`);
    case "calling":
      return [{ what: `it enabled calling at ${key}`, where: `Control Hub > Locations > ${key}` }];
    case "pstn":
      return [
        {
          what: `it connected ${key} to ${operation.payload.connection}`,
          where: `Control Hub > Locations > ${key} > PSTN`,
        },
      ];
    case "numbers": {
      const added = operation.payload.phoneNumbers.filter((number) => !refused.includes(number));
      return [
        { what: `it added ${describeNumbers(added)} to ${placeOf(key)}`, where: `Control Hub > Calling > Numbers` },
      ];
    }
    case "location_settings":
      return [{ what: describeSettings(operation), where: `Control Hub > Locations > ${key} > Calling` }];
    case "user":
      return operation.action === "update" ? changed(changes, `Control Hub > Users > ${key}`) : [];
    default:
      return [];
  }
}

function changed(changes: NonNullable<PastOperation["operation"]["changes"]>, where: string): readonly Remainder[] {
  return changes.map(({ field, before, after }) => ({
    what: `it changed ${field} from ${before || "blank"} to ${after || "blank"}`,
    where,
  }));
}

function describeNumbers(numbers: readonly string[]): string {
  const [first = "", second] = numbers;
  return second === undefined ? first : `${numbers.length} numbers (${first} to ${numbers.at(-1)})`;
}

/** The key of numbers is their location and the first of them. */
function placeOf(key: string): string {
  return key.slice(0, key.lastIndexOf(" "));
}

function describeSettings({
  key,
  payload,
  changes = [],
}: Extract<PastOperation["operation"], { resource: "location_settings" }>): string {
  const set =
    changes.length > 0
      ? changes.map(({ field, after }) => `${field} ${after}`)
      : Object.entries(payload).map(([field, value]) => `${field} ${value}`);
  return `it set ${set.join(", ")} at ${key}`;
}
