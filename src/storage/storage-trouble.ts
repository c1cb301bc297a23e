/** Tells disk errors from bugs, by the codes of SQLite and the operating system. Only names them; callers decide what to do. */
import { codeOf, messageOf } from "../model/thrown.ts";

export type StorageTrouble = {
  /** full: no space left. unwritable: no permission, or read-only. held: another program has the file. damaged: not what was written. failing: the disk itself. */
  readonly kind: "full" | "unwritable" | "held" | "damaged" | "failing";
  /** As the system says it. */
  readonly message: string;
};

const kinds: readonly (readonly [RegExp, StorageTrouble["kind"]])[] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)$/, "full"],
  [/^(SQLITE_READONLY.*|SQLITE_CANTOPEN.*|SQLITE_PERM|EROFS|EACCES|EPERM)$/, "unwritable"],
  [/^(SQLITE_BUSY.*|SQLITE_LOCKED.*|EBUSY)$/, "held"],
  [/^(SQLITE_CORRUPT.*|SQLITE_NOTADB)$/, "damaged"],
  [/^(SQLITE_IOERR.*|EIO)$/, "failing"],
];

/** `undefined`: the error has nothing to do with the disk. */
export function storageTroubleOf(error: unknown): StorageTrouble | undefined {
  const code = codeOf(error) ?? "";
  const kind = kinds.find(([codes]) => codes.test(code))?.[1];
  return kind && { kind, message: messageOf(error) };
}
