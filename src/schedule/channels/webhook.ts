/** Notices as JSON to a URL, signed so that the receiver knows who sent them and when. */
import { createHmac } from "node:crypto";
import type { Notifier } from "../notify.ts";
import { defineChannel } from "./channel.ts";
import type { PostPorts } from "./post.ts";

export const webhookChannel = defineChannel({
  name: "webhook",
  settings: {
    webhookUrl: {
      flag: "--webhook-url <url>",
      help: {
        en: "after each batch, send a signed notice there (WHOLESALE_IMPORT_WEBHOOK_SECRET)",
        nl: "stuur er na elke batch een ondertekend bericht heen (WHOLESALE_IMPORT_WEBHOOK_SECRET)",
      },
      variables: ["WHOLESALE_IMPORT_WEBHOOK_URL"],
      address: "secret",
      isHttps: true,
    },
    webhookSecret: { variables: ["WHOLESALE_IMPORT_WEBHOOK_SECRET"], isSecret: true },
  },
  connect: ({ webhookUrl: url, webhookSecret: secret }, ports) => ({ onBatch: webhook({ url, secret }, ports).send }),
});

export type WebhookSettings = { readonly url: string; readonly secret: string };

/** `t=<seconds since the epoch>,v1=<HMAC-SHA256 of "<seconds>.<body>" in hex>`. */
const signatureHeader = "x-wholesale-import-signature";
/** The notice's id, percent-encoded, since a header takes no other letters; the same when a notice is sent again. */
const deliveryHeader = "x-wholesale-import-delivery";

export function webhook({ url, secret }: WebhookSettings, ports: PostPorts): Notifier {
  return {
    name: "webhook",
    async send(notice, signal) {
      const { post } = await import("./post.ts");
      const body = JSON.stringify(notice);
      const signature = signatureOf(body, secret, Math.floor(ports.clock.now() / 1_000));
      const headers = {
        "content-type": "application/json",
        [signatureHeader]: signature,
        [deliveryHeader]: encodeURIComponent(notice.id),
      };
      return post({ method: "POST", url, headers, body }, ports, signal);
    },
  };
}

export function signatureOf(body: string, secret: string, seconds: number): string {
  const digest = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
  return `t=${seconds},v1=${digest}`;
}
