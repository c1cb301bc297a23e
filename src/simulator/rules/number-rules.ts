/** Adding phone numbers: the good ones go in, each bad one gets its own error. */
import { ownCodes, webexCodes } from "../codes.ts";
import { e164 } from "../requests/fields.ts";
import type { AddNumbers } from "../requests/numbers.ts";
import type { Location } from "../store/locations.ts";
import type { World } from "../world.ts";

/** In the shape of the numbers API, which is not that of the others. */
export type NumberError = {
  readonly number: string;
  readonly errorType: "ERROR";
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly errorTitle: string;
};

/** `hadSome`: the location had some of them already; these are ignored. */
export function addNumbers(
  world: World,
  location: Location,
  body: AddNumbers,
): { readonly errors: readonly NumberError[]; readonly hadSome: boolean } {
  const errors: NumberError[] = [];
  let hadSome = false;
  for (const number of body.phoneNumbers) {
    const there = world.store.numbers.byNumber(number);
    if (there?.locationUuid === location.uuid) hadSome = true;
    else if (there) errors.push(toError(number, webexCodes.numberUnavailable, "belongs to another location"));
    else if (!e164.safeParse(number).success) errors.push(toError(number, ownCodes.numberUnusable, "is not E.164"));
    else addNumber(world, location, number, body);
  }
  return { errors, hadSome };
}

function addNumber(world: World, location: Location, number: string, body: AddNumbers): void {
  world.store.numbers.add({
    number,
    locationUuid: location.uuid,
    orgUuid: location.orgUuid,
    state: body.state ?? "ACTIVE",
    numberType: body.numberType ?? "DID",
    isService: body.numberUsageType === "SERVICE" ? 1 : 0,
  });
}

function toError(number: string, errorCode: number, reason: string): NumberError {
  return {
    number,
    errorType: "ERROR",
    errorCode: String(errorCode),
    errorMessage: `[Error ${errorCode}] ${number} ${reason}.`,
    errorTitle: "Number cannot be added",
  };
}

type NumberState = "Available" | "Duplicate" | "Duplicate In List" | "Invalid" | "Unavailable";

/** Would the number be taken? */
export function checkNumber(
  world: World,
  number: string,
  isRepeated: boolean,
): { readonly state: NumberState; readonly detail?: readonly string[] } {
  if (isRepeated) return { state: "Duplicate In List", detail: ["The number stands in the list twice."] };
  if (!e164.safeParse(number).success) return { state: "Invalid", detail: ["The number is not E.164."] };
  if (!world.store.numbers.byNumber(number)) return { state: "Available" };
  return { state: "Unavailable", detail: [`[Error ${webexCodes.numberUnavailable}] The number is in use.`] };
}
