/** Customers to be planned, made of the few values that a test is about, and their plans in a form that reads easily. */
import type { ExistingLocation, ExistingOrganization, ExistingUser } from "../../src/model/existing.ts";
import type { Operation } from "../../src/model/plan.ts";
import type { Address, CustomerRecord, LocationRecord, UserRecord } from "../../src/model/records.ts";
import { type Spoken, speak } from "../../src/model/words/text.ts";
import { buildPlan } from "../../src/planning/build-plan.ts";
import type { TemplateSource } from "../../src/planning/customer-rows.ts";
import { nothingApplied } from "../../src/planning/last-applied.ts";
import type { PlanProblem } from "../../src/planning/operation-builder.ts";
import type { PlanBasis } from "../../src/planning/unit-plan.ts";
import { runFileInMemory } from "./run-files.ts";

export const amsterdam: Address = {
  line1: "Keizersgracht 126",
  city: "Amsterdam",
  state: "NH",
  postalCode: "1015 CW",
  country: "NL",
};

export function customerOf(given: Partial<CustomerRecord> = {}): CustomerRecord {
  return {
    externalId: "NL-1001",
    name: "Korenaar",
    adminEmail: "fatima@korenaar.example.com",
    provisioningId: "prov",
    packages: ["webex_calling"],
    packageLimits: {},
    billingAddress: amsterdam,
    supportedLocation: true,
    headOffice: {
      name: "Head Office",
      address: amsterdam,
      timezone: "Europe/Amsterdam",
      language: "nl_NL",
      phoneNumbers: [],
    },
    ...given,
  };
}

export function locationOf(name: string, given: Partial<LocationRecord> = {}): LocationRecord {
  return {
    customer: "NL-1001",
    name,
    address: amsterdam,
    timezone: "Europe/Amsterdam",
    language: "nl_NL",
    phoneNumbers: [],
    ...given,
  };
}

export function userOf(name: string, given: Partial<UserRecord> = {}): UserRecord {
  return {
    customer: "NL-1001",
    email: `${name}@korenaar.example.com`,
    firstName: name,
    lastName: "Visser",
    package: "webex_calling",
    addons: [],
    extension: "4501",
    roles: [],
    ...given,
  };
}

/** An organization that holds what `customerOf` asks for, with its head office. */
export function existingOf(given: Partial<ExistingOrganization> = {}): ExistingOrganization {
  return {
    customer: {
      customerId: "cus",
      orgId: "org",
      externalId: "NL-1001",
      status: "provisioned",
      packages: ["webex_calling"],
      billingAddress: amsterdam,
    },
    name: "Korenaar",
    locations: [placeOf("Head Office")],
    numbers: [],
    users: [],
    pstn: new Map(),
    roles: new Map(),
    ...given,
  };
}

export function placeOf(name: string, given: Partial<ExistingLocation> = {}): ExistingLocation {
  return {
    locationId: `id of ${name}`,
    name,
    address: amsterdam,
    timezone: "Europe/Amsterdam",
    language: "nl_nl",
    isCalling: true,
    ...given,
  };
}

export function existingUser(name: string, given: Partial<ExistingUser> = {}): ExistingUser {
  return {
    subscriberId: `sub ${name}`,
    personId: `person ${name}`,
    email: `${name}@korenaar.example.com`,
    packages: ["webex_calling"],
    isPending: false,
    ...given,
  };
}

export type Wanted = {
  readonly customer?: CustomerRecord;
  readonly locations?: readonly LocationRecord[];
  readonly users?: readonly UserRecord[];
  /** The customer is to go. */
  readonly isLeaving?: boolean;
  /** Names of users who are to go. */
  readonly leavers?: readonly string[];
  /** Names of locations that are to go. */
  readonly closings?: readonly string[];
  readonly template?: TemplateSource;
  readonly existing?: ExistingOrganization;
  readonly basis?: Partial<PlanBasis>;
};

export type Planned = {
  readonly operations: readonly Operation[];
  readonly problems: readonly Spoken<PlanProblem>[];
  /** `create user niels@...`: what runs. */
  readonly doing: readonly string[];
  /** What is known to be right already. */
  readonly right: readonly string[];
  /** The only operation on such a thing; with `key`, the one with this key. */
  one(resource: Operation["resource"], key?: string): Operation;
  /** What it waits for: `customer NL-1001`, `numbers ... (+31201234500)`. */
  needs(operation: Operation): readonly string[];
};

export function plan({
  customer,
  locations = [],
  users = [],
  leavers = [],
  closings = [],
  isLeaving = false,
  template = {},
  existing,
  basis,
}: Wanted): Planned {
  let row = 0;
  const sourced = <T>(record: T) => ({ row: ++row, record });
  const customerRows = {
    unit: 1,
    reference: "NL-1001",
    ...(customer ? { customer: sourced(customer) } : {}),
    ...(isLeaving ? { departure: sourced({ externalId: "NL-1001" }) } : {}),
    locations: locations.map(sourced),
    users: users.map(sourced),
    leavers: leavers.map((name) => sourced({ customer: "NL-1001", email: `${name}@korenaar.example.com` })),
    closings: closings.map((name) => sourced({ customer: "NL-1001", name })),
    rows: Array.from(
      {
        length:
          [customer, isLeaving || undefined].filter(Boolean).length +
          locations.length +
          users.length +
          leavers.length +
          closings.length,
      },
      (_, index) => index + 1,
    ),
  };
  const policy = { isRemovingPackages: false };
  const { operations, problems } = buildPlan(runFileInMemory(), customerRows, template, existing, {
    policy,
    last: nothingApplied,
    nowMs: Date.parse("2026-11-22T12:00:00Z"),
    ...basis,
  });
  return { operations, problems: speak(problems, "en"), ...describe(operations) };
}

const title = ({ resource, key }: Operation) => `${resource} ${key}`;

function describe(operations: readonly Operation[]): Omit<Planned, "operations" | "problems"> {
  return {
    doing: operations.filter(({ action }) => action !== "none").map((each) => `${each.action} ${title(each)}`),
    right: operations.filter(({ action }) => action === "none").map(title),
    one(resource, key) {
      const [found, ...more] = operations.filter((each) => each.resource === resource && (!key || each.key === key));
      if (!found || more.length > 0) throw new Error(`${more.length + (found ? 1 : 0)} operations on ${resource}`);
      return found;
    },
    needs: (operation) =>
      operation.needs.map((need) => {
        const needed = operations.find(({ id }) => id === need.operation);
        const name = needed ? title(needed) : `operation ${need.operation}`;
        return need.part === undefined ? name : `${name} (${need.part})`;
      }),
  };
}
