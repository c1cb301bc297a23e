/** What the catalogue says of one error code. */

export type IssueFacts = {
  readonly title: string;
  /** An error refuses the row (or the file); a warning does not. `either`: the meaning says when. */
  readonly severity: "error" | "warning" | "either";
  readonly meaning: string;
  readonly example: string;
  /** What to do about it. */
  readonly wayOut: string;
};
