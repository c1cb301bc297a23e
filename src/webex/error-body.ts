/** Reads what Webex says about an error, in any of the shapes in which it says so. Decides nothing about it. */
import { z } from "zod";
import { optionalText, spelledCode } from "./wire.ts";

export type ErrorBody = {
  /** The most specific texts, joined; absent when there are none. */
  readonly message?: string;
  readonly errorCode?: string;
  readonly trackingId?: string;
};

const detailSchema = z.object({
  description: optionalText,
  message: optionalText,
  errorMessage: optionalText,
  errorCode: spelledCode,
  code: spelledCode,
});

/** One shape with all the keys that were seen: wholesale and admin, calling (`error`), SCIM (`detail`), OAuth (`error_description`), numbers (an array). */
const bodySchema = z.object({
  message: optionalText,
  detail: optionalText,
  error_description: optionalText,
  errors: z.array(detailSchema).catch([]),
  error: z.object({ message: z.array(detailSchema).catch([]) }).catch({ message: [] }),
  errorCode: spelledCode,
  code: spelledCode,
  trackingId: optionalText,
});

/** What the parsed body of an error answer says. Anything but an object or an array of objects says nothing. */
export function readErrorBody(body: unknown): ErrorBody {
  const parts = z.array(bodySchema).safeParse(Array.isArray(body) ? body : [body]);
  if (!parts.success) return {};
  const details = parts.data.flatMap((part) => [...part.errors, ...part.error.message]);
  const texts = details.map((detail) => detail.description ?? detail.errorMessage ?? detail.message);
  const general = parts.data.map((part) => part.message ?? part.detail ?? part.error_description);
  const message = joinTexts(texts) ?? joinTexts(general);
  const codes = [...details, ...parts.data].map((part) => part.errorCode ?? part.code);
  const errorCode = codes.find((code) => code !== undefined) ?? codeInText(message);
  const trackingId = parts.data.find((part) => part.trackingId)?.trackingId;
  return { ...(message && { message }), ...(errorCode && { errorCode }), ...(trackingId && { trackingId }) };
}

function joinTexts(texts: readonly (string | undefined)[]): string | undefined {
  const said = new Set(texts.map((text) => text?.trim()).filter((text) => text));
  return said.size > 0 ? [...said].join("; ") : undefined;
}

/** Calling spells its code at the front of the text: `[Error 4910] Invalid extension.` */
function codeInText(message: string | undefined): string | undefined {
  return /\[Error (\d+)\]/.exec(message ?? "")?.[1];
}
