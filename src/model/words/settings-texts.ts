/** What is said of settings and where each comes from, and of the channels of notices, which are set by them. */
import type { StoredText } from "./wording.ts";
import { words } from "./wording.ts";

type Path = { readonly path: string };

export const settingsTexts = {
  from_default: words("default", "standaard"),
  from_variable: words(
    ({ variable }: { variable: string }) => `environment ${variable}`,
    ({ variable }) => `omgeving ${variable}`,
  ),
  from_file: words(
    ({ file }: { file: string }) => file,
    ({ file }) => file,
  ),
  from_flag: words(
    ({ flag }: { flag: string }) => `flag ${flag}`,
    ({ flag }) => `optie ${flag}`,
  ),
  not_set: words("not set", "niet ingesteld"),
  column_flag: words("flag", "optie"),
  column_variable: words("variable", "variabele"),
  column_value: words("value", "waarde"),
  column_from: words("from", "herkomst"),
  all_settings: words(
    "All settings and their sources: wholesale-import config.",
    "Alle instellingen en hun herkomst: wholesale-import config.",
  ),
  bad_setting_value: words(
    ({ name, from, value, reason }: { name: string; from: StoredText; value: string; reason: string }, { say }) =>
      `The setting ${name} (${say(from)}) cannot be "${value}": ${reason}`,
    ({ name, from, value, reason }, { say }) =>
      `De instelling ${name} (${say(from)}) kan niet "${value}" zijn: ${reason}`,
  ),
  settings_not_an_object: words(
    ({ path }: Path) => `${path} must be a JSON object with a text or a number for each setting.`,
    ({ path }) => `${path} moet een JSON-object zijn met een tekst of een getal voor elke instelling.`,
  ),
  unknown_setting: words(
    ({ path, name }: Path & { name: string }) => `Unknown setting "${name}" in ${path}.`,
    ({ path, name }) => `Onbekende instelling "${name}" in ${path}.`,
  ),
  secret_in_settings: words(
    ({ path, name }: Path & { name: string }) => `${path} contains the secret "${name}".`,
    ({ path, name }) => `${path} bevat het geheim "${name}".`,
  ),
  move_secret: words(
    ({ variable }: { variable: string }) =>
      `Remove it, and set it in the environment (${variable}) or log in: wholesale-import auth login.`,
    ({ variable }) =>
      `Verwijder het, en zet het in de omgeving (${variable}) of meld u aan: wholesale-import auth login.`,
  ),
  settings_of_others: words(
    ({ path, why }: Path & { why: StoredText }, { say }) =>
      `The settings in ${path} are not used: the file ${say(why)}.`,
    ({ path, why }, { say }) => `De instellingen in ${path} worden niet gebruikt: het bestand ${say(why)}.`,
  ),
  settings_no_file: words(
    ({ path }: Path) => `The settings in ${path} cannot be read: it is not a file.`,
    ({ path }) => `De instellingen in ${path} kunnen niet worden gelezen: het is geen bestand.`,
  ),
  own_folder_or_close: words(
    "Work in a folder of your own; or, if it is yours, take away the write access of others: chmod go-w.",
    "Werk in een eigen map; of, als het bestand van u is, neem anderen het schrijfrecht af: chmod go-w.",
  ),
  settings_unreadable: words(
    ({ path, reason }: Path & { reason: string }) => `The settings in ${path} cannot be read: ${reason}.`,
    ({ path, reason }) => `De instellingen in ${path} kunnen niet worden gelezen: ${reason}.`,
  ),

  // channels of notices
  channel_incomplete: words(
    ({ flag, missing }: { flag: string; missing: readonly string[] }, { list }) =>
      `${flag} also requires ${list(missing)}.`,
    ({ flag, missing }, { list }) => `${flag} heeft ook ${list(missing)} nodig.`,
  ),
  give_all_or_none: words("Give all of them, or none.", "Geef ze allemaal op, of geen."),
  channel_without_secret: words(
    ({ flag, variable }: { flag: string; variable: string }) => `${flag} needs a secret, and ${variable} is not set.`,
    ({ flag, variable }) => `${flag} heeft een geheim nodig, en ${variable} is niet ingesteld.`,
  ),
  set_in_environment: words("Set it in the environment.", "Stel het in de omgeving in."),
  channel_url_not_https: words(
    ({ flag }: { flag: string }) => `${flag} must be a URL that begins with https:// (http:// only on this machine).`,
    ({ flag }) => `${flag} moet een URL zijn die met https:// begint (http:// alleen op deze computer).`,
  ),
  notices_hold_names: words(
    "Notices contain names and email addresses, which must not travel in plain text.",
    "Berichten bevatten namen en e-mailadressen; die mogen niet onversleuteld worden verstuurd.",
  ),
  channel_url_with_password: words(
    ({ flag }: { flag: string }) => `${flag} must not contain a user name or a password.`,
    ({ flag }) => `${flag} mag geen gebruikersnaam of wachtwoord bevatten.`,
  ),
  secret_in_path: words(
    "Use a URL with a secret in its path, as webhook services provide it.",
    "Gebruik een URL met een geheim in het pad, zoals webhookdiensten die geven.",
  ),
};
