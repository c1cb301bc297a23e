/** A number or an extension that is to be the lowest free one. Pure. */

/** Both ends included; without them any of the location's. */
export type NextWish = { readonly from?: string; readonly to?: string };

/** Numbers and extensions alike are compared as digits of one length. */
export function isWithin(value: string, { from, to }: NextWish): boolean {
  if (from === undefined || to === undefined) return true;
  return value.length === from.length && from <= value && value <= to;
}

/** `4500-4599`; empty: no range. */
export function formatRange({ from, to }: NextWish): string {
  return from === undefined || to === undefined ? "" : `${from}-${to}`;
}
