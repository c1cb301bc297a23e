/** How a subscriber is shown. Who has not consented yet has no person to show. */
import { encodeId } from "../ids.ts";
import { isSinglePackage } from "../requests/subscribers.ts";
import type { Subscriber } from "../store/subscribers.ts";

export function viewSubscriber(subscriber: Subscriber): Record<string, unknown> {
  const base = subscriber.packages.find((code) => isSinglePackage(code));
  return {
    id: encodeId("SUBSCRIBER", subscriber.uuid),
    ...(subscriber.status === "provisioned" ? { personId: encodeId("PEOPLE", subscriber.personUuid) } : {}),
    email: subscriber.email,
    customerId: encodeId("ENTERPRISE", subscriber.customerUuid),
    externalCustomerId: subscriber.externalCustomerId,
    ...(base === undefined ? {} : { package: base }),
    packages: subscriber.packages,
    status: subscriber.status,
    created: new Date(subscriber.created).toISOString(),
    lastStatusChange: new Date(subscriber.lastStatusChange).toISOString(),
  };
}
