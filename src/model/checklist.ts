/** What a person has to do in Partner Hub, because no API does it: as data, for the screen, the plan and summary.json. */
import type { RowAddress } from "./sheet.ts";
import type { Text } from "./words/text.ts";

export type ChecklistStep = {
  /** The page of the wizard. */
  readonly page: Text;
  /** The field as Partner Hub names it. */
  readonly field: Text;
  /** What to fill in or choose. */
  readonly value: Text;
};

export type TemplateChecklist = {
  readonly template: string;
  /** Its row. */
  readonly at: RowAddress;
  /** In the order of the wizard. */
  readonly steps: readonly ChecklistStep[];
  /** What to type when it is done. */
  readonly next: string;
};
