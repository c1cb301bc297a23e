/** A client as the tests use it: an open gate, the real clock, and a memory of what it told. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Clock, RequestRecord } from "../../../src/model/ports.ts";
import { staticAccessToken } from "../../../src/webex/auth/access-token.ts";
import { openGate } from "../../../src/webex/http/exchange.ts";
import { createHttp, type HttpOptions } from "../../../src/webex/http/http.ts";
import type { Http, Reply } from "../../../src/webex/http/request.ts";

export const never = new AbortController().signal;

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  async sleep(ms, signal) {
    try {
      await sleep(ms, undefined, signal && { signal });
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    }
  },
};

/** A client of `origin` under `/v1`. `records` fills as requests are answered. */
export function clientOf(
  origin: string,
  options: Partial<HttpOptions> = {},
): { readonly http: Http; readonly records: readonly RequestRecord[] } {
  const records: RequestRecord[] = [];
  const http = createHttp({
    baseUrl: `${origin}/v1`,
    accessToken: staticAccessToken("secret-token"),
    gate: openGate,
    clock: systemClock,
    onRequest: (record) => records.push(record),
    timeoutMs: 5000,
    ...options,
  });
  return { http, records };
}

/** The value of a reply that must be one. */
export async function told<T>(reply: Promise<Reply<T>>): Promise<T> {
  const answered = await reply;
  if (!answered.ok) throw new Error(JSON.stringify(answered.failure));
  return answered.value;
}
