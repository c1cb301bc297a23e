/** Asks a URL after each night: whoever watches it notices a night that did not run. */
import type { Delivery } from "../notify.ts";
import { defineChannel } from "./channel.ts";
import type { PostPorts } from "./post.ts";

export const heartbeatChannel = defineChannel({
  name: "heartbeat",
  settings: {
    heartbeatUrl: {
      flag: "--heartbeat-url <url>",
      help: {
        en: "request this URL after each night, so that a night that did not run is noticed",
        nl: "roep deze URL na elke nacht aan, zodat een nacht die niet liep opvalt",
      },
      variables: ["WHOLESALE_IMPORT_HEARTBEAT_URL"],
      address: "secret",
      isHttps: true,
    },
  },
  connect: ({ heartbeatUrl }, ports) => ({ onNight: heartbeat(heartbeatUrl, ports) }),
});

export function heartbeat(url: string, ports: PostPorts): (signal: AbortSignal) => Promise<Delivery> {
  return async (signal) => {
    const { post } = await import("./post.ts");
    return post({ method: "GET", url }, ports, signal);
  };
}
