/** The connections: kept open and shared, through a proxy where one is set. TLS is always verified; there is no switch. */

import { Agent, type Dispatcher, EnvHttpProxyAgent } from "undici";
import { UserError } from "../../model/user-error.ts";
import { type Text, text } from "../../model/words/text.ts";
import { isLoopback } from "./base-url.ts";

/** As HTTP_PROXY, HTTPS_PROXY and NO_PROXY have it. */
export type ProxySettings = { readonly httpProxy?: string; readonly httpsProxy?: string; readonly noProxy?: string };

const mebibyte = 1024 * 1024;
/** Above the largest page there is (2000 numbers, under 1 MiB); below what would hurt us. Packed and unpacked. */
export const maxAnswerBytes = 4 * mebibyte;

/** Said outright, or NODE_TLS_REJECT_UNAUTHORIZED would say otherwise. */
const verified = { rejectUnauthorized: true };

/**
 * Connections for a base URL. This machine is never reached through a proxy. Time limits are the request's.
 * Throws `UserError` (`bad_proxy`) for a setting that names no proxy which we can use.
 */
export function createDispatcher(baseUrl: string, proxy: ProxySettings = {}): Dispatcher {
  const options = { headersTimeout: 0, bodyTimeout: 0, maxResponseSize: maxAnswerBytes, connect: verified };
  const url = new URL(baseUrl);
  const used = isLoopback(url) ? undefined : proxyFor(url, proxy);
  if (!used) return new Agent(options);
  return new EnvHttpProxyAgent({
    ...options,
    requestTls: verified,
    proxyTls: verified,
    httpProxy: used,
    httpsProxy: used,
    noProxy: proxy.noProxy ?? "",
  });
}

/** HTTP_PROXY serves https too where HTTPS_PROXY is not set. */
function proxyFor({ protocol }: URL, { httpProxy, httpsProxy }: ProxySettings): string | undefined {
  if (protocol === "https:" && httpsProxy) return readProxy(httpsProxy, "HTTPS_PROXY");
  return httpProxy ? readProxy(httpProxy, "HTTP_PROXY") : undefined;
}

/** `proxy.example:3128` is read as most programs read it, as http. The value may hold a password: it is not shown. */
function readProxy(value: string, name: string): string {
  const address = value.trim();
  const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(address)?.[1]?.toLowerCase();
  if (scheme?.startsWith("socks")) {
    throw badProxy(text("socks_proxy", { name, scheme }));
  }
  const whole = scheme ? address : `http://${address}`;
  const url = URL.canParse(whole) ? new URL(whole) : undefined;
  if (!url?.hostname || !/^https?:$/.test(url.protocol) || !/^\/?$/.test(url.pathname + url.search + url.hash)) {
    throw badProxy(text("not_a_proxy", { name }));
  }
  if (!isDecodable(url.username + url.password)) throw badProxy(text("proxy_percent", { name }));
  return url.href;
}

function isDecodable(text: string): boolean {
  try {
    return decodeURIComponent(text) !== undefined;
  } catch {
    return false;
  }
}

function badProxy(message: Text): UserError {
  return new UserError("bad_proxy", message, text("write_proxy"));
}
