/** What the simulator's own paths take. */
import { z } from "zod";
import { UserError } from "../../model/user-error.ts";
import { parseFault } from "../faults.ts";
import { email, nonEmpty } from "./fields.ts";

export const registerTemplate = z.strictObject({ name: nonEmpty, provisioningId: nonEmpty.optional() });

const milliseconds = z.number().min(0);

const fault = z.string().transform((text, context) => {
  try {
    return parseFault(text);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    context.addIssue({ code: "custom", message: `${error.message} ${error.hint ?? ""}` });
    return z.NEVER;
  }
});

export const turnKnobs = z.strictObject({
  latencyMs: milliseconds.optional(),
  latencyJitterMs: milliseconds.optional(),
  provisioningTimeMs: milliseconds.optional(),
  rateLimitPerSecond: z.number().positive().nullable().optional(),
  faults: z.array(fault).optional(),
});

/** What a person elsewhere would do. */
export const scenario = z.discriminatedUnion("kind", [
  /** The review or the background work of a customer ends. */
  z.strictObject({
    kind: z.literal("finish_customer"),
    externalId: nonEmpty,
    status: z.enum(["provisioned", "provisioned_with_errors", "error"]).default("provisioned"),
  }),
  /** A user agrees to the move into the customer's organisation. */
  z.strictObject({ kind: z.literal("accept_consent"), email }),
  /** An organisation that Webex has, and that is no wholesale customer yet. */
  z.strictObject({ kind: z.literal("add_organization"), name: nonEmpty, adminEmail: email.optional() }),
  z.strictObject({ kind: z.literal("add_sub_partner"), name: nonEmpty }),
  /** A person authorises an integration: the first tokens. */
  z.strictObject({ kind: z.literal("issue_tokens"), clientId: nonEmpty }),
]);

export type Scenario = z.infer<typeof scenario>;
