/** How /wholesale/subscribers spells a user: what is read, what is sent. */
import { z } from "zod";
import { optionalText, remarksSchema } from "./wire.ts";

export const subscriberSchema = z
  .object({
    id: z.string(),
    /** Only when provisioned. */
    personId: optionalText,
    email: z.string(),
    customerId: optionalText,
    externalCustomerId: optionalText,
    /** Old spelling, for one package. */
    package: optionalText,
    packages: z.array(z.string()).nullish(),
    /** provisioned, pending_user_migration */
    status: optionalText,
    errors: remarksSchema,
    created: optionalText,
  })
  .transform(({ package: single, packages, created, ...subscriber }) => ({
    ...subscriber,
    createdAt: created,
    email: subscriber.email.toLowerCase(),
    packages: packages ?? (single ? [single] : []),
  }));
export type Subscriber = z.infer<typeof subscriberSchema>;

export const subscriberPageSchema = z.object({ items: z.array(subscriberSchema) }).transform((page) => page.items);

/** Number, extension and location of a user; they are for packages with calling. */
export type Telephone = {
  /** E.164. */
  readonly phoneNumber?: string;
  readonly extension?: string;
  readonly locationId?: string;
};

export type NewSubscriber = Telephone & {
  readonly customerId: string;
  readonly email: string;
  readonly packages: readonly string[];
  readonly firstName: string;
  readonly lastName: string;
};

/** `telephone` only on the way from a package without calling to one with it. */
export type SubscriberChange = { readonly packages: readonly string[]; readonly telephone?: Telephone };

/** Body of POST /wholesale/subscribers, and of its precheck in the full variant. */
export function encodeNewSubscriber(subscriber: NewSubscriber) {
  const { customerId, email, packages, firstName, lastName } = subscriber;
  return {
    customerId,
    email,
    packages,
    provisioningParameters: { firstName, lastName, ...encodeTelephone(subscriber) },
  };
}

/** Body of PUT /wholesale/subscribers/{subscriberId}. */
export function encodeSubscriberChange({ packages, telephone }: SubscriberChange) {
  return { packages, ...(telephone && { provisioningParameters: encodeTelephone(telephone) }) };
}

function encodeTelephone({ phoneNumber, extension, locationId }: Telephone) {
  return {
    ...(phoneNumber && { primaryPhoneNumber: phoneNumber }),
    ...(extension && { extension }),
    ...(locationId && { locationId }),
  };
}
