/** The part of the catalogue that a report.html hardly ever needs: it carries the rest of it, and such a sentence as it is said (`sayAhead`). */
import { checklistTexts } from "./checklist-texts.ts";
import { cliTexts } from "./cli-texts.ts";
import { inputTexts } from "./input-texts.ts";
import { limitTexts } from "./limit-texts.ts";
import { pageTexts } from "./page-texts.ts";
import { runTexts } from "./run-texts.ts";
import { scheduleTexts } from "./schedule-texts.ts";
import { screenTexts } from "./screen-texts.ts";
import { sheetTexts } from "./sheet-texts.ts";
import { simulatorTexts } from "./simulator-texts.ts";
import { storageTexts } from "./storage-texts.ts";

export const programCatalogue = {
  ...checklistTexts,
  ...cliTexts,
  ...inputTexts,
  ...limitTexts,
  ...pageTexts,
  ...runTexts,
  ...scheduleTexts,
  ...screenTexts,
  ...sheetTexts,
  ...simulatorTexts,
  ...storageTexts,
} as const;
