/** The two spellings of Webex ids: base64 of `ciscospark://us/PEOPLE/<uuid>` in the API, the bare UUID in SCIM. Looks nothing up. */

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The UUID of an id in either spelling: bare, or base64 or base64url with and without padding. Lower case.
 * `undefined` for an id that holds no UUID (those are opaque to us).
 */
export function uuidOf(id: string): string | undefined {
  if (uuidPattern.test(id)) return id.toLowerCase();
  const last = Buffer.from(id, "base64").toString("utf8").split("/").at(-1);
  return last && uuidPattern.test(last) ? last.toLowerCase() : undefined;
}

/** Do two ids name the same thing, in whatever spelling? */
export function isSameId(a: string, b: string): boolean {
  if (a === b) return true;
  const uuid = uuidOf(a);
  return uuid !== undefined && uuid === uuidOf(b);
}

/** Does an element of a list belong where it was asked for? One that does not say is taken to. */
export function isSameOrUnknown(told: string | undefined, wanted: string | undefined): boolean {
  return told === undefined || wanted === undefined || isSameId(told, wanted);
}
