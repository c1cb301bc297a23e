/** What the plan of one user is made of, and what was read of the organization's users, by their addresses. */
import type { ExistingNumber, ExistingOrganization, ExistingPerson, ExistingUser } from "../model/existing.ts";
import type { Ids } from "../model/outcome.ts";
import type { Need } from "../model/plan.ts";
import type { ChosenUser } from "./chosen-user.ts";
import type { UpdatePolicy } from "./customer-changes.ts";
import type { CustomerNeeds } from "./customer-needs.ts";
import type { PlannedLocation } from "./planned-location.ts";

export type UserInput = {
  readonly user: ChosenUser;
  readonly location: PlannedLocation | undefined;
  readonly customer: CustomerNeeds;
  readonly policy: UpdatePolicy;
  /** What brings the number to the customer that the user is to show. */
  readonly shownNumber?: Need | undefined;
  /** Webex makes the customer's administrator one, whatever a row says. */
  readonly isAdministrator?: boolean;
};

/** What is looked up once per organization, not per user. */
export type UserIndex = {
  find(email: string): ExistingUser | undefined;
  /** Numbers, extensions and locations that a person has. */
  telephones(personId: string): readonly ExistingNumber[];
  /** Where the directory was read. */
  person(email: string): ExistingPerson | undefined;
};

export function indexUsers(existing: ExistingOrganization | undefined): UserIndex {
  const byEmail = new Map(existing?.users.map((user) => [user.email, user]));
  const byOwner = new Map<string, ExistingNumber[]>();
  for (const number of existing?.numbers ?? []) {
    if (number.ownerId) byOwner.set(number.ownerId, [...(byOwner.get(number.ownerId) ?? []), number]);
  }
  const people = new Map(existing?.people?.map((person) => [person.email, person]));
  return {
    find: (email) => byEmail.get(email),
    telephones: (personId) => byOwner.get(personId) ?? [],
    person: (email) => people.get(email),
  };
}

/** Those that are known of somebody who is there. */
export function idsOfUser(found: ExistingUser | undefined): Ids {
  if (!found) return {};
  return { subscriberId: found.subscriberId, ...(found.personId ? { personId: found.personId } : {}) };
}
