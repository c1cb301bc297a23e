/** The one call that Webex does not know: the simulator registers a template, as a person does in Partner Hub. */
import { z } from "zod";
import type { Payloads } from "../model/plan.ts";
import type { Http, Reply } from "./request.ts";

const templateSchema = z.object({ provisioningId: z.string() });

/** Registers a template with the simulator, and gives its provisioning ID. Registering it again changes nothing. Only for the simulator. */
export function registerTemplate(
  http: Http,
  template: Payloads["template"],
  signal: AbortSignal,
): Promise<Reply<z.infer<typeof templateSchema>>> {
  const { name, provisioningId } = template;
  const body = { name, ...(provisioningId && { provisioningId }) };
  const route = "/simulator/templates";
  return http.send({ method: "POST", base: "simulator", route, body, answer: templateSchema, signal });
}
