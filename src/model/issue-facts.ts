/** What the catalogue says of one error code. */

export type IssueFacts = {
  readonly title: string;
  readonly meaning: string;
  readonly example: string;
  /** What to do about it. */
  readonly wayOut: string;
};
