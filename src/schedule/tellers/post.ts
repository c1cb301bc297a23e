/** One request to a place that is not Webex: sent once, its answer told as a delivery. Retries nothing. */
import type { Clock } from "../../model/ports.ts";
import { createDispatcher, type ProxySettings } from "../../webex/dispatcher.ts";
import { exchange } from "../../webex/exchange.ts";
import type { Delivery } from "../tell.ts";

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
  const gate = { enter: async () => {}, leave: () => {} };
  try {
    const { failure } = await exchange(
      outgoing,
      { dispatcher, gate, clock: ports.clock, onRequest: () => {}, timeoutMs },
      signal,
    );
    return failure ? { ok: false, failure } : { ok: true };
  } finally {
    await dispatcher.close();
  }
}
