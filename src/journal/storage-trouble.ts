/** Tells trouble with the disk from bugs, by the codes of SQLite and of the operating system. Says what it is; what to do about it is the caller's. */

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
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  const kind = kinds.find(([codes]) => codes.test(String(error.code)))?.[1];
  return kind && { kind, message: error.message };
}
