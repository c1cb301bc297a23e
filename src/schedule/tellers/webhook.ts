/** Notices as JSON to a URL, signed so that the receiver knows who sent them and when. */
import { createHmac } from "node:crypto";
import type { Teller } from "../tell.ts";
import { type PostPorts, post } from "./post.ts";

export type WebhookSettings = { readonly url: string; readonly secret: string };

/** `t=<seconds since the epoch>,v1=<HMAC-SHA256 of "<seconds>.<body>" in hex>`. */
const signatureHeader = "x-wholesale-import-signature";
/** The same when a notice is sent again. */
const deliveryHeader = "x-wholesale-import-delivery";

export function webhook({ url, secret }: WebhookSettings, ports: PostPorts): Teller {
  return {
    name: "webhook",
    send(notice, signal) {
      const body = JSON.stringify(notice);
      const signature = signatureOf(body, secret, Math.floor(ports.clock.now() / 1_000));
      const headers = { "content-type": "application/json", [signatureHeader]: signature, [deliveryHeader]: notice.id };
      return post({ method: "POST", url, headers, body }, ports, signal);
    },
  };
}

export function signatureOf(body: string, secret: string, seconds: number): string {
  const digest = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
  return `t=${seconds},v1=${digest}`;
}
