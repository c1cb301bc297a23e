/** Keeps secrets out of what people read: some servers tell in an answer what they were sent. */

import type { Failure } from "../../model/outcome.ts";
import { withValues } from "../../model/words/text.ts";

/** Anything shorter guards nothing, and may be a part of any word. */
const shortestSecret = 8;

/** The text with `***` where it repeats a secret, plain or in an encoding that hides nothing. */
export function maskSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret.length >= shortestSecret)
    .flatMap(spellingsOf)
    .reduce((masked, spelling) => masked.replaceAll(spelling, "***"), text);
}

/** The failure without secrets in any of its texts. */
export function withoutSecrets(failure: Failure, secrets: readonly string[]): Failure {
  const mask = (text: string) => maskSecrets(text, secrets);
  const texts = (["message", "errorCode", "trackingId", "hint"] as const).flatMap((name) => {
    const text = failure[name];
    if (text === undefined) return [];
    return [[name, typeof text === "string" ? mask(text) : withValues(text, mask)] as const];
  });
  return { ...failure, ...Object.fromEntries(texts) };
}

const spellings = new Map<string, readonly string[]>();
/** Tokens are renewed now and then: those of a run, and of the one before. */
const mostRemembered = 100;

/** As it is, in a URL, in JSON, and in base64 wherever it may begin in what was encoded. */
function spellingsOf(secret: string): readonly string[] {
  const known = spellings.get(secret);
  if (known) return known;
  if (spellings.size >= mostRemembered) spellings.clear();
  const encoded = [0, 1, 2].flatMap((before) => inBase64(secret, before));
  const found = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), ...encoded];
  const distinct = [...new Set(found)];
  spellings.set(secret, distinct);
  return distinct;
}

/** The characters that stand for the secret alone when so many bytes stand before it. */
function inBase64(secret: string, before: number): readonly string[] {
  const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 3));
  const from = before === 0 ? 0 : 4;
  return [whole.toString("base64").slice(from), whole.toString("base64url").slice(from)];
}
