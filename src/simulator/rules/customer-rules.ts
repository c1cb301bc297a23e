/** What must hold before a wholesale customer is created or changed. Changes nothing. */
import { ownCodes, webexCodes } from "../codes.ts";
import { type Complaint, complain, refuse, refuseAny, refuseDuplicate } from "../refusal.ts";
import type {
  CreateCustomer,
  ProvisioningParameters,
  UpdateCustomer,
  ValidateCustomer,
} from "../resources/customer.wire.ts";
import type { Customer } from "../store/customers.ts";
import type { World } from "../world.ts";
import { findOrganization } from "./organization-access.ts";
import { hasCallingPackage, missingDependencies } from "./packages.ts";

/** Throws Refusal. The UUID of the existing organization to attach to, if the request names one. */
export function checkNewCustomer(world: World, body: CreateCustomer): string | undefined {
  const orgUuid = body.orgId === undefined ? undefined : findFreeOrganization(world, body.orgId);
  checkExternalId(world, body.externalId);
  refuseAny(400, [
    ...templateComplaints(world, body.provisioningId),
    ...missingDependencies(body.packages),
    ...(orgUuid === undefined && !body.customerInfo
      ? [complain("customerInfo is mandatory for a new customer.", ownCodes.requestInvalid)]
      : []),
    ...emailComplaints(world, body.customerInfo?.primaryEmail, orgUuid),
    ...headOfficeComplaints(world, body.packages, body.provisioningParameters, orgUuid),
  ]);
  return orgUuid;
}

/** Throws Refusal. */
export function checkChangedCustomer(world: World, customer: Customer, body: UpdateCustomer): void {
  if (["provisioning", "updating", "deleting", "pending_rpl_review"].includes(customer.status)) {
    refuse(409, `The customer cannot be changed while it is ${customer.status}.`, ownCodes.customerNotReady);
  }
  if (body.externalId !== undefined && body.externalId !== customer.externalId) {
    checkExternalId(world, body.externalId);
  }
  refuseAny(400, [
    ...missingDependencies(body.packages),
    ...headOfficeComplaints(world, body.packages, body.provisioningParameters, customer.orgUuid),
    ...useComplaints(world, customer, body),
  ]);
}

/** The precheck: whatever is given must hold. Throws Refusal. */
export function checkProspect(world: World, body: ValidateCustomer): void {
  const orgUuid = body.orgId === undefined ? undefined : findFreeOrganization(world, body.orgId);
  if (body.externalId !== undefined) checkExternalId(world, body.externalId);
  refuseAny(400, [
    ...(body.provisioningId === undefined ? [] : templateComplaints(world, body.provisioningId)),
    ...missingDependencies(body.packages ?? []),
    ...emailComplaints(world, body.customerInfo?.primaryEmail, orgUuid),
    ...(body.provisioningParameters
      ? headOfficeComplaints(world, body.packages ?? [], body.provisioningParameters, orgUuid)
      : []),
  ]);
}

function findFreeOrganization(world: World, orgId: string): string {
  const { uuid } = findOrganization(world, orgId);
  if (world.store.customers.byOrg(uuid)) {
    refuseDuplicate("customer", 409, "The organization is a wholesale customer already.", ownCodes.externalIdTaken);
  }
  return uuid;
}

function checkExternalId(world: World, externalId: string): void {
  if (world.store.customers.byExternalId(externalId)) {
    const description = `A customer with the external id ${externalId} exists already.`;
    refuseDuplicate("customer", 409, description, ownCodes.externalIdTaken);
  }
}

function templateComplaints(world: World, provisioningId: string): Complaint[] {
  if (world.store.templates.byProvisioningId(provisioningId)) return [];
  return [complain("The provisioning ID belongs to no onboarding template.", ownCodes.provisioningIdUnknown)];
}

/** An e-mail may stand in the organization that the customer is attached to, and nowhere else. */
function emailComplaints(world: World, email: string | undefined, orgUuid: string | undefined): Complaint[] {
  const person = email === undefined ? undefined : world.store.people.byEmail(email);
  if (!person || person.orgUuid === orgUuid) return [];
  return [complain(`The email ${email} is already associated with an existing user.`, webexCodes.emailTaken)];
}

function headOfficeComplaints(
  world: World,
  packages: readonly string[],
  parameters: ProvisioningParameters | undefined,
  orgUuid: string | undefined,
): Complaint[] {
  if (parameters?.calling || !hasCallingPackage(packages)) return [];
  if (orgUuid !== undefined && world.store.locations.someCalling(orgUuid).length > 0) return [];
  const description = "provisioningParameters.calling.location is mandatory when provisioning calling packages.";
  return [complain(description, ownCodes.callingLocationMissing)];
}

/** Subscribers keep what they use: no package goes, and no limit falls, below them. */
function useComplaints(world: World, customer: Customer, body: UpdateCustomer): Complaint[] {
  const used = (code: string) => world.store.subscribers.countOf(customer.uuid, code);
  const removed = customer.packages.filter((code) => !body.packages.some((kept) => kept === code) && used(code) > 0);
  const limits = Object.entries(body.provisioningParameters?.packages?.limits ?? {});
  const tooLow = limits.filter(([code, limit]) => limit !== undefined && used(code) > limit);
  return [
    ...removed.map((code) =>
      complain(`Package ${code} has ${used(code)} subscribers and cannot be removed.`, ownCodes.packageInUse),
    ),
    ...tooLow.map(([code, limit]) =>
      complain(`The limit ${limit} of ${code} is below its ${used(code)} subscribers.`, ownCodes.limitReached),
    ),
  ];
}
