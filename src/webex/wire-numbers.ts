/** How /telephony/config spells phone numbers, and what it says of those it refuses. */
import { z } from "zod";
import type { RefusedPart } from "../model/outcome.ts";
import { factsOfErrorCode } from "./error-codes.ts";
import { optionalText, spelledCode } from "./wire.ts";

export const phoneNumberSchema = z
  .object({
    phoneNumber: optionalText,
    extension: optionalText,
    /** ACTIVE, INACTIVE */
    state: optionalText,
    mainNumber: z.boolean().nullish(),
    location: z.object({ id: z.string(), name: optionalText }).nullish(),
    owner: z.object({ id: optionalText, type: optionalText }).nullish(),
  })
  .transform(({ mainNumber, location, owner, ...number }) => ({
    ...number,
    isMainNumber: mainNumber === true,
    location: location ?? undefined,
    owner: owner ?? undefined,
  }));
/** A phone number, an extension, or both. */
export type PhoneNumber = z.infer<typeof phoneNumberSchema>;

export const phoneNumberPageSchema = z
  .object({ phoneNumbers: z.array(phoneNumberSchema) })
  .transform((page) => page.phoneNumbers);

const refusedNumberSchema = z.object({
  number: z.string(),
  errorCode: spelledCode,
  errorMessage: optionalText,
  errorTitle: optionalText,
  description: optionalText,
});
const refusedNumbersSchema = z.object({ errors: z.array(refusedNumberSchema) });

/** The numbers that an answer refuses one by one: an array of `errors`, or one such object. Empty when it does no such thing. */
export function readRefusedNumbers(body: unknown): readonly RefusedPart[] {
  const parts = z.array(refusedNumbersSchema).safeParse(Array.isArray(body) ? body : [body]);
  return parts.success ? parts.data.flatMap((part) => part.errors.map(toRefusedPart)) : [];
}

function toRefusedPart(refused: z.infer<typeof refusedNumberSchema>): RefusedPart {
  const { number, errorCode } = refused;
  const message = refused.errorMessage ?? refused.description ?? refused.errorTitle ?? "Webex refused the number.";
  const hint = errorCode && factsOfErrorCode(errorCode)?.hint;
  return { part: number, message, ...(errorCode && { errorCode }), ...(hint && { hint }) };
}

export const numberCheckSchema = z.object({
  /** OK, ERRORS */
  status: z.string(),
  numbers: z.array(
    z.object({
      number: z.string(),
      /** Available, Duplicate, Duplicate In List, Invalid, Unavailable */
      state: z.string(),
      detail: z.array(z.string()).nullish(),
    }),
  ),
});
export type NumberCheck = z.infer<typeof numberCheckSchema>;

export const extensionCheckSchema = z.object({
  /** OK, ERRORS */
  status: z.string(),
  extensionStatus: z
    .array(
      z.object({
        extension: optionalText,
        /** VALID, DUPLICATE, DUPLICATE_IN_LIST, INVALID */
        state: z.string(),
        errorCode: spelledCode,
        message: optionalText,
      }),
    )
    .nullish()
    .transform((checks) => checks ?? []),
});
export type ExtensionCheck = z.infer<typeof extensionCheckSchema>;

/** A success may refuse numbers too: a list of those, empty as a rule. */
export const addedNumbersSchema = z.unknown().transform(readRefusedNumbers);
