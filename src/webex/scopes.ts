/** The OAuth scopes that each step of an import needs, as data. Source: the reference application's integration, and the descriptions of the calls. */

export type StepScopes = { readonly step: string; readonly scopes: readonly string[] };

export const scopesOfSteps: readonly StepScopes[] = [
  { step: "who the token is", scopes: ["spark:people_read"] },
  {
    step: "customers",
    scopes: ["spark-admin:wholesale_customers_read", "spark-admin:wholesale_customers_write"],
  },
  { step: "access to organizations", scopes: ["spark-admin:organizations_read"] },
  {
    step: "locations",
    scopes: [
      "spark-admin:locations_read",
      "spark-admin:locations_write",
      "spark-admin:telephony_config_read",
      "spark-admin:telephony_config_write",
    ],
  },
  { step: "PSTN connections", scopes: ["spark-admin:telephony_pstn_read", "spark-admin:telephony_pstn_write"] },
  {
    step: "numbers and extensions",
    scopes: ["spark-admin:telephony_config_read", "spark-admin:telephony_config_write"],
  },
  {
    step: "users",
    scopes: ["spark-admin:wholesale_subscribers_read", "spark-admin:wholesale_subscribers_write"],
  },
  { step: "administrator roles", scopes: ["identity:people_rw"] },
  { step: "activation e-mails", scopes: ["identity:organizations_read", "identity:organizations_rw"] },
];

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
