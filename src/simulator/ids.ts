/** How Webex spells ids: base64url of `ciscospark://us/<KIND>/<uuid>`. The store knows UUIDs only. */
import { createHash } from "node:crypto";

export type IdKind =
  | "ENTERPRISE"
  | "ORGANIZATION"
  | "LOCATION"
  | "SUBSCRIBER"
  | "PEOPLE"
  | "PLACE"
  | "PSTN_CONNECTION"
  | "TRUNK"
  | "ROUTE_GROUP"
  | "LICENSE"
  | "ROLE"
  | "JOB_ID";

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function encodeId(kind: IdKind, uuid: string): string {
  return Buffer.from(`ciscospark://us/${kind}/${uuid}`).toString("base64url");
}

/** The UUID in an id of this kind; undefined when it is none. Padding and plain base64 are understood. */
export function decodeId(kind: IdKind, id: string): string | undefined {
  const text = Buffer.from(id, "base64url").toString("utf8");
  const prefix = `ciscospark://us/${kind}/`;
  if (!text.startsWith(prefix)) return undefined;
  return asUuid(text.slice(prefix.length));
}

/** Lower case, or undefined when the text is no UUID. */
export function asUuid(text: string): string | undefined {
  return uuidPattern.test(text) ? text.toLowerCase() : undefined;
}

/** Of a package of the organization: everybody who has the package has this licence. */
export function licenseId(orgUuid: string, packageCode: string): string {
  return encodeId("LICENSE", uuidOfText(`${orgUuid} ${packageCode}`));
}

/** Always the same UUID for the same text: ids of things that are not stored, such as PSTN options. */
export function uuidOfText(text: string): string {
  const hex = createHash("sha1").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
