/** Faults on purpose: reads the rule that a person writes and decides, by the seed, which request it strikes. Does not touch a socket. */

import type { Random } from "../model/ports.ts";
import { UserError } from "../model/user-error.ts";
import { text } from "../model/words/text.ts";

export type FaultOutcome =
  /** An error answer instead of the effect. */
  | { readonly kind: "status"; readonly status: number; readonly retryAfterSeconds?: number }
  /** The connection breaks before the effect. */
  | { readonly kind: "reset" }
  /** No effect and no answer until the client gives up. */
  | { readonly kind: "timeout" }
  /** The effect is done, and the connection breaks before the answer. */
  | { readonly kind: "lost" }
  /** 200 with a broken body; the seed decides whether the effect was done. */
  | { readonly kind: "garbage" }
  /** A part of the effect is done, where the call has parts, and an error is answered. */
  | { readonly kind: "half" };

export type FaultRule = {
  /** Upper case, or `*`. */
  readonly method: string;
  /** As in the API description (`/wholesale/customers/{customerId}`); with a `*` at its end, a prefix. */
  readonly route: string;
  readonly outcome: FaultOutcome;
  /** Of each request that matches: more than 0, at most 1. */
  readonly probability: number;
  /** Strikes this often and no more. */
  readonly times?: number;
};

const rulePattern =
  /^([A-Za-z]+|\*) +(\/\S*|\*)=(\d{3}(?:\/\d{1,9})?|reset|timeout|lost|garbage|half)(?::(0?\.\d+|1(?:\.0+)?|(\d+)x))?$/;

/**
 * Reads `POST /wholesale/subscribers=503:0.05`: method or `*`, route (a `*` at its end: all that begin so), what
 * happens, and how often: a probability, or `3x` for the first three times; without it, always.
 * Throws UserError when it is written otherwise.
 */
export function parseFault(text: string): FaultRule {
  const [, method, route, outcome, frequency, times] = rulePattern.exec(text.trim()) ?? [];
  if (method === undefined || route === undefined || outcome === undefined) throw unreadable(text);
  const status = Number(outcome.split("/")[0]);
  if (!Number.isNaN(status) && (status < 400 || status > 599)) throw unreadable(text);
  return {
    method: method.toUpperCase(),
    route,
    outcome: toOutcome(outcome),
    probability: times === undefined && frequency !== undefined ? Number(frequency) : 1,
    ...(times === undefined ? {} : { times: Number(times) }),
  };
}

function toOutcome(text: string): FaultOutcome {
  switch (text) {
    case "reset":
    case "timeout":
    case "lost":
    case "garbage":
    case "half":
      return { kind: text };
    default:
      return toStatus(text);
  }
}

/** `503`, `503/60`. */
function toStatus(text: string): FaultOutcome {
  const [status, seconds] = text.split("/").map(Number);
  return { kind: "status", status: status ?? 0, ...(seconds === undefined ? {} : { retryAfterSeconds: seconds }) };
}

function unreadable(rule: string): UserError {
  return new UserError("fault_unreadable", text("fault_unreadable", { rule }), text("write_fault"));
}

/** Does the rule speak of this route? */
export function matchesRoute(rule: FaultRule, method: string, route: string): boolean {
  if (rule.method !== "*" && rule.method !== method) return false;
  return rule.route.endsWith("*") ? route.startsWith(rule.route.slice(0, -1)) : rule.route === route;
}

export type FaultPicker = (method: string, route: string) => FaultOutcome | undefined;

/** Asked once per request: the outcome of the first rule that strikes. */
export function createFaultPicker(rules: readonly FaultRule[], random: Random): FaultPicker {
  const struck = new Map<FaultRule, number>();
  return (method, route) => {
    const rule = rules.find((candidate) => {
      if (!matchesRoute(candidate, method, route)) return false;
      if ((struck.get(candidate) ?? 0) >= (candidate.times ?? Number.POSITIVE_INFINITY)) return false;
      return candidate.probability >= 1 || random() < candidate.probability;
    });
    if (rule) struck.set(rule, (struck.get(rule) ?? 0) + 1);
    return rule?.outcome;
  };
}
