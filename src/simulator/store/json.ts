/** JSON in columns. What the simulator wrote itself is read back as it was; nothing of a client comes this way. */

export function toJson(value: unknown): string {
  return JSON.stringify(value);
}

/** Reads a column that `toJson` wrote with this type. */
export function fromJson<T>(text: string): T {
  return JSON.parse(text) as T; // only toJson writes these columns
}
