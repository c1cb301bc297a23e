/** Manners in which a target answers otherwise than one would wish, and not wrongly: reads the rule that a person writes. Bends nothing. */

import { UserError } from "../model/user-error.ts";
import { text } from "../model/words/text.ts";

export const quirkKinds = [
  "short-pages",
  "links-without-filter",
  "links-max-null",
  "links-in-a-circle",
  "links-elsewhere",
  "names-decomposed",
  "names-spaced",
  "names-in-capitals",
  "numbers-without-plus",
  "refused-numbers-spaced",
  "empty-lists-left-out",
  "packed",
  "jobs-nested",
] as const;

export type QuirkKind = (typeof quirkKinds)[number];

export type QuirkRule = {
  readonly kind: QuirkKind;
  /** Of each answer: more than 0, at most 1. */
  readonly probability: number;
};

const rulePattern = /^([a-z-]+)(?::(0?\.\d+|1(?:\.0+)?))?$/;

/** Reads `names-decomposed:0.5`: what, and in how many answers; without that, in all. Throws UserError when it is written otherwise. */
export function parseQuirk(rule: string): QuirkRule {
  const [, name, probability = "1"] = rulePattern.exec(rule.trim()) ?? [];
  const kind = quirkKinds.find((each) => each === name);
  if (!kind) {
    throw new UserError(
      "quirk_unreadable",
      text("quirk_unreadable", { rule }),
      text("write_quirk", { kinds: quirkKinds }),
    );
  }
  return { kind, probability: Number(probability) };
}
