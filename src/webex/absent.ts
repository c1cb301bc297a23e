/** What is not there is an answer too. */
import type { Reply } from "./request.ts";

/** Reads a 404 as "there is none". For calls of which a parent is known to exist. */
export function orAbsent<T>(reply: Reply<T>): Reply<T | undefined> {
  if (reply.ok || reply.failure.status !== 404) return reply;
  const { trackingId } = reply.failure;
  return { ok: true, value: undefined, status: 404, trace: { status: 404, ...(trackingId && { trackingId }) } };
}
