/** The precheck of a subscriber, in its three variants: whatever is given must hold. */
import { ownCodes, webexCodes } from "../codes.ts";
import { complain, refuseAny } from "../refusal.ts";
import type { ValidateSubscriber } from "../requests/subscribers.ts";
import type { Customer } from "../store/customers.ts";
import type { World } from "../world.ts";
import { baseComplaints, missingDependencies } from "./packages.ts";
import { checkNewSubscriber } from "./subscriber-rules.ts";

/** Throws Refusal. `customer`: the one that the request names. */
export function checkProspectiveSubscriber(
  world: World,
  customer: Customer | undefined,
  body: ValidateSubscriber,
): void {
  const packages = body.packages ?? (body.package === undefined ? [] : [body.package]);
  if (customer && packages.length > 0) {
    checkNewSubscriber(world, customer, { email: body.email, packages, parameters: body.provisioningParameters ?? {} });
    return;
  }
  refuseAny(400, [
    ...baseComplaints(packages),
    ...missingDependencies(packages),
    ...(isEmailFree(world, customer, body.email)
      ? []
      : [complain(`The email ${body.email} is already associated with an existing user.`, webexCodes.emailTaken)]),
    ...(body.provisioningId === undefined || world.store.templates.byProvisioningId(body.provisioningId)
      ? []
      : [complain("The provisioning ID belongs to no onboarding template.", ownCodes.provisioningIdUnknown)]),
  ]);
}

function isEmailFree(world: World, customer: Customer | undefined, email: string): boolean {
  const person = world.store.people.byEmail(email);
  if (!person) return true;
  return person.orgUuid === customer?.orgUuid && !world.store.subscribers.byPerson(person.uuid);
}
