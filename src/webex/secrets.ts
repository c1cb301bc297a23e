/** Keeps secrets out of what people read. */
import type { Failure } from "../model/outcome.ts";

/** Anything shorter guards nothing, and may be a part of any word. */
const shortestSecret = 8;

/** The failure with `***` where its message repeats a secret: some servers tell in an error what they were sent. */
export function withoutSecrets(failure: Failure, secrets: readonly string[]): Failure {
  const message = secrets.reduce(
    (text, secret) => (secret.length < shortestSecret ? text : text.replaceAll(secret, "***")),
    failure.message,
  );
  return message === failure.message ? failure : { ...failure, message };
}
