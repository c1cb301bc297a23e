/** Everything that the store holds, in the words of the API, for whoever wants to compare. */
import { encodeId } from "../ids.ts";
import type { Customer } from "./customers.ts";
import type { WelcomeJob } from "./jobs.ts";
import type { Location } from "./locations.ts";
import type { NumberRow } from "./numbers.ts";
import { type PersonRow, usualCallerId } from "./people.ts";
import type { Store } from "./store.ts";
import type { Subscriber } from "./subscribers.ts";

export type Snapshot = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

export function takeSnapshot(store: Store): Snapshot {
  return {
    templates: store.templates.all(),
    customers: store.customers.all().map(showCustomer),
    organizations: store.organizations.all().map(({ uuid, isManaged, ...rest }) => ({
      id: encodeId("ORGANIZATION", uuid),
      ...rest,
      isManaged: isManaged === 1,
    })),
    locations: store.locations.all().map(showLocation),
    numbers: store.numbers.all().map(showNumber),
    subscribers: store.subscribers.all().map(showSubscriber),
    people: store.people.all().map((row) => ({ ...showPerson(row), ...showCallerId(store, row) })),
    subPartners: store.subPartners.all().map(({ uuid, ...rest }) => ({ id: encodeId("ORGANIZATION", uuid), ...rest })),
    welcomes: store.jobs.ofKind("welcome").flatMap((job) => (job.kind === "welcome" ? [showWelcome(job)] : [])),
    settings: store.organizations.allSettings().map(({ orgUuid, key, value }) => ({
      orgId: encodeId("ORGANIZATION", orgUuid),
      key,
      value: value === 1,
    })),
  };
}

function showCustomer({ uuid, orgUuid, hasOrg, subPartnerUuid, ...rest }: Customer) {
  const ids = { id: encodeId("ENTERPRISE", uuid), orgId: hasOrg ? encodeId("ORGANIZATION", orgUuid) : undefined };
  return { ...ids, subPartnerOrgId: subPartnerUuid && encodeId("ORGANIZATION", subPartnerUuid), ...rest };
}

function showLocation({ uuid, orgUuid, ...rest }: Location) {
  return { id: encodeId("LOCATION", uuid), orgId: encodeId("ORGANIZATION", orgUuid), ...rest };
}

function showNumber({ orgUuid, locationUuid, ownerUuid, isService, ...rest }: NumberRow) {
  return {
    ...rest,
    orgId: encodeId("ORGANIZATION", orgUuid),
    locationId: encodeId("LOCATION", locationUuid),
    ownerId: ownerUuid === null ? null : encodeId("PEOPLE", ownerUuid),
    isService: isService === 1,
  };
}

function showSubscriber({ uuid, customerUuid, personUuid, subPartnerUuid: _, ...rest }: Subscriber) {
  const personId = encodeId("PEOPLE", personUuid);
  return { id: encodeId("SUBSCRIBER", uuid), customerId: encodeId("ENTERPRISE", customerUuid), personId, ...rest };
}

function showWelcome({ orgUuid, state, startedAt, mailed, left }: WelcomeJob) {
  const people = mailed.map((uuid) => encodeId("PEOPLE", uuid));
  return {
    orgId: encodeId("ORGANIZATION", orgUuid),
    state,
    at: new Date(startedAt).toISOString(),
    mailed: people,
    left,
  };
}

/** Of those who show another number than their own, or another name. */
function showCallerId({ people }: Store, { uuid, firstName, lastName }: PersonRow) {
  const { selected, customNumber, dialByFirstName, dialByLastName } = people.shownBy(uuid) ?? usualCallerId;
  const name = [dialByFirstName ?? firstName, dialByLastName ?? lastName].join(" ");
  return {
    ...(selected === usualCallerId.selected ? {} : { callerId: customNumber ?? selected }),
    ...(name === [firstName, lastName].join(" ") ? {} : { callerName: name }),
  };
}

function showPerson({ uuid, orgUuid, locationUuid, roles, isPending, isCalling, ...rest }: PersonRow) {
  return {
    id: encodeId("PEOPLE", uuid),
    orgId: encodeId("ORGANIZATION", orgUuid),
    locationId: locationUuid === null ? null : encodeId("LOCATION", locationUuid),
    roles: roles?.split(",") ?? [],
    isPending: isPending === 1,
    isCalling: isCalling === 1,
    ...rest,
  };
}
