/** Who may come in at all: loopback names only, no foreign page, and a bearer. */
import type { IncomingHttpHeaders } from "node:http";
import { Refusal, refuse } from "../refusal.ts";
import type { World } from "../world.ts";

const loopbackName = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i;

/** Refuses a Host that is no loopback name (DNS rebinding) and an Origin that is none (a page elsewhere). */
export function checkCaller(headers: IncomingHttpHeaders): void {
  if (!loopbackName.test(headers.host ?? "")) refuse(403, "Only loopback names lead here.");
  const page = headers.origin?.replace(/^https?:\/\//, "");
  if (page !== undefined && !loopbackName.test(page)) refuse(403, "This origin may not ask here.");
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
