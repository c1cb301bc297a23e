/** Names of files that are safe on every system and never the same, by the ids of customers. Pure. */
import { createHash } from "node:crypto";

/** Names that Windows keeps for devices, with any ending. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const longest = 80;

/** Without an ending, in the order of the ids: an id that can stand as it is does; others bear a part of their hash. Ids that differ in case alone are told apart, for many systems do not. */
export function fileNamesOf(ids: readonly string[]): readonly string[] {
  const spelled = new Map<string, number>();
  for (const id of ids) spelled.set(id.toLowerCase(), (spelled.get(id.toLowerCase()) ?? 0) + 1);
  return ids.map((id) => {
    const plain = id
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(/[^A-Za-z0-9._-]+/g, "-")
      .replace(/^[.-]+|[.-]+$/g, "")
      .slice(0, longest);
    const isAlone = spelled.get(id.toLowerCase()) === 1;
    if (id !== "" && plain === id && isAlone && !devices.test(id)) return id;
    const print = createHash("sha256").update(id).digest("hex").slice(0, 8);
    return ["customer", plain, print].filter(Boolean).join("-");
  });
}
