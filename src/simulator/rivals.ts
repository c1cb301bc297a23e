/** Somebody else who makes the same thing between the plan and the create: reads the rule that a person writes, and decides by the seed whom it strikes. Makes nothing. */

import { UserError } from "../model/user-error.ts";
import { text } from "../model/words/text.ts";
import { seededRandom } from "./random.ts";

export const rivalKinds = ["customer", "location", "user"] as const;
export type RivalKind = (typeof rivalKinds)[number];

export type RivalRule = {
  readonly kind: RivalKind;
  /** Is what they make another thing under the same key? */
  readonly isDifferent: boolean;
  /** Of each thing that is to be made: more than 0, at most 1. */
  readonly probability: number;
};

/** What a rival has made. */
export type RivalDeed = { readonly kind: RivalKind; readonly key: string; readonly isDifferent: boolean };

const rulePattern = /^(customer|location|user)=(equal|different)(?::(0?\.\d+|1(?:\.0+)?))?$/;

/** Reads `user=different:0.05`: what, equal or different, and of how many; without that, of all. Throws UserError when it is written otherwise. */
export function parseRival(rule: string): RivalRule {
  const [, kind, how, probability = "1"] = rulePattern.exec(rule.trim()) ?? [];
  const known = rivalKinds.find((each) => each === kind);
  if (!known) {
    throw new UserError("rival_unreadable", text("rival_unreadable", { rule }), text("write_rival"));
  }
  return { kind: known, isDifferent: how === "different", probability: Number(probability) };
}

/** The same key has the same rival however often it is sent, and whatever comes before it. */
export function pickRival(
  rules: readonly RivalRule[],
  kind: RivalKind,
  key: string,
  seed: number,
): RivalRule | undefined {
  let at = seededRandom(seed, ...Buffer.from(`${kind} ${key}`))();
  for (const rule of rules) {
    if (rule.kind !== kind) continue;
    if (at < rule.probability) return rule;
    at -= rule.probability;
  }
  return undefined;
}
