/** Webex's own checks before provisioning. They need an entitlement that a partner may not have: then they are refused, which says nothing about the row. */
import { z } from "zod";
import type { Http, Reply } from "../http/request.ts";
import { spelledCode, targetText } from "../http/wire.ts";
import { encodeNewCustomer, type ProspectiveCustomer } from "./customer.wire.ts";
import { encodeNewSubscriber, type NewSubscriber } from "./user.wire.ts";

const findingSchema = z.object({ infoCode: spelledCode, description: targetText });

/** The document has `info` as an object, its example as an array. */
const precheckSchema = z
  .object({ message: targetText, info: z.union([z.array(findingSchema), findingSchema]).nullish() })
  .transform(({ message, info }) => ({ message, findings: [info ?? []].flat() }));
/** What Webex found. Info code 100: nothing wrong. */
export type Precheck = z.infer<typeof precheckSchema>;

/** Would this customer be taken? Language and sub-partner administrator are not among what the check knows. Without a provisioning ID it is not asked about that. */
export function precheckCustomer(
  http: Http,
  customer: ProspectiveCustomer,
  signal: AbortSignal,
): Promise<Reply<Precheck>> {
  const route = "/wholesale/customers/validate";
  const { language, subPartnerAdminEmail, ...checked } = customer;
  const body = encodeNewCustomer(checked);
  return http.send({ method: "POST", route, body, answer: precheckSchema, signal });
}

/** Would this user be taken? Of a customer that exists, with all that the user is to have. */
export function precheckSubscriber(
  http: Http,
  subscriber: NewSubscriber,
  signal: AbortSignal,
): Promise<Reply<Precheck>> {
  return askAboutSubscriber(http, encodeNewSubscriber(subscriber), signal);
}

/** May this address become a user? Of a customer that exists, or of one that is to be made from a template. */
export function precheckEmail(
  http: Http,
  of: { readonly email: string } & (
    | { readonly customerId: string }
    | { readonly provisioningId: string; readonly adminEmail: string }
  ),
  signal: AbortSignal,
): Promise<Reply<Precheck>> {
  if ("customerId" in of) return askAboutSubscriber(http, of, signal);
  const { email, provisioningId, adminEmail } = of;
  return askAboutSubscriber(http, { email, provisioningId, customerInfo: { primaryEmail: adminEmail } }, signal);
}

function askAboutSubscriber(http: Http, body: object, signal: AbortSignal): Promise<Reply<Precheck>> {
  const route = "/wholesale/subscribers/validate";
  return http.send({ method: "POST", route, body, answer: precheckSchema, signal });
}
