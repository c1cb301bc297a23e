/** Reads the Retry-After header. Waits for nothing. */

/**
 * Milliseconds to wait from `nowMs` (epoch) on: the header holds seconds or an HTTP date (RFC 9110, 10.2.3).
 * `undefined` when it is absent or says neither; 0 for a date that has passed.
 */
export function readRetryAfter(header: string | undefined, nowMs: number): number | undefined {
  const text = header?.trim();
  if (!text) return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  const dateMs = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(dateMs) ? undefined : Math.max(0, dateMs - nowMs);
}
