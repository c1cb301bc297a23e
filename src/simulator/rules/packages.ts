/** The packages as Webex knows them: who may have which, and what depends on what. Kept apart from the client's own table, so that the one checks the other. */
import { ownCodes } from "../codes.ts";
import { type Complaint, complain } from "../refusal.ts";

export const customerPackages = [
  "common_area_calling",
  "webex_calling",
  "webex_meetings",
  "webex_suite",
  "webex_voice",
  "cx_essentials",
  "webex_calling_standard",
  "cisco_calling_plan",
  "attendant_console",
  "cx_premium_agent",
  "cx_standard_agent",
  "cx_voice_ports",
  "cx_ai_assistant",
  "webex_ai_agent",
] as const;

/** `attendant_console` comes on top; of the others a user has exactly one. */
export const subscriberPackages = [
  "webex_calling",
  "webex_meetings",
  "webex_suite",
  "webex_voice",
  "cx_essentials",
  "webex_calling_standard",
  "attendant_console",
  "cx_premium_agent",
  "cx_standard_agent",
] as const;

/** The deprecated `package` field knows these only. */
export const singlePackages = [
  "webex_calling",
  "webex_meetings",
  "webex_suite",
  "webex_voice",
  "cx_essentials",
  "webex_calling_standard",
] as const;

const callingPackages: ReadonlySet<string> = new Set([
  "common_area_calling",
  "webex_calling",
  "webex_suite",
  "webex_voice",
  "cx_essentials",
  "webex_calling_standard",
]);

/** Any one of the others is enough. */
const dependencies: Readonly<Record<string, readonly string[]>> = {
  cisco_calling_plan: [...callingPackages],
  attendant_console: ["webex_calling", "webex_suite", "cx_essentials", "webex_voice"],
};

export function isCallingPackage(code: string): boolean {
  return callingPackages.has(code);
}

export function hasCallingPackage(codes: readonly string[]): boolean {
  return codes.some(isCallingPackage);
}

/** Add-ons whose dependency is not in the same list. */
export function missingDependencies(codes: readonly string[]): Complaint[] {
  return codes.flatMap((code) => {
    const anyOf = dependencies[code];
    if (!anyOf || anyOf.some((other) => codes.includes(other))) return [];
    return [complain(`Package ${code} is dependent on one of: ${anyOf.join(", ")}.`, ownCodes.packageDependency)];
  });
}

/** A user has exactly one base package; an add-on without any fails by its dependency. */
export function baseComplaints(codes: readonly string[]): Complaint[] {
  const bases = codes.filter((code) => code !== "attendant_console");
  if (bases.length <= 1) return [];
  return [complain(`A subscriber has exactly one base package, not ${bases.length}.`, ownCodes.requestInvalid)];
}
