/** What a simulator holds, told without its ids and times, so that two of them can be compared: each thing by its natural key. */
import type { SimulatorState } from "./simulated-webex.ts";

type Thing = Record<string, unknown>;

const idFields = ["id", "orgId", "locationId", "ownerId", "customerId", "personId", "provisioningId"];
const leftOut = new Set(["id", "created", "modified", "version", "lastStatusChange"]);

/** One line per thing, in alphabetical order: a thing that is there twice gives two lines. */
export function comparableState(state: SimulatorState): readonly string[] {
  const names = nameIds(state);
  const named = ([field, value]: [string, unknown]) =>
    idFields.includes(field) && typeof value === "string" ? [field, names.get(value) ?? value] : [field, value];
  const lineOf = (kind: string, thing: Thing) => {
    const fields = Object.entries(thing).filter(([field]) => !leftOut.has(field));
    return `${kind} ${JSON.stringify(Object.fromEntries(fields.map(named).toSorted()), inOrder)}`;
  };
  const lines = Object.entries(state).flatMap(([kind, things]) => things.map((thing) => lineOf(kind, thing)));
  return lines.toSorted();
}

/** What is set in another order is the same. */
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** The natural key behind each id. */
function nameIds(state: SimulatorState): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const name = (things: readonly Thing[] = [], id: string, keyOf: (thing: Thing) => string) => {
    for (const thing of things) if (typeof thing[id] === "string") names.set(thing[id], keyOf(thing));
  };
  name(state.templates, "provisioningId", (template) => `template ${template.name}`);
  name(state.customers, "id", (customer) => `customer ${customer.externalId}`);
  name(state.customers, "orgId", (customer) => `organization ${customer.externalId}`);
  name(state.locations, "id", (place) => `${names.get(String(place.orgId))}, ${place.name}`);
  name(state.people, "id", (person) => `person ${person.email}`);
  return names;
}
