/** The language of a command line before it is read: its help and what is wrong with it are said in it too. */
import { existsSync } from "node:fs";
import type { Environment } from "../config.ts";
import { settingsFileName } from "../model/settings-file.ts";
import { type Language, languageOfLocale, languages } from "../model/words/language.ts";

/** That of the flag, else of a setting, else of the locale; English where one is asked for that we do not speak. */
export async function findLanguage(args: readonly string[], environment: Environment): Promise<Language> {
  const wanted = flagOf(args) ?? environment.WHOLESALE_IMPORT_LANGUAGE ?? (await settingOf(environment));
  if (wanted) return languages.find((language) => language === wanted) ?? "en";
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  return languageOfLocale(LC_ALL || LC_MESSAGES || LANG);
}

function flagOf(args: readonly string[]): string | undefined {
  const name = "--language";
  const at = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  return args[at] === name ? args[at + 1] : args[at]?.slice(name.length + 1);
}

/** What is wrong with the file is told when the command begins. */
async function settingOf(environment: Environment): Promise<string | undefined> {
  if (!existsSync(settingsFileName)) return undefined;
  const { readSettings } = await import("../config.ts");
  const { allSettings } = await import("./flags/all-settings.ts");
  try {
    return readSettings(environment, ".", allSettings).language.value;
  } catch {
    return undefined;
  }
}
