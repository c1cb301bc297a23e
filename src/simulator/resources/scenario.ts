/** Plays the people and the back office that no API call stands for. */
import { z } from "zod";
import { email, nonEmpty } from "../http/wire.ts";
import { encodeId } from "../ids.ts";
import { refuse } from "../refusal.ts";
import { addAdministrator } from "../rules/people.ts";
import { settle } from "../rules/provisioning.ts";
import type { CustomerStatus } from "../store/customers.ts";
import { timestamp, type World } from "../world.ts";
import { issueTokens } from "./access-tokens.ts";

const milliseconds = z.number().min(0);

/** What a person elsewhere would do. */
export const scenarioRequest = z.discriminatedUnion("kind", [
  /** The review or the background work of a customer ends. */
  z.strictObject({
    kind: z.literal("finish_customer"),
    externalId: nonEmpty,
    status: z.enum(["provisioned", "provisioned_with_errors", "error"]).default("provisioned"),
  }),
  /** Somebody removes the customer in Partner Hub: it is `deleting` for so long, then gone. */
  z.strictObject({ kind: z.literal("remove_customer"), externalId: nonEmpty, forMs: milliseconds.optional() }),
  /** Somebody changes the customer in Partner Hub: it is `updating` for so long. */
  z.strictObject({ kind: z.literal("change_customer"), externalId: nonEmpty, forMs: milliseconds.optional() }),
  /** A user agrees to the move into the customer's organization. */
  z.strictObject({ kind: z.literal("accept_consent"), email }),
  /** An organization that Webex has, and that is no wholesale customer yet. */
  z.strictObject({ kind: z.literal("add_organization"), name: nonEmpty, adminEmail: email.optional() }),
  z.strictObject({ kind: z.literal("add_sub_partner"), name: nonEmpty }),
  /** A person authorises an integration: the first tokens. */
  z.strictObject({ kind: z.literal("issue_tokens"), clientId: nonEmpty }),
]);

type Scenario = z.infer<typeof scenarioRequest>;

type Part<K extends Scenario["kind"]> = Extract<Scenario, { kind: K }>;

/** What came of it, for the answer. */
export function actOut(world: World, scenario: Scenario): Readonly<Record<string, unknown>> {
  switch (scenario.kind) {
    case "finish_customer":
      return finishCustomer(world, scenario);
    case "remove_customer":
      return takeTo(world, scenario, "deleting", "deleting");
    case "change_customer":
      return takeTo(world, scenario, "updating", "provisioned");
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

/** For so long, or for the time that provisioning takes. */
function takeTo(
  world: World,
  { externalId, forMs = world.knobs().provisioningTimeMs }: Part<"remove_customer" | "change_customer">,
  status: CustomerStatus,
  nextStatus: CustomerStatus,
) {
  const customer = world.store.customers.byExternalId(externalId) ?? refuse(404, `Customer ${externalId} not found.`);
  world.store.customers.save({ ...customer, status, nextStatus, dueAt: world.clock.now() + forMs });
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
  if (adminEmail !== undefined && addAdministrator(world, { adminEmail, orgUuid: uuid }) === undefined)
    refuse(409, `The email ${adminEmail} is taken.`);
  return { orgId: encodeId("ORGANIZATION", uuid) };
}

function addSubPartner(world: World, { name }: Part<"add_sub_partner">) {
  const uuid = world.newUuid();
  world.store.subPartners.add({ uuid, name, state: "active", created: timestamp(world) });
  return { orgId: encodeId("ORGANIZATION", uuid) };
}
