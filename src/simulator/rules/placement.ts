/** Where a calling user is put: location, number, extension. Checks, then does. */
import { ownCodes, webexCodes } from "../codes.ts";
import { decodeId } from "../ids.ts";
import { type Complaint, complain } from "../refusal.ts";
import type { CallingParameters } from "../resources/user.wire.ts";
import type { Customer } from "../store/customers.ts";
import type { World } from "../world.ts";
import { extensionFault, extensionTaken } from "./extensions.ts";

export type Placement = {
  readonly locationUuid: string;
  readonly number: string | undefined;
  readonly extension: string | undefined;
};

export type CheckedPlacement =
  | { readonly placement: Placement }
  | { readonly complaints: readonly [Complaint, ...Complaint[]] };

/** A calling package wants a number or an extension, both free, in a calling location of the customer. */
export function checkPlacement(world: World, customer: Customer, parameters: CallingParameters): CheckedPlacement {
  const { primaryPhoneNumber: number, extension, locationId } = parameters;
  const locationUuid = locate(world, customer.orgUuid, locationId);
  const complaints = [
    ...(number === undefined && extension === undefined ? [nothingToCall] : []),
    ...(typeof locationUuid === "string" ? [] : [locationUuid]),
    ...(typeof locationUuid === "string" && number !== undefined ? numberComplaints(world, locationUuid, number) : []),
    ...(extension === undefined ? [] : extensionComplaints(world, locationUuid, extension)),
  ];
  const [first, ...others] = complaints;
  if (first) return { complaints: [first, ...others] };
  if (typeof locationUuid !== "string") return { complaints: [locationUuid] };
  return { placement: { locationUuid, number, extension } };
}

/** What is wrong with a line that somebody in the location is to have, in the place of the present one. */
export function checkLine(
  world: World,
  personUuid: string,
  { locationUuid, number, extension }: Placement,
): readonly Complaint[] {
  const isOwnNumber = number !== undefined && world.store.numbers.ofOwner(personUuid)?.number === number;
  const isOwnExtension = extension !== undefined && world.store.people.byUuid(personUuid)?.extension === extension;
  return [
    ...(number === undefined && extension === undefined ? [nothingToCall] : []),
    ...(number === undefined || isOwnNumber ? [] : numberComplaints(world, locationUuid, number)),
    ...(extension === undefined || isOwnExtension ? [] : extensionComplaints(world, locationUuid, extension)),
  ];
}

/** Puts the person there. */
export function giveLine(world: World, personUuid: string, { locationUuid, number, extension }: Placement): void {
  world.store.people.giveLine(locationUuid, extension ?? null, personUuid);
  if (number !== undefined) world.store.numbers.assign(personUuid, number);
}

/** Takes calling away: number and extension are free again. */
export function takeLine(world: World, personUuid: string): void {
  world.store.numbers.release(personUuid);
  world.store.people.takeLine(personUuid);
}

const nothingToCall = complain(
  "A primary phone number, extension, or both must be supplied when assigning a calling-enabled package.",
  ownCodes.numberOrExtensionMissing,
);

/** The UUID of the location that is meant, or what is wrong. */
function locate(world: World, orgUuid: string, locationId: string | undefined): string | Complaint {
  if (locationId === undefined) return locateOnly(world, orgUuid);
  const uuid = decodeId("LOCATION", locationId);
  const location = uuid === undefined ? undefined : world.store.locations.byUuid(uuid);
  if (location?.orgUuid !== orgUuid) {
    return complain("The location is not one of the customer's.", ownCodes.locationUnusable);
  }
  if (!location.calling) {
    return complain(`Location ${location.name} is not enabled for Webex Calling.`, ownCodes.locationUnusable);
  }
  return location.uuid;
}

function locateOnly(world: World, orgUuid: string): string | Complaint {
  const [only, another] = world.store.locations.someCalling(orgUuid);
  if (!only) return complain("The customer has no location enabled for Webex Calling.", ownCodes.locationUnusable);
  if (another)
    return complain("locationId is mandatory: the customer has several locations.", ownCodes.locationUnusable);
  return only.uuid;
}

function numberComplaints(world: World, locationUuid: string, number: string): Complaint[] {
  const row = world.store.numbers.byNumber(number);
  if (row?.locationUuid !== locationUuid) {
    return [complain(`${number} is not one of the location's numbers.`, ownCodes.numberUnusable)];
  }
  if (row.ownerUuid === null) return [];
  return [complain(`${number} is already assigned to another user.`, webexCodes.numberUnavailable)];
}

function extensionComplaints(world: World, locationUuid: string | Complaint, extension: string): Complaint[] {
  const fault = extensionFault(extension);
  if (fault) return [fault];
  const taken = typeof locationUuid === "string" ? extensionTaken(world, locationUuid, extension) : undefined;
  return taken ? [taken] : [];
}
