/** Reads what Webex says about an error, in any of the shapes in which it says so. Decides nothing about it. */
import { z } from "zod";
import type { WebexCode } from "../../model/problem-code.ts";
import { longestMessage, toTargetText } from "./target-text.ts";
import { spelledCode, targetText, toldCode } from "./wire.ts";

export type ErrorBody = {
  /** The most specific texts, joined; absent when there are none. */
  readonly message?: string;
  readonly errorCode?: WebexCode;
  readonly trackingId?: string;
};

const detailSchema = z.object({
  description: targetText,
  message: targetText,
  errorMessage: targetText,
  errorCode: spelledCode,
  code: spelledCode,
});

/** One shape with all the keys that were seen: wholesale and admin, calling (`error`; of jobs an array), SCIM (`detail`), OAuth (`error_description`), numbers (an array). */
const bodySchema = z.object({
  message: targetText,
  detail: targetText,
  error_description: targetText,
  failureReason: targetText,
  errors: z.array(detailSchema).catch([]),
  error: z
    .union([
      z.array(detailSchema).transform((message) => ({ message })),
      z.object({ message: z.array(detailSchema).catch([]) }),
    ])
    .catch({ message: [] }),
  errorCode: spelledCode,
  code: spelledCode,
  trackingId: toldCode,
});

/** What the parsed body of an error answer says. Anything but an object or an array of objects says nothing. */
export function readErrorBody(body: unknown): ErrorBody {
  const parts = z.array(bodySchema).safeParse(Array.isArray(body) ? body : [body]);
  if (!parts.success) return {};
  const details = parts.data.flatMap((part) => [...part.errors, ...part.error.message]);
  const texts = details.map((detail) => detail.description ?? detail.errorMessage ?? detail.message);
  const general = parts.data.map((part) => part.message ?? part.detail ?? part.error_description ?? part.failureReason);
  const message = joinTexts(texts) ?? joinTexts(general);
  const codes = [...details, ...parts.data].map((part) => part.errorCode ?? part.code);
  const errorCode = codes.find((code) => code !== undefined) ?? codeInText(message);
  const trackingId = parts.data.find((part) => part.trackingId)?.trackingId;
  return { ...(message && { message }), ...(errorCode && { errorCode }), ...(trackingId && { trackingId }) };
}

/** At most this many details of one answer are reported. */
const mostDetails = 5;

function joinTexts(texts: readonly (string | undefined)[]): string | undefined {
  const said = [...new Set(texts.filter((text) => text))];
  if (said.length === 0) return undefined;
  const more = said.length > mostDetails ? `; +${said.length - mostDetails}` : "";
  const told = said.slice(0, mostDetails).join("; ");
  return `${toTargetText(told, longestMessage - more.length)}${more}`;
}

/** Calling spells its code at the front of the text: `[Error 4910] Invalid extension.` */
function codeInText(message: string | undefined): WebexCode | undefined {
  return /\[Error (\d+)\]/.exec(message ?? "")?.[1] as WebexCode | undefined; // digits
}
