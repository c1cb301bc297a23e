/** What the inner floors need from the outside world, as plain functions; `runtime.ts` provides them, tests pass their own. */

export type Clock = {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after `ms`, or rejects with the signal's reason. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
};

/** At least 0, less than 1. */
export type Random = () => number;

/** One request that was answered, or not. Never a body, never a token. */
export type RequestRecord = {
  readonly method: string;
  /** The path with its parameters as names: `/wholesale/customers/{customerId}`. */
  readonly route: string;
  readonly status?: number;
  readonly durationMs: number;
  readonly trackingId?: string;
  readonly failure?: string;
};

/** Asked before each request leaves, told after each answer: rate and cool-down of the whole process. */
export type Gate = {
  /** Waits for its turn. Throws the signal's reason when aborted. */
  enter(orgId: string | undefined, signal: AbortSignal): Promise<void>;
  /** How the request ended. `retryAfterMs` when Webex said so. */
  leave(
    orgId: string | undefined,
    answer: { readonly status?: number; readonly retryAfterMs?: number; readonly durationMs: number },
  ): void;
};

export type Log = {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

/** Provisioning IDs known from earlier runs or told by a person, for one partner organisation. */
export type RememberedTemplates = {
  find(name: string): string | undefined;
  names(): readonly string[];
};
