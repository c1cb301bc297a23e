/** What is sent in place of a number or extension that was chosen and that Webex has given to somebody else meanwhile. Pure; the journal holds how often that was. */
import type { Failure } from "./outcome.ts";
import type { Operation } from "./plan.ts";

/** How often the number, and the extension, of an operation were refused for being taken. */
export type Refusals = { readonly phoneNumbers?: number; readonly extensions?: number };

export type ChosenPart = keyof Refusals;

/** Codes of Webex for a number, and for an extension, that somebody has. */
const takenCodes: Readonly<Record<ChosenPart, ReadonlySet<string>>> = {
  phoneNumbers: new Set(["8361"]),
  extensions: new Set(["4202", "9495", "59475"]),
};

/** The operation as it is to be sent after these refusals. */
export function withSpare(operation: Operation, refusals: Refusals | undefined): Operation {
  const { spare, assigned } = operation;
  if (!refusals || !spare || !("payload" in operation)) return operation;
  const phoneNumber = spareOf(spare.phoneNumbers, refusals.phoneNumbers);
  const extension = spareOf(spare.extensions, refusals.extensions);
  const chosen = { ...(phoneNumber ? { phoneNumber } : {}), ...(extension ? { extension } : {}) };
  return {
    ...operation,
    payload: { ...operation.payload, ...chosen },
    assigned: { ...assigned, ...chosen },
  } as Operation; // of the same resource
}

function spareOf(spares: readonly string[] | undefined, refusals: number | undefined): string | undefined {
  return refusals === undefined || refusals === 0 ? undefined : spares?.[refusals - 1];
}

/** What was refused for being taken, where there is another one in its place. */
export function takenPart(
  { spare }: Operation,
  { kind, errorCode }: Failure,
  refusals: Refusals = {},
): ChosenPart | undefined {
  if (kind !== "rejected" || errorCode === undefined) return undefined;
  const parts = ["phoneNumbers", "extensions"] as const;
  return parts.find((part) => takenCodes[part].has(errorCode) && (spare?.[part]?.length ?? 0) > (refusals[part] ?? 0));
}
