/** The connections: kept open and shared, through a proxy where one is set. TLS is always verified; there is no switch. */
import { Agent, type Dispatcher, EnvHttpProxyAgent } from "undici";
import { isLoopback } from "./base-url.ts";

/** As HTTP_PROXY, HTTPS_PROXY and NO_PROXY have it. */
export type ProxySettings = { readonly httpProxy?: string; readonly httpsProxy?: string; readonly noProxy?: string };

const mebibyte = 1024 * 1024;
/** Above the largest page there is (2000 numbers, under 1 MiB); below what would hurt us. */
const maxAnswerBytes = 16 * mebibyte;

/** Connections for a base URL. This machine is never reached through a proxy. Time limits are the request's. */
export function createDispatcher(baseUrl: string, proxy?: ProxySettings): Dispatcher {
  const options = { headersTimeout: 0, bodyTimeout: 0, maxResponseSize: maxAnswerBytes };
  const hasProxy = proxy?.httpProxy || proxy?.httpsProxy;
  if (!hasProxy || isLoopback(new URL(baseUrl))) return new Agent(options);
  const { httpProxy = "", httpsProxy = "", noProxy = "" } = proxy;
  return new EnvHttpProxyAgent({ ...options, httpProxy, httpsProxy, noProxy });
}
