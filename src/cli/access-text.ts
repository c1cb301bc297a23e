/** What `auth check` found, as lines for a person. Asks nobody. */
import type { Settings } from "../config.ts";
import type { TargetFacts } from "../model/run-event.ts";
import { toPrintable } from "../report/text-layout.ts";
import type { AccessCheck } from "../webex/access-check.ts";
import { accessKindOf } from "../webex/choose-access.ts";
import type { Credentials } from "../webex/credentials.ts";
import type { StepScopes } from "../webex/scopes.ts";
import { accessSettings } from "./command-context.ts";

export type DescribedAccess = {
  /** Where the token comes from. */
  readonly source: string;
  readonly owner: string;
  readonly organization: { readonly id: string; readonly name?: string };
  /** Absent: Webex does not say. */
  readonly isPartnerFullAdministrator?: boolean;
  readonly missingScopes: readonly StepScopes[];
  /** False: only reading was tried. */
  readonly isComplete: boolean;
  /** ISO 8601: when a person must log in again, unless a run comes before. */
  readonly lastsUntil?: string;
  readonly isEnough: boolean;
};

/** `saved`: the credentials in use, when there are any. */
export function describeAccess(
  { owner, isFullAdministrator, missing, isComplete }: AccessCheck,
  { organization = { id: owner.orgId } }: TargetFacts,
  settings: Settings,
  saved: Credentials | undefined,
): DescribedAccess {
  return {
    source: sourceOf(settings),
    owner: [owner.displayName, owner.emails[0] && `<${owner.emails[0]}>`].filter(Boolean).join(" "),
    organization,
    ...(isFullAdministrator === undefined ? {} : { isPartnerFullAdministrator: isFullAdministrator }),
    missingScopes: missing,
    isComplete,
    ...(saved?.refreshExpiresAt ? { lastsUntil: saved.refreshExpiresAt } : {}),
    isEnough: missing.length === 0 && isFullAdministrator !== false,
  };
}

function sourceOf(settings: Settings): string {
  switch (accessKindOf(accessSettings(settings))) {
    case "token":
      return settings.accessToken?.from ?? "";
    case "integration":
      return `integration ${settings.clientId?.value} (${settings.refreshToken?.from})`;
    case "saved":
      return `login saved in ${settings.credentials.value}`;
  }
}

export function renderAccess(access: DescribedAccess): string {
  const { organization } = access;
  const name = organization.name ? `${organization.name}  ${organization.id}` : organization.id;
  const lines = [
    ["token", access.source],
    ["owner", access.owner],
    ["organisation", name],
    ["partner full administrator", administratorText(access)],
    ...scopeLines(access),
    ...(access.lastsUntil ? [["lasts", `until ${access.lastsUntil} without a run, longer with each run`]] : []),
  ];
  return lines.map(([title = "", text = ""]) => `${title.padEnd(28)}${toPrintable(text)}\n`).join("");
}

function administratorText({ isPartnerFullAdministrator: isFull }: DescribedAccess): string {
  if (isFull === undefined) return "unknown: Webex does not tell this token its roles";
  return isFull ? "yes" : "no: only a partner full administrator may create customers and users";
}

function scopeLines({ missingScopes, isComplete }: DescribedAccess): readonly (readonly string[])[] {
  if (missingScopes.length > 0)
    return missingScopes.map(({ step, scopes }) => [`missing for ${step}`, scopes.join(" ")]);
  return [
    [
      "scopes",
      isComplete ? "all that an import needs" : "all reading is granted; Webex tells of writing only when it is tried",
    ],
  ];
}
