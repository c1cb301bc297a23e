/** The defaults of a run. Loads no package, because the help of the command line shows them. */
import type { EngineLimits } from "../engine/engine.ts";
import { defaultRetryLimits } from "../engine/retry-delay.ts";

export const refreshModes = ["auto", "always", "never"] as const;

/** `auto`: ask about rows that changed, and about those last applied more than `afterMs` ago. `never`: about those that changed. */
export type Refresh = { readonly mode: (typeof refreshModes)[number]; readonly afterMs: number };

export const alwaysRefresh: Refresh = { mode: "always", afterMs: 7 * 24 * 3_600_000 };

export const defaultLimits: EngineLimits = {
  concurrency: 10,
  perCustomer: 4,
  provisioningTimeoutMs: 30 * 60_000,
  retry: defaultRetryLimits,
};
