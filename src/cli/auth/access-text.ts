/** What `auth check` found, as lines for a person. Asks nobody. */
import type { Settings } from "../../config.ts";
import type { TargetFacts } from "../../model/run-event.ts";
import type { Language } from "../../model/words/language.ts";
import { say, type Text, text, type Voice, verbatim, voiceOf } from "../../model/words/text.ts";
import { toPrintable } from "../../report/screen/text-layout.ts";
import type { AccessCheck } from "../../webex/auth/access-check.ts";
import { accessKindOf } from "../../webex/auth/choose-access.ts";
import type { Credentials } from "../../webex/auth/credentials.ts";
import type { StepScopes } from "../../webex/auth/scopes.ts";
import { accessSettings } from "../command-context.ts";

export type DescribedAccess = {
  /** Where the token comes from. */
  readonly source: Text;
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

function sourceOf(settings: Settings): Text {
  switch (accessKindOf(accessSettings(settings))) {
    case "token":
      return settings.accessToken?.from ?? verbatim("");
    case "integration":
      return text("source_integration", {
        clientId: settings.clientId?.value ?? "",
        from: settings.refreshToken?.from ?? verbatim(""),
      });
    case "saved":
      return text("source_login", { file: settings.credentials.value });
  }
}

export function renderAccess(access: DescribedAccess, language: Language): string {
  const said = voiceOf(language);
  const { organization } = access;
  const name = organization.name ? `${organization.name}  ${organization.id}` : organization.id;
  const lines = [
    [said("access_token"), say(access.source, language)],
    [said("access_owner"), access.owner],
    [said("access_organization"), name],
    [said("access_full_administrator"), administratorText(access, said)],
    ...scopeLines(access, language),
    ...(access.lastsUntil ? [[said("access_lasts"), said("access_until", { until: access.lastsUntil })]] : []),
  ];
  const width = Math.max(...lines.map(([title = ""]) => title.length)) + 2;
  return lines.map(([title = "", value = ""]) => `${title.padEnd(width)}${toPrintable(value)}\n`).join("");
}

function administratorText({ isPartnerFullAdministrator: isFull }: DescribedAccess, said: Voice): string {
  if (isFull === undefined) return said("administrator_unknown");
  return said(isFull ? "administrator_yes" : "administrator_no");
}

function scopeLines(
  { missingScopes, isComplete }: DescribedAccess,
  language: Language,
): readonly (readonly string[])[] {
  const said = voiceOf(language);
  if (missingScopes.length > 0)
    return missingScopes.map(({ step, scopes }) => [said("scopes_missing", { step }), scopes.join(" ")]);
  return [[said("scopes"), said(isComplete ? "scopes_complete" : "scopes_readable")]];
}
