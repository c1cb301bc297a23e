/** What commander says itself, in Dutch; in English it is as commander has it. */
import type { Language } from "../language.ts";

/** Headings and other words of the help that commander writes itself, in Dutch; in English they are its own. */
export const dutchHelpWords: Readonly<Record<string, string>> = {
  "Usage:": "Gebruik:",
  "Arguments:": "Argumenten:",
  "Options:": "Opties:",
  "Commands:": "Opdrachten:",
  "Examples:": "Voorbeelden:",
  "Input:": "Invoer:",
  "Selection:": "Selectie:",
  "Safety:": "Veiligheid:",
  "Output:": "Uitvoer:",
  "Record:": "Administratie:",
  "Speed:": "Snelheid:",
  "Connection:": "Verbinding:",
  "Time:": "Tijd:",
  "Notices:": "Berichten:",
  "Temporal:": "Temporal:",
  "Others:": "Overige:",
};

/** `(choices: "en", "nl", default: "en")` and `[options]`. */
export function sayHelpFacts(text: string, language: Language): string {
  if (language === "en") return text;
  return text
    .replace("(choices: ", "(keuzes: ")
    .replace(/([(,] ?)default: /, "$1standaard: ")
    .replace("[options]", "[opties]")
    .replace("[command]", "[opdracht]");
}

const dutchErrors: readonly (readonly [RegExp, string])[] = [
  [/^error: missing required argument '(.*)'/, "fout: het argument '$1' ontbreekt"],
  [/^error: option '(.*)' argument missing/, "fout: de optie '$1' mist een waarde"],
  [/^error: required option '(.*)' not specified/, "fout: de optie '$1' is verplicht"],
  [/^error: unknown option '(.*)'/, "fout: onbekende optie '$1'"],
  [/^error: unknown command '(.*)'/, "fout: onbekende opdracht '$1'"],
  [
    /^error: too many arguments for '(.*)'\. Expected (\d+) arguments? but got (\d+)\./,
    "fout: te veel argumenten voor '$1': $3 in plaats van $2.",
  ],
  [
    /^error: too many arguments\. Expected (\d+) arguments? but got (\d+)\./,
    "fout: te veel argumenten: $2 in plaats van $1.",
  ],
  [/^error: option '(.*)' argument '(.*)' is invalid\./, "fout: de optie '$1' kan niet '$2' zijn."],
  [
    /^error: command-argument value '(.*)' is invalid for argument '(.*)'\./,
    "fout: het argument '$2' kan niet '$1' zijn.",
  ],
  [/Allowed choices are (.*)\./, "Kies uit $1."],
  [/\(Did you mean one of (.*)\?\)/, "(Bedoelde u een van $1?)"],
  [/\(Did you mean (.*)\?\)/, "(Bedoelde u $1?)"],
];

/** An error of commander in the language asked for; its form is that of version 14. */
export function sayUsageError(error: string, language: Language): string {
  if (language === "en") return error;
  return dutchErrors.reduce((said, [pattern, dutch]) => said.replace(pattern, dutch), error);
}
