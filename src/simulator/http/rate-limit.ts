/** A token bucket: so many requests in a second, refilled as time goes. */

export type RateLimit = {
  /** 0 when the request may pass; else milliseconds until one may. */
  take(now: number): number;
};

/** `perSecond` is the rate and the size of the bucket (at least one). */
export function createRateLimit(perSecond: number): RateLimit {
  const size = Math.max(1, perSecond);
  let tokens = size;
  let filledAt = Number.NEGATIVE_INFINITY;
  return {
    take(now) {
      if (now > filledAt) {
        tokens = Math.min(size, tokens + ((now - filledAt) / 1000) * perSecond);
        filledAt = now;
      }
      if (tokens < 1) return Math.ceil(((1 - tokens) / perSecond) * 1000);
      tokens -= 1;
      return 0;
    },
  };
}
