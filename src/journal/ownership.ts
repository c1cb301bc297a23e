/** Whose a file or folder is: what another user of the machine owns or may write can be made to say anything. */

import { lstatSync, type Stats, statSync } from "node:fs";
import { UserError } from "../model/user-error.ts";
import { type Text, text } from "../model/words/text.ts";

/** Who this process is; undefined where the system has no such ids (Windows: there the folder of the user protects it). */
export type Identity = { readonly uid: number; readonly groups: readonly number[] };

export function ownIdentity(): Identity | undefined {
  const uid = process.getuid?.();
  return uid === undefined ? undefined : { uid, groups: process.getgroups?.() ?? [] };
}

/**
 * Why somebody else may have made what stands there, reading on after its name; undefined when nobody may.
 * A group counts as other users unless it is the user's private one (the same number), as many systems have it;
 * the system's administrator (0) may do anything anyway.
 */
export function foreignReason(
  { uid, gid, mode }: Pick<Stats, "uid" | "gid" | "mode">,
  self: Identity,
): Text | undefined {
  if (uid !== self.uid && uid !== 0) return text("belongs_to_other", { owner: String(uid) });
  if ((mode & 0o002) !== 0) return text("writable_by_all");
  const isPrivateGroup = gid === self.uid || (self.uid === 0 && gid === 0);
  if ((mode & 0o020) !== 0 && !isPrivateGroup) return text("writable_by_group", { group: String(gid) });
  return undefined;
}

/** Throws a UserError when another user owns the state folder or may write into it. A folder that is not there is nobody's. */
export function refuseForeignState(stateFolder: string): void {
  const reason = foreignAt(stateFolder);
  if (reason === undefined) return;
  throw new UserError(
    "state_of_another_user",
    text("foreign_state", { folder: stateFolder, why: reason }),
    text("own_state_or_close"),
  );
}

/** The same of the file or folder at `path`, and of the link where it is one. */
export function foreignAt(path: string): Text | undefined {
  const self = ownIdentity();
  if (!self) return undefined;
  const link = lstatSync(path, { throwIfNoEntry: false });
  if (!link) return undefined;
  if (link.isSymbolicLink() && link.uid !== self.uid && link.uid !== 0)
    return foreignReason({ ...link, mode: 0 }, self);
  const facts = statSync(path, { throwIfNoEntry: false });
  return facts && foreignReason(facts, self);
}
