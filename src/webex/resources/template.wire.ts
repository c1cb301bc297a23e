/** The calls that Webex does not know: the simulator registers a template, as a person does in Partner Hub. */
import { z } from "zod";
import type { Payloads } from "../../model/plan.ts";
import type { Http, Reply } from "../http/request.ts";

const templateSchema = z
  .object({ provisioningId: z.string(), created: z.boolean() })
  .transform(({ provisioningId, created }) => ({ provisioningId, isNew: created }));

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

const listSchema = z
  .object({ items: z.array(z.object({ name: z.string(), provisioningId: z.string() })) })
  .transform(({ items }) => new Map(items.map(({ name, provisioningId }) => [name, provisioningId])));

/** Templates that the simulator knows: provisioning ID by name. Only for the simulator. */
export function listTemplates(http: Http, signal: AbortSignal): Promise<Reply<ReadonlyMap<string, string>>> {
  const route = "/simulator/templates";
  return http.send({ method: "GET", base: "simulator", route, answer: listSchema, signal });
}
