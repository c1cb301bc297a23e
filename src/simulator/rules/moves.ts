/** Moves of people to another location of their organization: what is refused as a whole, what a person's move comes to, and the move. */
import { decodeId } from "../ids.ts";
import { moveScenariosFor } from "../scenarios.ts";
import type { Location } from "../store/locations.ts";
import type { NumberRow } from "../store/numbers.ts";
import type { PersonRow } from "../store/people.ts";
import type { World } from "../world.ts";
import { extensionFault } from "./extensions.ts";
import { giveLine, takeLine } from "./placement.ts";
import { connectionOf } from "./pstn-options.ts";

export type Told = { readonly code: number; readonly message: string };

/** As the request has it. Absent: it stays; blank: there is none any more. */
export type WantedMove = {
  readonly userId: string;
  readonly locationId: string;
  readonly phoneNumber?: string | undefined;
  readonly extension?: string | undefined;
};

/** A person who can be moved, with what there is of them now. */
export type Mover = WantedMove & {
  readonly person: PersonRow;
  readonly locationUuid: string;
  readonly number: NumberRow | undefined;
};

const e164 = /^\+[1-9]\d{7,14}$/;

/** The person of the organization, or why the request is refused as a whole. */
export function findMover(world: World, orgUuid: string, wanted: WantedMove, isValidating: boolean): Mover | Told {
  const uuid = decodeId("PEOPLE", wanted.userId);
  const person = uuid === undefined ? undefined : world.store.people.byUuid(uuid);
  if (person?.orgUuid !== orgUuid || person.isPending === 1) return told(2150012, "User was not found");
  if (person.isCalling === 0)
    return isValidating
      ? told(1026022, "Validate 'true' is supported for calling users only.")
      : told(1026010, "User is not a valid Calling User.");
  const locationUuid = decodeId("LOCATION", wanted.locationId) ?? wanted.locationId;
  if (locationUuid === person.locationUuid)
    return told(1026013, "The source and the target location cannot be the same.");
  if (wanted.phoneNumber && !e164.test(wanted.phoneNumber)) return told(1026017, "Phone number is not in e164 format.");
  const number = world.store.numbers.ofOwner(person.uuid);
  const hasNumber = (wanted.phoneNumber ?? number?.number ?? "") !== "";
  const hasExtension = (wanted.extension ?? person.extension ?? "") !== "";
  if (!hasNumber && !hasExtension) return told(1026016, "User should have either phone number or extension.");
  return { ...wanted, person, locationUuid, number };
}

/** What stops the move of a person, and what it takes away. `isJob`: it is carried out, not only looked at. */
export function judgeMove(world: World, mover: Mover, isJob: boolean) {
  const { person, number, locationUuid } = mover;
  const target = world.store.locations.byUuid(locationUuid);
  if (target?.orgUuid !== person.orgUuid || !target.calling)
    return { errors: [told(4152, "Location Not Found")], impacts: [] };
  const source = world.store.locations.byUuid(person.locationUuid ?? "");
  const scenarios = moveScenariosFor(person.email);
  const isEmptied = mover.extension === undefined && isTaken(world, mover, person.extension);
  const isLeftBare = isEmptied && (mover.phoneNumber ?? number?.number ?? "") === "";
  return {
    errors: [
      ...scenarios.filter(({ kind }) => kind === "error" || (isJob && kind === "job")).map(toTold),
      ...(number && source ? numberFaults(world, mover, number, source, target) : newNumberFaults(world, mover)),
      ...extensionFaults(world, mover),
      ...(isLeftBare ? [told(1026016, "User should have either phone number or extension.")] : []),
    ],
    impacts: [
      ...scenarios.filter(({ kind }) => kind === "impact").map(({ code, text }) => impact(code, text)),
      ...(isEmptied ? [emptied] : []),
      impact(19722, "User CLID number is set to use the new group CLID number: null."),
    ],
  };
}

/** An extension that somebody at the target has is lost on the way. */
export function carryOutMove(world: World, mover: Mover): void {
  const { person, number, locationUuid } = mover;
  const isEmptied = mover.extension === undefined && isTaken(world, mover, person.extension);
  const extension = isEmptied ? undefined : (mover.extension ?? person.extension ?? undefined) || undefined;
  const kept = mover.phoneNumber === undefined || mover.phoneNumber === number?.number ? number?.number : undefined;
  takeLine(world, person.uuid);
  if (kept !== undefined) world.store.numbers.relocate(locationUuid, kept);
  if (world.store.people.shownBy(person.uuid)?.selected === "CUSTOM")
    // 19722: the number of the new group is shown
    world.store.people.showAs(person.uuid, { selected: "LOCATION_NUMBER" });
  giveLine(world, person.uuid, { locationUuid, number: kept ?? (mover.phoneNumber || undefined), extension });
}

function numberFaults(
  world: World,
  mover: Mover,
  number: NumberRow,
  source: Location,
  target: Location,
): readonly Told[] {
  const main =
    source.calling?.mainNumber === number.number
      ? [told(19604, "The primary number of the user is the same as the calling line ID of the group.")]
      : [];
  const keeps = mover.phoneNumber === undefined || mover.phoneNumber === number.number;
  return [...main, ...(keeps ? keptNumberFaults(number, source, target) : newNumberFaults(world, mover))];
}

/** A number goes along between places with the same connection; that of an own provider never does. */
function keptNumberFaults({ number, state }: NumberRow, source: Location, target: Location): readonly Told[] {
  const [from, to] = [connectionOf(source), connectionOf(target)];
  if (!to) return [told(10010003, "to-location must have a carrier")];
  if (!from) return [told(10010004, "from-location must have a carrier")];
  if (state !== "ACTIVE") return [told(10030004, "Number not in Active status")];
  if (from.type === "NON_INTEGRATED_CCP" || to.type === "NON_INTEGRATED_CCP")
    return [
      told(10050010, "Moving On Premises or Non Integrated CCP numbers from one location to another is not supported."),
    ];
  if (JSON.stringify(source.calling?.pstn) === JSON.stringify(target.calling?.pstn)) return [];
  return from.type === "LOCAL_GATEWAY" && to.type === "LOCAL_GATEWAY"
    ? [told(27976, `Local Gateway configuration is different with new group. Phone number: ${number}`)]
    : [told(10010005, "Different Carrier move is not supported for non-Cisco PSTN carriers.")];
}

function newNumberFaults(world: World, { phoneNumber, locationUuid }: Mover): readonly Told[] {
  if (!phoneNumber) return [];
  const row = world.store.numbers.byNumber(phoneNumber);
  if (row?.locationUuid === locationUuid && row.ownerUuid === null) return [];
  return [told(27966, `The phone number, ${phoneNumber}, is not available in the new group.`)];
}

function extensionFaults(world: World, mover: Mover): readonly Told[] {
  const { extension } = mover;
  if (!extension) return [];
  const fault = extensionFault(extension);
  if (fault) return [told(fault.errorCode ?? 25008, fault.description)];
  if (!isTaken(world, mover, extension)) return [];
  return [told(4202, `The extension is not available. It is already assigned to a user: ${extension}.`)];
}

function isTaken(world: World, { locationUuid }: Mover, extension: string | null): boolean {
  return Boolean(extension) && world.store.people.byExtension(locationUuid, extension ?? "") !== undefined;
}

function told(code: number, message: string): Told {
  return { code, message: code > 1_000_000 ? message : `[Error ${code}] ${message}` };
}

function impact(code: number, message: string): Told {
  return { code, message: `[Informational ${code}] ${message}` };
}

const emptied = impact(
  19713,
  "The extension of the user is reset to empty due to either the length is out of bounds of the new group, or the extension is already taken in new group.",
);

function toTold({ code, text }: { readonly code: number; readonly text: string }): Told {
  return told(code, text);
}
