/** Problems of a mapping and the files that it is for. Data for `explain` and the documentation. */
import type { IssueFacts } from "../issue-facts.ts";

export const mappingCodes = {
  mapped_header_missing: {
    severity: "error",
    en: {
      title: "Header of the mapping not in the file",
      meaning:
        "The mapping names a column that the file does not have, so its values would be missing. The export may have changed.",
      example: "Toestel in mapping.json, and Toestelnr in the file",
      resolution: "Write the header in the mapping as the file has it, or take it out of the mapping.",
    },
    nl: {
      title: "Kop uit de mapping niet in het bestand",
      meaning:
        "De mapping noemt een kolom die het bestand niet heeft, dus de waarden zouden ontbreken. Misschien is de export veranderd.",
      example: "Toestel in mapping.json, en Toestelnr in het bestand",
      resolution: "Schrijf de kop in de mapping zoals het bestand hem heeft, of haal hem uit de mapping.",
    },
  },
  mapped_header_repeated: {
    severity: "error",
    en: {
      title: "Header of the mapping twice in the file",
      meaning:
        "The file has several columns with the header that the mapping names, so it is not certain which is meant.",
      example: "two columns Name in a file whose Name is split",
      resolution: "Give one of the columns another name in the file.",
    },
    nl: {
      title: "Kop uit de mapping twee keer in het bestand",
      meaning:
        "Het bestand heeft meerdere kolommen met de kop die de mapping noemt, dus het is niet zeker welke is bedoeld.",
      example: "twee kolommen Naam in een bestand waarvan Naam wordt gesplitst",
      resolution: "Geef een van de kolommen in het bestand een andere naam.",
    },
  },
  mapping_unused: {
    severity: "warning",
    en: {
      title: "Mapping used for no file",
      meaning: "None of the files of the batch is one that the mapping is for, so they were read as they are.",
      example: 'files: "export*.csv" in the mapping of a folder with users.csv',
      resolution: "Check the names under files in the mapping, and which sheets it is for.",
    },
    nl: {
      title: "Mapping voor geen enkel bestand gebruikt",
      meaning: "Geen bestand van de batch is er een waarvoor de mapping is, dus ze zijn gelezen zoals ze zijn.",
      example: 'files: "export*.csv" in de mapping van een map met users.csv',
      resolution: "Controleer de namen bij files in de mapping, en voor welke bladen de mapping is.",
    },
  },
} as const satisfies Readonly<Record<string, IssueFacts>>;
