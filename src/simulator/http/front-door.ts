/** Who may come in at all: loopback names only, no foreign page, and a bearer. */
import type { IncomingHttpHeaders } from "node:http";
import { Refusal, refuse } from "../refusal.ts";
import type { World } from "../world.ts";

const loopbackName = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i;

/** Refuses a Host that is no loopback name (DNS rebinding), and whatever the page of another site or port sends (Origin, Sec-Fetch-Site). */
export function checkCaller({ host = "", origin, "sec-fetch-site": site }: IncomingHttpHeaders): void {
  if (!isLoopbackHost(host)) refuse(403, "Only loopback names lead here.");
  if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`)
    refuse(403, "This origin may not ask here.");
  if (site === "cross-site" || site === "same-site") refuse(403, "No page of another site may ask here.");
}

/** A loopback name, with a port that there is. */
export function isLoopbackHost(host: string): boolean {
  return loopbackName.test(host) && URL.canParse(`http://${host}`);
}

/** Any bearer will do, unless the simulator issues tokens itself: then only its own, while they last. */
export function checkBearer(headers: IncomingHttpHeaders, world: World): void {
  const token = /^Bearer +(\S+)$/i.exec(headers.authorization ?? "")?.[1];
  if (token === undefined)
    throw unauthorized("The request requires a valid access token set in the Authorization request header.");
  if (world.tokenLifetimeMs === undefined) return;
  const issued = world.store.tokens.accessToken(token);
  if (!issued || issued.expiresAt <= world.clock.now()) throw unauthorized("The access token is expired or unknown.");
}

function unauthorized(description: string): Refusal {
  return new Refusal(401, [{ description }]);
}
