/** Access to customers' organizations. Webex checks a list of managed organizations per administrator, and reading an organization puts it there: after a 403 it is read, once, and the request goes again. */

import { readIdentityRequest, readOrganizationRequest } from "../resources/organization.wire.ts";
import type { Exchanged } from "./answer.ts";
import type { Request } from "./request.ts";

type Send = (request: Request<unknown>) => Promise<Exchanged>;
type Reading = { readonly done: Promise<Exchanged>; isDone: boolean };

export type ManagedOrganizations = {
  /** Sends a request, and after a 403 of an organization that was not read before, reads that and sends it once more. */
  sendWithAccess(request: Request<unknown>, send: Send): Promise<Exchanged>;
};

/** The memory of one client: which organizations were read. Concurrent requests share one reading. */
export function createManagedOrganizations(): ManagedOrganizations {
  const readings = new Map<string, Reading>();
  /** Organizations of which the identity side was read too. */
  const identityRead = new Set<string>();

  /** Waits for the reading that is under way, or starts one. A reading that another caller gave up is started again. */
  async function readShared(orgId: string, signal: AbortSignal, send: Send): Promise<Exchanged> {
    const others = readings.get(orgId);
    if (!others) return startReading(orgId, signal, send);
    try {
      return await others.done;
    } catch {
      signal.throwIfAborted();
      return readShared(orgId, signal, send);
    }
  }

  async function startReading(orgId: string, signal: AbortSignal, send: Send): Promise<Exchanged> {
    const reading = { done: send(readOrganizationRequest(orgId, signal)), isDone: false };
    readings.set(orgId, reading);
    try {
      const read = await reading.done;
      reading.isDone = true;
      if (isPassing(read)) readings.delete(orgId);
      return read;
    } catch (error) {
      readings.delete(orgId);
      throw error;
    }
  }

  return {
    async sendWithAccess(request, send) {
      const wasRead = request.orgId !== undefined && readings.get(request.orgId)?.isDone === true;
      const first = await send(request);
      if (first.answer?.status !== 403 || !request.orgId || wasRead || isReading(request)) return first;
      const read = await readShared(request.orgId, request.signal, send);
      if (!read.failure) {
        const second = await send(request);
        if (second.answer?.status !== 403 || identityRead.has(request.orgId)) return second;
        identityRead.add(request.orgId);
        // the way of Cisco's reference application
        const identity = await send(readIdentityRequest(request.orgId, request.signal));
        return identity.failure ? second : send(request);
      }
      return isPassing(read) ? { failure: { ...read.failure, sent: false } } : first;
    },
  };
}

function isReading(request: Request<unknown>): boolean {
  return request.method === "GET" && request.route === "/organizations/{orgId}";
}

/** A failure that says nothing about access: the request may be repeated later, and then reads again. */
function isPassing({ failure }: Exchanged): boolean {
  return failure !== undefined && failure.kind !== "rejected";
}
