/** The part of the catalogue that the page and report.html seldom need: they carry the rest of it, and such a sentence as it is said (`sayAhead`). */

import { closingTexts } from "../codes/location-codes.ts";
import { changeTexts } from "./change-texts.ts";
import { checklistTexts } from "./checklist-texts.ts";
import { cliTexts } from "./cli-texts.ts";
import { columnTexts } from "./column-texts.ts";
import { driftTexts } from "./drift-texts.ts";
import { fileTexts } from "./file-texts.ts";
import { handoverTexts } from "./handover-texts.ts";
import { historyTexts } from "./history-texts.ts";
import { inputTexts } from "./input-texts.ts";
import { limitTexts } from "./limit-texts.ts";
import { loginTexts } from "./login-texts.ts";
import { mappingFileTexts } from "./mapping-file-texts.ts";
import { pageTexts } from "./page-texts.ts";
import { planningTexts } from "./planning-texts.ts";
import { removalTexts } from "./removal-texts.ts";
import { runTexts } from "./run-texts.ts";
import { scheduleTexts } from "./schedule-texts.ts";
import { screenTexts } from "./screen-texts.ts";
import { settingsTexts } from "./settings-texts.ts";
import { sheetTexts } from "./sheet-texts.ts";
import { simulatorTexts } from "./simulator-texts.ts";
import { storageTexts } from "./storage-texts.ts";
import { undoTexts } from "./undo-texts.ts";
import { workbookTexts } from "./workbook-texts.ts";

export const programCatalogue = {
  ...changeTexts,
  ...checklistTexts,
  ...cliTexts,
  ...closingTexts,
  ...columnTexts,
  ...driftTexts,
  ...fileTexts,
  ...handoverTexts,
  ...historyTexts,
  ...inputTexts,
  ...limitTexts,
  ...loginTexts,
  ...mappingFileTexts,
  ...pageTexts,
  ...planningTexts,
  ...removalTexts,
  ...runTexts,
  ...scheduleTexts,
  ...screenTexts,
  ...settingsTexts,
  ...sheetTexts,
  ...simulatorTexts,
  ...storageTexts,
  ...undoTexts,
  ...workbookTexts,
} as const;

export function isOfProgram(key: string): boolean {
  return Object.hasOwn(programCatalogue, key);
}
