/** Sentences that a person reads, once each, in English and Dutch. */

import { acrossRowsTexts } from "../codes/across-rows-codes.ts";
import { characterTexts } from "../codes/character-codes.ts";
import { emailTexts } from "../codes/email-codes.ts";
import { mappingTexts } from "../codes/mapping-codes.ts";
import { moveTexts } from "../codes/move-codes.ts";
import { packageTexts } from "../codes/package-codes.ts";
import { extensionTexts, phoneTexts } from "../codes/phone-codes.ts";
import { profileTexts } from "../codes/profile-codes.ts";
import { referenceTexts } from "../codes/reference-codes.ts";
import { regionTexts } from "../codes/region-codes.ts";
import { cellTexts } from "../codes/text-codes.ts";
import { nameStateFolder } from "../state-folder.ts";
import { accessTexts } from "./access-texts.ts";
import { connectionTexts } from "./connection-texts.ts";
import { goLiveTexts } from "./go-live-texts.ts";
import { locationTexts } from "./location-texts.ts";
import { outcomeTexts } from "./outcome-texts.ts";
import { programCatalogue } from "./program-catalogue.ts";
import { readingTexts } from "./reading-texts.ts";
import { resultTexts } from "./result-texts.ts";
import { rowTexts } from "./row-texts.ts";
import { templateTexts } from "./template-texts.ts";
import { wayOutTexts } from "./way-out-texts.ts";
import { webexTexts } from "./webex-texts.ts";
import { type StoredText, words } from "./wording.ts";

export const catalogue = {
  verbatim: words(
    ({ said }: { said: string }) => said,
    ({ said }) => said,
  ),
  /** One sentence behind the other. */
  sentences: words(
    ({ said }: { said: readonly StoredText[] }, { say }) => said.map(say).join(" "),
    ({ said }, { say }) => said.map(say).join(" "),
  ),
  /** With the commands as they are typed for that folder. */
  in_state_folder: words(
    ({ said, stateFolder }: { said: StoredText; stateFolder: string }, { say }) =>
      nameStateFolder(say(said), stateFolder),
    ({ said, stateFolder }, { say }) => nameStateFolder(say(said), stateFolder),
  ),
  /** What a list of facts says in each language. */
  either: words(
    ({ en }: { en: string; nl: string }) => en,
    ({ nl }) => nl,
  ),
  ...accessTexts,
  ...acrossRowsTexts,
  ...referenceTexts,
  ...cellTexts,
  ...characterTexts,
  ...connectionTexts,
  ...emailTexts,
  ...extensionTexts,
  ...goLiveTexts,
  ...locationTexts,
  ...mappingTexts,
  ...moveTexts,
  ...outcomeTexts,
  ...packageTexts,
  ...phoneTexts,
  ...profileTexts,
  ...regionTexts,
  ...readingTexts,
  ...resultTexts,
  ...rowTexts,
  ...templateTexts,
  ...wayOutTexts,
  ...webexTexts,
  ...programCatalogue,
} as const;
