/** What must hold before a person becomes a subscriber or changes package. Changes nothing. */
import { ownCodes, webexCodes } from "../codes.ts";
import { type Complaint, complain, Refusal, refuse, refuseAny, refuseDuplicate } from "../refusal.ts";
import type { CallingParameters, ValidateSubscriber } from "../resources/user.wire.ts";
import type { Customer } from "../store/customers.ts";
import type { PersonRow } from "../store/people.ts";
import type { Subscriber } from "../store/subscribers.ts";
import type { World } from "../world.ts";
import { baseComplaints, hasCallingPackage, missingDependencies } from "./packages.ts";
import { checkPlacement, type Placement } from "./placement.ts";

export type Wish = {
  readonly email: string;
  readonly packages: readonly string[];
  readonly parameters: CallingParameters;
};

/** What is left to do: put this person (or a new one) there. */
export type Granted = { readonly person: PersonRow | undefined; readonly placement: Placement | undefined };

/** Throws Refusal with everything that is wrong. */
export function checkNewSubscriber(world: World, customer: Customer, wish: Wish): Granted {
  checkReady(customer);
  const person = world.store.people.byEmail(wish.email);
  checkEmail(world, customer, wish.email, person);
  const complaints = packageComplaints(world, customer, wish.packages, []);
  return { person, placement: grantPlacement(world, customer, wish, person?.isCalling === 1, complaints) };
}

/** Throws Refusal. The placement of a subscriber that comes to a calling package. */
export function checkChangedSubscriber(
  world: World,
  customer: Customer,
  subscriber: Subscriber,
  wish: Wish,
): Placement | undefined {
  checkReady(customer);
  const person = world.store.people.byUuid(subscriber.personUuid);
  const complaints = [
    ...packageComplaints(world, customer, wish.packages, subscriber.packages),
    ...downgradeComplaints(person, subscriber.packages, wish.packages),
  ];
  return grantPlacement(world, customer, wish, person?.isCalling === 1, complaints);
}

function grantPlacement(
  world: World,
  customer: Customer,
  wish: Wish,
  isCallingAlready: boolean,
  complaints: readonly Complaint[],
): Placement | undefined {
  // For a user of Webex Calling the three parameters are optional, and ignored.
  const needsLocation = hasCallingPackage(wish.packages) && !isCallingAlready;
  const checked = needsLocation ? checkPlacement(world, customer, wish.parameters) : undefined;
  const all = [...complaints, ...(checked && "complaints" in checked ? checked.complaints : [])];
  if (all.length > 0) throw new Refusal(400, all);
  return checked && "placement" in checked ? checked.placement : undefined;
}

function checkReady(customer: Customer): void {
  if (customer.hasOrg && customer.status !== "deleting") return;
  refuse(400, `The customer is ${customer.status}: it cannot have subscribers.`, ownCodes.customerNotReady);
}

/** A person of the customer's organization may become a subscriber, once. */
function checkEmail(world: World, customer: Customer, email: string, person: PersonRow | undefined): void {
  if (!person) return;
  const description = `The email ${email} is already associated with an existing user.`;
  if (person.orgUuid !== customer.orgUuid) refuse(400, description, webexCodes.emailTaken);
  if (world.store.subscribers.byPerson(person.uuid)) {
    refuseDuplicate("subscriber", 400, description, webexCodes.emailTaken);
  }
}

function packageComplaints(
  world: World,
  customer: Customer,
  packages: readonly string[],
  owned: readonly string[],
): Complaint[] {
  const added = packages.filter((code) => !owned.includes(code));
  return [
    ...baseComplaints(packages),
    ...missingDependencies(packages),
    ...added.flatMap((code) => availabilityComplaints(world, customer, code)),
  ];
}

function availabilityComplaints(world: World, customer: Customer, code: string): Complaint[] {
  const state = customer.packageStates.find(({ name }) => name === code);
  if (!state) return [complain(`The customer does not have package ${code}.`, ownCodes.packageNotOfCustomer)];
  if (state.status !== "provisioned") {
    return [complain(`Package ${code} of the customer is ${state.status}.`, ownCodes.packageNotOfCustomer)];
  }
  const limit = customer.limits[code];
  if (limit === undefined || world.store.subscribers.countOf(customer.uuid, code) < limit) return [];
  return [complain(`The limit of ${limit} for package ${code} is reached.`, ownCodes.limitReached)];
}

/** A full administrator keeps calling. */
function downgradeComplaints(
  person: PersonRow | undefined,
  before: readonly string[],
  after: readonly string[],
): Complaint[] {
  const isFullAdmin = person?.roles?.split(",").includes("id_full_admin") ?? false;
  if (!isFullAdmin || !hasCallingPackage(before) || hasCallingPackage(after)) return [];
  return [complain("The package of a full administrator cannot be downgraded.", ownCodes.adminDowngrade)];
}

/** The precheck, in its three variants: whatever is given must hold. Throws Refusal. `customer`: the one that the request names. */
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
