/** Plays the people and the back office that no API call stands for. */
import { encodeId } from "../ids.ts";
import { refuse } from "../refusal.ts";
import type { Scenario } from "../requests/control.ts";
import { settle } from "../rules/provisioning.ts";
import { timestamp, type World } from "../world.ts";
import { issueTokens } from "./access-tokens.ts";

type Part<K extends Scenario["kind"]> = Extract<Scenario, { kind: K }>;

/** What came of it, for the answer. */
export function actOut(world: World, scenario: Scenario): Readonly<Record<string, unknown>> {
  switch (scenario.kind) {
    case "finish_customer":
      return finishCustomer(world, scenario);
    case "accept_consent":
      return acceptConsent(world, scenario);
    case "add_organization":
      return addOrganization(world, scenario);
    case "add_sub_partner":
      return addSubPartner(world, scenario);
    case "issue_tokens":
      return issueTokens(world, scenario.clientId);
  }
}

function finishCustomer(world: World, { externalId, status }: Part<"finish_customer">) {
  const customer = world.store.customers.byExternalId(externalId) ?? refuse(404, `Customer ${externalId} not found.`);
  settle(world, { ...customer, nextStatus: status });
  return { externalId, status };
}

function acceptConsent(world: World, { email }: Part<"accept_consent">) {
  const person = world.store.people.byEmail(email);
  const before = person && world.store.subscribers.byPerson(person.uuid);
  if (!before) refuse(404, `Nobody with the email ${email} is asked for consent.`);
  world.store.people.admit(before.personUuid);
  world.store.subscribers.replace(before, {
    ...before,
    status: "provisioned",
    lastStatusChange: world.clock.now(),
  });
  return { email, status: "provisioned" };
}

function addOrganization(world: World, { name, adminEmail }: Part<"add_organization">) {
  const [uuid, created] = [world.newUuid(), timestamp(world)];
  world.store.organizations.add({ uuid, name, language: null, created });
  if (adminEmail !== undefined) addAdministrator(world, uuid, adminEmail, created);
  return { orgId: encodeId("ORGANIZATION", uuid) };
}

function addAdministrator(world: World, orgUuid: string, email: string, created: string): void {
  if (world.store.people.byEmail(email)) refuse(409, `The email ${email} is taken.`);
  const uuid = world.newUuid();
  world.store.people.add({ uuid, orgUuid, email, firstName: null, lastName: null, isPending: 0, created });
  world.store.people.addRole(uuid, "id_full_admin");
}

function addSubPartner(world: World, { name }: Part<"add_sub_partner">) {
  const uuid = world.newUuid();
  world.store.subPartners.add({ uuid, name, state: "active", created: timestamp(world) });
  return { orgId: encodeId("ORGANIZATION", uuid) };
}
