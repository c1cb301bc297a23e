/** The caller ID of people who have calling: which number and which name those see whom they call. A change replaces all of it. */
import { z } from "zod";
import { defineRoute, type Route } from "../http/routing.ts";
import { e164, orgQuery } from "../http/wire.ts";
import { refuse } from "../refusal.ts";
import { findPersonOfToken } from "../rules/people.ts";
import { type CallerIdRecord, type PersonRow, usualCallerId } from "../store/people.ts";
import type { World } from "../world.ts";

const selections = ["DIRECT_LINE", "LOCATION_NUMBER", "CUSTOM"] as const;

const nameSelections = ["CUSTOM_NAME", "FIRSTNAME_LASTNAME", "LASTNAME_FIRSTNAME", "DISPLAY_NAME"] as const;

const changeBody = z.strictObject({
  selected: z.enum(selections),
  customNumber: e164.optional(),
  firstName: z
    .string()
    .regex(/^[^%+\\"]*$/, "holds a character that is not allowed")
    .optional(),
  lastName: z
    .string()
    .regex(/^[^%+\\"]*$/, "holds a character that is not allowed")
    .optional(),
  blockInForwardCallsEnabled: z.boolean().optional(),
  externalCallerIdNamePolicy: z.enum(["DIRECT_LINE", "LOCATION", "OTHER"]).optional(),
  customExternalCallerIdName: z.string().optional(),
  additionalExternalCallerIdDirectLineEnabled: z.boolean().optional(),
  additionalExternalCallerIdLocationNumberEnabled: z.boolean().optional(),
  additionalExternalCallerIdCustomNumber: z.string().optional(),
  directLineCallerIdName: z
    .strictObject({ selection: z.enum(nameSelections).optional(), customName: z.string().optional() })
    .optional(),
  dialByFirstName: z.string().optional(),
  dialByLastName: z.string().optional(),
});

const path = "/people/{personId}/features/callerId";

const read = defineRoute({
  method: "GET",
  path,
  query: orgQuery,
  answer: ({ params }, world) => ({ status: 200, body: view(world, findCaller(world, params.personId)) }),
});

const change = defineRoute({
  method: "PUT",
  path,
  query: orgQuery,
  body: changeBody,
  answer({ params, body }, world) {
    const person = findCaller(world, params.personId);
    const { customNumber, selected } = body;
    if (selected === "CUSTOM" && customNumber === undefined)
      refuse(400, "customNumber is mandatory with CUSTOM.", 25008);
    if (customNumber !== undefined) checkNumber(world, person, customNumber);
    world.store.people.showAs(person.uuid, body);
    return { status: 204 };
  },
});

export const callerIdRoutes: readonly Route[] = [read, change];

function findCaller(world: World, personId: string): PersonRow {
  const person = findPersonOfToken(world, personId);
  return person.isCalling === 1 ? person : refuse(404, `Person ${personId} has no calling.`, 4007);
}

/** Of the person's location, or of another one in the same country with the same provider. */
function checkNumber(
  { store: { numbers, locations } }: World,
  { orgUuid, locationUuid }: PersonRow,
  number: string,
): void {
  const row = numbers.byNumber(number);
  const own = locations.byUuid(locationUuid ?? "");
  const other = row?.orgUuid === orgUuid ? locations.byUuid(row.locationUuid) : undefined;
  const isAlike =
    own?.address.country === other?.address.country && own?.calling?.pstn?.option === other?.calling?.pstn?.option;
  if (!other || !isAlike) refuse(400, `${number} cannot be shown: it is no number of the person's location.`, 27966);
}

function view({ store: { locations, numbers, people } }: World, person: PersonRow): Record<string, unknown> {
  const { uuid, extension, locationUuid, firstName, lastName } = person;
  const record: CallerIdRecord = people.shownBy(uuid) ?? usualCallerId;
  const location = locations.byUuid(locationUuid ?? "");
  return {
    types: selections,
    directNumber: numbers.ofOwner(uuid)?.number,
    extensionNumber: extension ?? undefined,
    locationNumber: location?.calling?.mainNumber,
    tollFreeLocationNumber: false,
    firstName: firstName ?? "",
    lastName: lastName ?? "",
    blockInForwardCallsEnabled: false,
    externalCallerIdNamePolicy: "DIRECT_LINE",
    locationExternalCallerIdName: location?.calling?.externalCallerIdName ?? location?.name ?? "",
    directLineCallerIdName: { selection: "DISPLAY_NAME" },
    dialByFirstName: firstName ?? "",
    dialByLastName: lastName ?? "",
    ...record,
  };
}
