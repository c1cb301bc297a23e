/** The flags that say what is asked of a run, each once, by the option that it sets: a new one is an entry here, and whoever heeds it. */

import type { HelpKey } from "../model/words/help-texts.ts";

export type RunFlag = {
  /** As the help writes it. */
  readonly flag: string;
  /** switch: it is given or not. count: a whole number above 0. customers: external ids, the flag several times. */
  readonly kind: "switch" | "count" | "customers";
  readonly help: HelpKey;
  /** Heading of the help. */
  readonly heading: "Selection:" | "Safety:";
  /** The commands that have it; `apply`: those that write by a plan of their own. */
  readonly commands: readonly RunCommand[];
};

export type RunCommand = "plan" | "apply" | "schedule";

/** What makes one plan of a batch another one than the next. */
export const planFlags = {
  isRemovingPackages: {
    flag: "--remove-missing-packages",
    kind: "switch",
    help: "remove_missing_packages_flag",
    heading: "Safety:",
    commands: ["plan", "apply", "schedule"],
  },
  isKeepingPersons: {
    flag: "--keep-person",
    kind: "switch",
    help: "keep_person_flag",
    heading: "Safety:",
    commands: ["plan", "apply", "schedule"],
  },
  isAdopting: {
    flag: "--adopt",
    kind: "switch",
    help: "adopt_flag",
    heading: "Safety:",
    commands: ["plan", "apply", "schedule"],
  },
  isRemovingCustomers: {
    flag: "--allow-customer-removals",
    kind: "switch",
    help: "allow_customer_removals_flag",
    heading: "Safety:",
    commands: ["plan", "apply", "schedule"],
  },
  isDeletingOrganizations: {
    flag: "--delete-organizations",
    kind: "switch",
    help: "delete_organizations_flag",
    heading: "Safety:",
    commands: ["plan", "apply", "schedule"],
  },
  isAcceptingImpacts: {
    flag: "--accept-impacts",
    kind: "switch",
    help: "accept_impacts_flag",
    heading: "Safety:",
    commands: ["plan", "apply", "schedule"],
  },
  isAllowingOutage: {
    flag: "--allow-outage",
    kind: "switch",
    help: "allow_outage_flag",
    heading: "Safety:",
    commands: ["plan", "apply", "schedule"],
  },
  isRemovingNumbers: {
    flag: "--remove-missing-numbers",
    kind: "switch",
    help: "remove_missing_numbers_flag",
    heading: "Safety:",
    commands: ["plan", "apply", "schedule"],
  },
  isForcingLocations: {
    flag: "--force-locations",
    kind: "switch",
    help: "force_locations_flag",
    heading: "Safety:",
    commands: ["plan", "apply", "schedule"],
  },
  only: {
    flag: "--only <customer=id>",
    kind: "customers",
    help: "only_flag",
    heading: "Selection:",
    commands: ["plan", "apply"],
  },
  limit: {
    flag: "--limit <n>",
    kind: "count",
    help: "limit_flag",
    heading: "Selection:",
    commands: ["plan", "apply"],
  },
  isPrechecking: {
    flag: "--precheck",
    kind: "switch",
    help: "precheck_flag",
    heading: "Safety:",
    commands: ["plan", "apply"],
  },
} as const satisfies Record<string, RunFlag>;

/** What refuses a batch or its plan. */
export const guardFlags = {
  isStrict: {
    flag: "--strict",
    kind: "switch",
    help: "strict_flag",
    heading: "Safety:",
    commands: ["plan", "apply", "schedule"],
  },
  maxRemovals: {
    flag: "--max-removals <n>",
    kind: "count",
    help: "max_removals_flag",
    heading: "Safety:",
    commands: ["apply", "schedule"],
  },
  maxChanges: {
    flag: "--max-changes <n>",
    kind: "count",
    help: "max_changes_flag",
    heading: "Safety:",
    commands: ["apply", "schedule"],
  },
} as const satisfies Record<string, RunFlag>;
