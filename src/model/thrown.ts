/** Describes anything that was thrown. */

/** The code that Node.js, SQLite or zlib gave it (`ENOENT`, `SQLITE_BUSY`), or one of ours; undefined where it has none. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** The code that the operating system gave it (`ENOENT`); undefined for every other error. */
export function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && "errno" in error ? codeOf(error) : undefined;
}

/** What it says. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
