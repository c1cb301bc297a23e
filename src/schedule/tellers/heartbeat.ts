/** Asks a URL after each night: whoever watches it notices a night that did not run. */
import type { Delivery } from "../tell.ts";
import { type PostPorts, post } from "./post.ts";

export function heartbeat(url: string, ports: PostPorts): (signal: AbortSignal) => Promise<Delivery> {
  return (signal) => post({ method: "GET", url }, ports, signal);
}
