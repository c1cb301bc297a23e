/** Magic cells: what to write into a sheet to meet the rarer answers of Webex. Tells which answer is due, gives none. */

/** Before the @ of the administrator's e-mail of a customer: how its provisioning ends. A later change ends well. */
export const customerScenarios = [
  {
    marker: "+rpl",
    status: "pending_rpl_review",
    meaning: "waits for the denied-party review, without an organization",
  },
  { marker: "+error", status: "error", meaning: "fails, without an organization" },
  { marker: "+partial", status: "provisioned_with_errors", meaning: "the last of its packages fails" },
] as const;

/** Before the @ of a user's e-mail: the user has a free account and must consent first (202, pending). */
export const consentMarker = "+consent";

/** Before the @ of a user's e-mail: the answer is 200 and tells of an error all the same. */
export const userErrorScenarios = [
  { marker: "+usererror", works: false, meaning: "there is no person, and an error is told (200)" },
  { marker: "+userwarning", works: true, meaning: "the user works, and an error is told all the same (200)" },
] as const;

/** Before the @ of a user's e-mail: a directory feeds the user. A change is answered as if it were made, and overwritten. */
export const syncedMarker = "+synced";

/** Before the @ of a user's e-mail: what a move to another location comes to. `job`: only its job finds out, not its validation. */
export const moveScenarios = [
  {
    marker: "+dect",
    kind: "error",
    code: 27969,
    text: "User is associated with DECT handset(s): 0C75BD.",
    meaning: "has a DECT handset, and cannot be moved",
  },
  {
    marker: "+movefails",
    kind: "job",
    code: 25383,
    text: "OCI Error while moving user",
    meaning: "is not moved, in a job that is COMPLETED all the same",
  },
  {
    marker: "+voicemail",
    kind: "impact",
    code: 19716,
    text: "Previously stored voice messages of the user are no longer available. The new voice message will be stored on the mail server of the new group.",
    meaning: "loses the stored voice messages when moved",
  },
  {
    marker: "+group",
    kind: "impact",
    code: 19705,
    text: "User is removed from following group services: Hunt Group (Reception).",
    meaning: "leaves a hunt group when moved",
  },
] as const;

export type MoveScenario = (typeof moveScenarios)[number];

/** Those of this user. */
export function moveScenariosFor(email: string): readonly MoveScenario[] {
  return moveScenarios.filter(({ marker }) => hasMarker(email, marker));
}

/** Before the @ of the administrator's e-mail: the customer is provisioned, and an error of its last package is told all the same. */
export const packageErrorMarker = "+packageerror";

/** In the name of a location: its PSTN is there already and cannot be changed by API. */
export const pstnScenarios = [
  { marker: "Integrated", option: "integrated" },
  { marker: "Cisco PSTN", option: "cisco" },
] as const;

/** In the name of a location: what else than users is in use there. */
export const closingScenarios = [
  { marker: "Workspaces", kind: "workspaces", meaning: "calling cannot be ended there: workspaces are in use" },
  { marker: "Hunt Groups", kind: "features", meaning: "calling ends there by force alone: features are in use" },
] as const;

/** In the name of a location: a change of its routing prefix is not begun, the rest of the request is done (206). */
export const stuckPrefixMarker = "Stuck Prefix";

export type FinalStatus = "provisioned" | (typeof customerScenarios)[number]["status"];

/** How provisioning ends for a customer with this administrator. */
export function finalStatusFor(adminEmail: string | undefined): FinalStatus {
  const scenario = customerScenarios.find(({ marker }) => hasMarker(adminEmail, marker));
  return scenario?.status ?? "provisioned";
}

/** Does Webex tell of an error of this user in its answers of success, and does the user work? */
export function userErrorFor(email: string): { readonly works: boolean } | undefined {
  return userErrorScenarios.find(({ marker }) => hasMarker(email, marker));
}

export function hasPackageError(adminEmail: string | undefined): boolean {
  return hasMarker(adminEmail, packageErrorMarker);
}

export function isSynced(email: string): boolean {
  return hasMarker(email, syncedMarker);
}

export function needsConsent(email: string): boolean {
  return hasMarker(email, consentMarker);
}

/** The PSTN option that a location of this name comes with. */
export function pstnFor(locationName: string): "integrated" | "cisco" | undefined {
  return pstnScenarios.find(({ marker }) => locationName.includes(marker))?.option;
}

export function workspacesAt(locationName: string): number {
  return countAt("workspaces", locationName);
}

/** Hunt groups, attendants and the like. */
export function featuresAt(locationName: string): number {
  return countAt("features", locationName);
}

function countAt(kind: (typeof closingScenarios)[number]["kind"], locationName: string): number {
  return closingScenarios.some((scenario) => scenario.kind === kind && locationName.includes(scenario.marker)) ? 2 : 0;
}

export function isPrefixStuck(locationName: string): boolean {
  return locationName.includes(stuckPrefixMarker);
}

/** The marker stands before the @, and no letter follows it: `ann+rpl@a.example`, `ann+rpl-2@a.example`. */
function hasMarker(email: string | undefined, marker: string): boolean {
  const localPart = email?.split("@")[0]?.toLowerCase() ?? "";
  const at = localPart.indexOf(marker);
  return at >= 0 && !/[a-z]/.test(localPart.charAt(at + marker.length));
}
