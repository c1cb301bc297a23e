/** Webex's own checks before provisioning. They need an entitlement that a partner may not have: then they are refused, which says nothing about the row. */
import { z } from "zod";
import type { Http, Reply } from "./request.ts";
import { optionalText, spelledCode } from "./wire.ts";
import { encodeNewCustomer, type NewCustomer } from "./wire-customers.ts";
import { encodeNewSubscriber, type NewSubscriber } from "./wire-subscribers.ts";

const findingSchema = z.object({ infoCode: spelledCode, description: optionalText });

/** The document has `info` as an object, its example as an array. */
const precheckSchema = z
  .object({ message: optionalText, info: z.union([z.array(findingSchema), findingSchema]).nullish() })
  .transform(({ message, info }) => ({ message, findings: [info ?? []].flat() }));
/** What Webex found. Info code 100: nothing wrong. */
export type Precheck = z.infer<typeof precheckSchema>;

/** Would this customer be taken? Language and sub-partner administrator are not among what the check knows. */
export function precheckCustomer(http: Http, customer: NewCustomer, signal: AbortSignal): Promise<Reply<Precheck>> {
  const route = "/wholesale/customers/validate";
  const { language, subPartnerAdminEmail, ...checked } = customer;
  return http.send({ method: "POST", route, body: encodeNewCustomer(checked), answer: precheckSchema, signal });
}

/** Would this user be taken? Of a customer that exists. */
export function precheckSubscriber(
  http: Http,
  subscriber: NewSubscriber,
  signal: AbortSignal,
): Promise<Reply<Precheck>> {
  const route = "/wholesale/subscribers/validate";
  return http.send({ method: "POST", route, body: encodeNewSubscriber(subscriber), answer: precheckSchema, signal });
}
