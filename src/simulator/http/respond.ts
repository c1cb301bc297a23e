/** Writes answers, in the shapes of Webex. */
import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import type { Refusal } from "../refusal.ts";
import type { Answer } from "./routing.ts";

/** The answer to a refusal: `message`, `errors`, `trackingId`. */
export function refusalAnswer(refusal: Refusal, trackingId: string): Answer {
  return {
    status: refusal.status,
    body: { message: messageFor(refusal), errors: refusal.complaints, trackingId },
  };
}

function messageFor(refusal: Refusal): string {
  return refusal.complaints[0]?.description ?? `Refused with status ${refusal.status}.`;
}

/** Sends the answer, unless the client is gone; `isPacked`: by gzip, though nobody asked for it. A request that was not read to its end ends its connection: what follows in it is no request. */
export function send(response: ServerResponse, answer: Answer, trackingId: string, isPacked = false): void {
  if (response.destroyed) return;
  const isUnread = !response.req.complete;
  const headers = {
    ...answer.headers,
    trackingid: trackingId,
    "cross-origin-resource-policy": "same-origin",
    ...(isUnread ? { connection: "close" } : {}),
  };
  if (answer.body === undefined) {
    response.writeHead(answer.status, answer.status === 204 ? headers : { ...headers, "content-length": "0" }).end();
    return;
  }
  const plain = Buffer.from(JSON.stringify(answer.body));
  const body = isPacked ? gzipSync(plain) : plain;
  response.writeHead(answer.status, {
    ...headers,
    ...(isPacked ? { "content-encoding": "gzip" } : {}),
    "content-type": "application/json; charset=utf-8",
    "content-length": String(body.length),
  });
  response.end(body);
}

/** 200 whose body breaks off. */
export function sendGarbage(response: ServerResponse, trackingId: string): void {
  if (response.destroyed) return;
  response.writeHead(200, { trackingid: trackingId, "content-type": "application/json; charset=utf-8" });
  response.end('{"id":"Y2lzY29zcGFyazov","status":"provi');
}
