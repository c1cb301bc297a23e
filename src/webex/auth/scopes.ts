/** The OAuth scopes that each step of an import needs, as data. Source: the reference application's integration, and the descriptions of the calls. */
import { type Text, text } from "../../model/words/text.ts";

export type StepScopes = { readonly step: Text; readonly scopes: readonly string[] };

export const scopesOfSteps: readonly StepScopes[] = [
  { step: text("step_owner"), scopes: ["spark:people_read"] },
  {
    step: text("step_customers"),
    scopes: ["spark-admin:wholesale_customers_read", "spark-admin:wholesale_customers_write"],
  },
  { step: text("step_organizations"), scopes: ["spark-admin:organizations_read"] },
  {
    step: text("step_locations"),
    scopes: [
      "spark-admin:locations_read",
      "spark-admin:locations_write",
      "spark-admin:telephony_config_read",
      "spark-admin:telephony_config_write",
    ],
  },
  { step: text("step_pstn"), scopes: ["spark-admin:telephony_pstn_read", "spark-admin:telephony_pstn_write"] },
  {
    step: text("step_numbers"),
    scopes: ["spark-admin:telephony_config_read", "spark-admin:telephony_config_write"],
  },
  {
    step: text("step_users"),
    scopes: ["spark-admin:wholesale_subscribers_read", "spark-admin:wholesale_subscribers_write"],
  },
  { step: text("step_profile"), scopes: ["identity:people_rw"] },
  { step: text("step_telephone"), scopes: ["spark-admin:people_read", "spark-admin:people_write"] },
  {
    step: text("step_moves"),
    scopes: ["spark-admin:telephony_config_write", "spark-admin:people_write", "identity:groups_rw"],
  },
  { step: text("step_licenses"), scopes: ["spark-admin:licenses_read"] },
  { step: text("step_welcome"), scopes: ["spark-admin:people_read", "spark-admin:people_write"] },
  { step: text("step_undo"), scopes: ["spark-admin:organizations_write"] },
  { step: text("step_emails"), scopes: ["identity:organizations_read", "identity:organizations_rw"] },
];

/** From the more exact to the less. Those that are read need the first scope, those that are changed the second. */
const routes: readonly (readonly [begin: string, read: string, write: string])[] = [
  ["/people/me", "spark:people_read", "spark:people_read"],
  ["/people", "spark-admin:people_read", "spark-admin:people_write"],
  ["/wholesale/customers", "spark-admin:wholesale_customers_read", "spark-admin:wholesale_customers_write"],
  ["/subscribers", "spark-admin:wholesale_subscribers_read", "spark-admin:wholesale_subscribers_write"],
  ["/wholesale/subscribers", "spark-admin:wholesale_subscribers_read", "spark-admin:wholesale_subscribers_write"],
  ["/organizations", "spark-admin:organizations_read", "spark-admin:organizations_write"],
  ["/locations", "spark-admin:locations_read", "spark-admin:locations_write"],
  ["/telephony/pstn", "spark-admin:telephony_pstn_read", "spark-admin:telephony_pstn_write"],
  ["/telephony/config", "spark-admin:telephony_config_read", "spark-admin:telephony_config_write"],
  ["/identity/scim", "identity:people_rw", "identity:people_rw"],
  ["/identity/organizations/{orgId}/jobs", "spark-admin:people_read", "spark-admin:people_write"],
  ["/identity/organizations", "identity:organizations_read", "identity:organizations_rw"],
  ["/licenses", "spark-admin:licenses_read", "spark-admin:licenses_read"],
  ["/settings/organizations", "identity:organizations_read", "identity:organizations_rw"],
];

/** The scopes that a call needs; empty where the documents say none. */
export function scopesOfRoute(method: string, route: string): readonly string[] {
  const found = routes.find(([begin]) => route.startsWith(begin));
  return found ? [method === "GET" ? found[1] : found[2]] : [];
}

/** All of them, each once: what an integration should ask for. */
export function allScopes(): readonly string[] {
  return [...new Set(scopesOfSteps.flatMap(({ scopes }) => scopes))];
}

/** The steps that these scopes are not enough for, with those they lack. */
export function missingScopes(granted: readonly string[]): readonly StepScopes[] {
  const has = new Set(granted);
  return scopesOfSteps
    .map(({ step, scopes }) => ({ step, scopes: scopes.filter((scope) => !has.has(scope)) }))
    .filter(({ scopes }) => scopes.length > 0);
}
