/** One request to a server other than Webex: sent once, its result reported as a delivery. Retries nothing. */
import type { Clock } from "../../model/ports.ts";
import { createDispatcher, type ProxySettings } from "../../webex/http/dispatcher.ts";
import { exchange, openGate } from "../../webex/http/exchange.ts";
import type { Delivery } from "../notify.ts";

export type PostPorts = { readonly clock: Clock; readonly proxy?: ProxySettings };

export type Post = {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

const timeoutMs = 30_000;

/** Throws the signal's reason, and what is a bug of ours. */
export async function post(
  { method, url, headers = {}, body }: Post,
  ports: PostPorts,
  signal: AbortSignal,
): Promise<Delivery> {
  const dispatcher = createDispatcher(url, ports.proxy);
  const outgoing = {
    method,
    url: new URL(url),
    route: "",
    headers: { "user-agent": "wholesale-import", ...headers },
    body,
    orgId: undefined,
  };
  try {
    const { failure } = await exchange(
      outgoing,
      { dispatcher, gate: openGate, clock: ports.clock, onRequest: () => {}, timeoutMs },
      signal,
    );
    return failure ? { ok: false, failure } : { ok: true };
  } finally {
    await dispatcher.close();
  }
}
