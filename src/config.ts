/** Settings that no flag gives: from the environment, else from the settings file, each with its origin. With `runtime.ts` the only reader of the environment. */
import { readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { foreignAt } from "./journal/ownership.ts";
import { parseJson } from "./model/json.ts";
import { settingsFileName } from "./model/settings-file.ts";
import { codeOf, messageOf } from "./model/thrown.ts";
import { UserError } from "./model/user-error.ts";
import { languageOfLocale } from "./model/words/language.ts";
import { type Text, text } from "./model/words/text.ts";
import { nearest } from "./sheets/cells/nearest.ts";

export type SettingFacts = {
  /** Environment variables, the first that is set counts. */
  readonly variables: readonly [string, ...string[]];
  /** Never shown, and not taken from the settings file. */
  readonly isSecret?: true;
  /** An address, of which no password is shown; of a `secret` one no path either, since who knows it can use it. */
  readonly address?: "shown" | "secret";
  /** The flag reads it as milliseconds. */
  readonly isDuration?: true;
};

/** By the name that the settings file uses; those with a flag bear the flag's name. Channels of notices have theirs beside them. */
export const settingFacts = {
  target: { variables: ["WHOLESALE_IMPORT_TARGET"] },
  baseUrl: { variables: ["WHOLESALE_IMPORT_BASE_URL"], address: "shown" },
  scimBaseUrl: { variables: ["WHOLESALE_IMPORT_SCIM_BASE_URL"], address: "shown" },
  onBehalfOf: { variables: ["WHOLESALE_IMPORT_ON_BEHALF_OF"] },
  state: { variables: ["WHOLESALE_IMPORT_STATE"] },
  concurrency: { variables: ["WHOLESALE_IMPORT_CONCURRENCY"] },
  perCustomer: { variables: ["WHOLESALE_IMPORT_PER_CUSTOMER"] },
  refresh: { variables: ["WHOLESALE_IMPORT_REFRESH"] },
  refreshAfter: { variables: ["WHOLESALE_IMPORT_REFRESH_AFTER"], isDuration: true },
  rate: { variables: ["WHOLESALE_IMPORT_RATE"] },
  provisioningTimeout: { variables: ["WHOLESALE_IMPORT_PROVISIONING_TIMEOUT"], isDuration: true },
  maxWait: { variables: ["WHOLESALE_IMPORT_MAX_WAIT"], isDuration: true },
  csvDelimiter: { variables: ["WHOLESALE_IMPORT_CSV_DELIMITER"] },
  language: { variables: ["WHOLESALE_IMPORT_LANGUAGE"] },
  logLevel: { variables: ["WHOLESALE_IMPORT_LOG_LEVEL"] },
  redirectUri: { variables: ["WHOLESALE_IMPORT_REDIRECT_URI"], address: "shown" },
  credentials: { variables: ["WHOLESALE_IMPORT_CREDENTIALS"] },
  clientId: { variables: ["WEBEX_CLIENT_ID"] },
  clientSecret: { variables: ["WEBEX_CLIENT_SECRET"], isSecret: true },
  refreshToken: { variables: ["WEBEX_REFRESH_TOKEN"], isSecret: true },
  accessToken: { variables: ["WEBEX_ACCESS_TOKEN"], isSecret: true },
  operator: { variables: ["WHOLESALE_IMPORT_OPERATOR"] },
  ticket: { variables: ["WHOLESALE_IMPORT_TICKET"] },
  inbox: { variables: ["WHOLESALE_IMPORT_INBOX"] },
  cron: { variables: ["WHOLESALE_IMPORT_CRON"] },
  timezone: { variables: ["WHOLESALE_IMPORT_TIMEZONE"] },
  metricsListen: { variables: ["WHOLESALE_IMPORT_METRICS_LISTEN"] },
  engine: { variables: ["WHOLESALE_IMPORT_ENGINE"] },
  workerTimeout: { variables: ["WHOLESALE_IMPORT_WORKER_TIMEOUT"], isDuration: true },
  temporalAddress: { variables: ["WHOLESALE_IMPORT_TEMPORAL_ADDRESS", "TEMPORAL_ADDRESS"] },
  temporalNamespace: { variables: ["WHOLESALE_IMPORT_TEMPORAL_NAMESPACE", "TEMPORAL_NAMESPACE"] },
  temporalApiKey: { variables: ["TEMPORAL_API_KEY"], isSecret: true },
  temporalTls: { variables: ["TEMPORAL_TLS"] },
  temporalTlsCert: { variables: ["TEMPORAL_TLS_CLIENT_CERT_PATH"] },
  temporalTlsKey: { variables: ["TEMPORAL_TLS_CLIENT_KEY_PATH"] },
  temporalTlsCa: { variables: ["TEMPORAL_TLS_SERVER_CA_CERT_PATH"] },
  temporalTlsServerName: { variables: ["TEMPORAL_TLS_SERVER_NAME"] },
  httpProxy: { variables: ["HTTP_PROXY", "http_proxy"], address: "shown" },
  httpsProxy: { variables: ["HTTPS_PROXY", "https_proxy"], address: "shown" },
  noProxy: { variables: ["NO_PROXY", "no_proxy"] },
} as const satisfies Record<string, SettingFacts>;

export type SettingName = keyof typeof settingFacts;

/** `from`: where the value stands, for people. */
export type Setting = { readonly value: string; readonly from: Text };

/** Those that are set; `credentials`, the file of saved credentials, and `language` always are. */
export type Settings = { readonly [K in SettingName]?: Setting } & {
  readonly credentials: Setting;
  readonly language: Setting;
};

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Environment before settings file. `facts`: the settings that there are; those beside `settingFacts` are read by whoever knows
 * them. Throws UserError for a settings file that cannot be understood, or that holds a secret.
 */
export function readSettings(environment: Environment, folder: string, facts: AllSettings = settingFacts): Settings {
  const written = readSettingsFile(join(folder, settingsFileName), facts);
  const found: Record<string, Setting> = {};
  for (const [name, { variables }] of Object.entries(facts)) {
    const setting = fromEnvironment(variables, environment) ?? fromFile(name, written);
    if (setting) found[name] = setting;
  }
  const credentials = { value: defaultCredentialsFile(environment), from: text("from_default") };
  return { credentials, language: defaultLanguage(environment), ...found };
}

/** That of the locale of messages, as POSIX finds it. */
function defaultLanguage(environment: Environment): Setting {
  const variable = ["LC_ALL", "LC_MESSAGES", "LANG"].find((each) => environment[each]);
  const value = languageOfLocale(variable && environment[variable]);
  return { value, from: variable && value !== "en" ? text("from_variable", { variable }) : text("from_default") };
}

export type AllSettings = Readonly<Record<string, SettingFacts>>;

function fromEnvironment(variables: readonly string[], environment: Environment): Setting | undefined {
  const variable = variables.find((each) => environment[each]);
  const value = variable && environment[variable];
  return value ? { value, from: text("from_variable", { variable }) } : undefined;
}

function fromFile(name: string, written: Readonly<Record<string, string>>): Setting | undefined {
  const value = written[name];
  return value === undefined ? undefined : { value, from: text("from_file", { file: settingsFileName }) };
}

function readSettingsFile(path: string, all: AllSettings): Readonly<Record<string, string>> {
  const json = readIfThere(path);
  if (json === undefined) return {};
  const written = listOf(parseJson(json));
  if (!written) throw unusable(text("settings_not_an_object", { path }));
  for (const name of Object.keys(written)) checkName(name, path, all);
  return written;
}

/** Without a library for it, which would take longer to load than all else before the first line on the screen. */
function listOf(json: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return undefined;
  const entries: readonly (readonly [string, unknown])[] = Object.entries(json);
  const isRight = entries.every(([, value]) => typeof value === "string" || Number.isFinite(value));
  return isRight ? Object.fromEntries(entries.map(([name, value]) => [name, String(value)])) : undefined;
}

function checkName(name: string, path: string, all: AllSettings): void {
  const facts = Object.hasOwn(all, name) ? all[name] : undefined;
  if (!facts) {
    const [candidate] = nearest(name, Object.keys(all));
    throw unusable(
      text("unknown_setting", { path, name }),
      candidate === undefined ? undefined : text("did_you_mean", { meant: `"${candidate}"` }),
    );
  }
  if (facts.isSecret)
    throw unusable(text("secret_in_settings", { path, name }), text("move_secret", { variable: facts.variables[0] }));
}

function unusable(message: Text, hint = text("all_settings")): UserError {
  return new UserError("bad_settings", message, hint);
}

/** Throws UserError for a file that another user owns or may write: it says where the token is sent to. */
function readIfThere(path: string): string | undefined {
  const foreign = foreignAt(path);
  if (foreign !== undefined)
    throw unusable(text("settings_of_others", { path, why: foreign }), text("own_folder_or_close"));
  const isOther = statSync(path, { throwIfNoEntry: false })?.isFile() === false; // a pipe would be waited for
  if (isOther) throw unusable(text("settings_no_file", { path }));
  try {
    return decode(readFileSync(path));
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw unusable(text("settings_unreadable", { path, reason: messageOf(error) }));
  }
}

/** As editors save it: UTF-8, with or without the byte order mark, or UTF-16 with its own. */
function decode(bytes: Buffer): string {
  const mark = bytes.length > 1 ? bytes.readUInt16BE(0) : 0;
  const encoding = mark === 0xfffe ? "utf-16le" : mark === 0xfeff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

/** In the folder where programs of this user keep their settings. */
/** Of the user who runs the process. */
export function defaultCredentialsFile({ APPDATA, XDG_CONFIG_HOME, HOME }: Environment = process.env): string {
  const settings = process.platform === "win32" ? APPDATA : XDG_CONFIG_HOME;
  return join(settings || join(HOME || homedir(), ".config"), "wholesale-import", "credentials.json");
}
