/** Settings that no flag gives: from the environment, else from the settings file, each with its origin. With `runtime.ts` the only reader of the environment. */
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { UserError } from "./model/user-error.ts";
import { nearest } from "./plan/nearest.ts";

type SettingFacts = {
  /** Environment variables, the first that is set counts. */
  readonly variables: readonly string[];
  /** Never shown, and not taken from the settings file. */
  readonly isSecret?: true;
};

/** Every setting, by the name that the settings file uses; those with a flag bear the flag's name. */
export const settingFacts = {
  target: { variables: ["WHOLESALE_IMPORT_TARGET"] },
  baseUrl: { variables: ["WHOLESALE_IMPORT_BASE_URL"] },
  scimBaseUrl: { variables: ["WHOLESALE_IMPORT_SCIM_BASE_URL"] },
  onBehalfOf: { variables: ["WHOLESALE_IMPORT_ON_BEHALF_OF"] },
  state: { variables: ["WHOLESALE_IMPORT_STATE"] },
  concurrency: { variables: ["WHOLESALE_IMPORT_CONCURRENCY"] },
  perCustomer: { variables: ["WHOLESALE_IMPORT_PER_CUSTOMER"] },
  refresh: { variables: ["WHOLESALE_IMPORT_REFRESH"] },
  refreshAfter: { variables: ["WHOLESALE_IMPORT_REFRESH_AFTER"] },
  rate: { variables: ["WHOLESALE_IMPORT_RATE"] },
  provisioningTimeout: { variables: ["WHOLESALE_IMPORT_PROVISIONING_TIMEOUT"] },
  maxWait: { variables: ["WHOLESALE_IMPORT_MAX_WAIT"] },
  logLevel: { variables: ["WHOLESALE_IMPORT_LOG_LEVEL"] },
  redirectUri: { variables: ["WHOLESALE_IMPORT_REDIRECT_URI"] },
  credentials: { variables: ["WHOLESALE_IMPORT_CREDENTIALS"] },
  clientId: { variables: ["WEBEX_CLIENT_ID"] },
  clientSecret: { variables: ["WEBEX_CLIENT_SECRET"], isSecret: true },
  refreshToken: { variables: ["WEBEX_REFRESH_TOKEN"], isSecret: true },
  accessToken: { variables: ["WEBEX_ACCESS_TOKEN"], isSecret: true },
  inbox: { variables: ["WHOLESALE_IMPORT_INBOX"] },
  cron: { variables: ["WHOLESALE_IMPORT_CRON"] },
  timezone: { variables: ["WHOLESALE_IMPORT_TIMEZONE"] },
  metricsListen: { variables: ["WHOLESALE_IMPORT_METRICS_LISTEN"] },
  webhookUrl: { variables: ["WHOLESALE_IMPORT_WEBHOOK_URL"] },
  webhookSecret: { variables: ["WHOLESALE_IMPORT_WEBHOOK_SECRET"], isSecret: true },
  noticeRoom: { variables: ["WHOLESALE_IMPORT_NOTICE_ROOM"] },
  noticeToken: { variables: ["WHOLESALE_IMPORT_NOTICE_TOKEN"], isSecret: true },
  mailTo: { variables: ["WHOLESALE_IMPORT_MAIL_TO"] },
  mailFrom: { variables: ["WHOLESALE_IMPORT_MAIL_FROM"] },
  smtpUrl: { variables: ["WHOLESALE_IMPORT_SMTP_URL"] },
  smtpPassword: { variables: ["WHOLESALE_IMPORT_SMTP_PASSWORD"], isSecret: true },
  heartbeatUrl: { variables: ["WHOLESALE_IMPORT_HEARTBEAT_URL"] },
  engine: { variables: ["WHOLESALE_IMPORT_ENGINE"] },
  workerTimeout: { variables: ["WHOLESALE_IMPORT_WORKER_TIMEOUT"] },
  temporalAddress: { variables: ["WHOLESALE_IMPORT_TEMPORAL_ADDRESS", "TEMPORAL_ADDRESS"] },
  temporalNamespace: { variables: ["WHOLESALE_IMPORT_TEMPORAL_NAMESPACE", "TEMPORAL_NAMESPACE"] },
  temporalApiKey: { variables: ["TEMPORAL_API_KEY"], isSecret: true },
  temporalTls: { variables: ["TEMPORAL_TLS"] },
  temporalTlsCert: { variables: ["TEMPORAL_TLS_CLIENT_CERT_PATH"] },
  temporalTlsKey: { variables: ["TEMPORAL_TLS_CLIENT_KEY_PATH"] },
  temporalTlsCa: { variables: ["TEMPORAL_TLS_SERVER_CA_CERT_PATH"] },
  temporalTlsServerName: { variables: ["TEMPORAL_TLS_SERVER_NAME"] },
  httpProxy: { variables: ["HTTP_PROXY", "http_proxy"] },
  httpsProxy: { variables: ["HTTPS_PROXY", "https_proxy"] },
  noProxy: { variables: ["NO_PROXY", "no_proxy"] },
} as const satisfies Record<string, SettingFacts>;

export type SettingName = keyof typeof settingFacts;

/** `from`: where the value stands, for people. */
export type Setting = { readonly value: string; readonly from: string };

/** Those that are set; `credentials`, the file of saved credentials, always is. */
export type Settings = { readonly [K in SettingName]?: Setting } & { readonly credentials: Setting };

export type Environment = Readonly<Record<string, string | undefined>>;

/** Read in the working directory, where it is there. */
export const settingsFileName = "wholesale-import.config.json";

/** Environment before settings file. Throws UserError for a settings file that cannot be understood, or that holds a secret. */
export function readSettings(environment: Environment, folder: string): Settings {
  const written = readSettingsFile(join(folder, settingsFileName));
  const found: { [K in SettingName]?: Setting } = {};
  for (const name of settingNames) {
    const setting = fromEnvironment(name, environment) ?? fromFile(name, written);
    if (setting) found[name] = setting;
  }
  return { credentials: { value: defaultCredentialsFile(environment), from: "default" }, ...found };
}

const settingNames = Object.keys(settingFacts).filter(isSettingName);

function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(settingFacts, name);
}

function fromEnvironment(name: SettingName, environment: Environment): Setting | undefined {
  const variable = settingFacts[name].variables.find((each) => environment[each]);
  const value = variable && environment[variable];
  return value ? { value, from: `environment ${variable}` } : undefined;
}

function fromFile(name: SettingName, written: Readonly<Record<string, string>>): Setting | undefined {
  const value = written[name];
  return value === undefined ? undefined : { value, from: settingsFileName };
}

function readSettingsFile(path: string): Readonly<Record<string, string>> {
  const text = readIfThere(path);
  if (text === undefined) return {};
  const written = listOf(parseJson(text));
  if (!written) throw unusable(`${path} is no list of settings: a JSON object with a text or a number per setting.`);
  for (const name of Object.keys(written)) checkName(name, path);
  return written;
}

/** Without a library for it, which would take longer to load than all else before the first line on the screen. */
function listOf(json: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return undefined;
  const entries: readonly (readonly [string, unknown])[] = Object.entries(json);
  const isRight = entries.every(([, value]) => typeof value === "string" || Number.isFinite(value));
  return isRight ? Object.fromEntries(entries.map(([name, value]) => [name, String(value)])) : undefined;
}

function checkName(name: string, path: string): void {
  if (!isSettingName(name)) {
    const [candidate] = nearest(name, settingNames);
    throw unusable(`${path} has a setting "${name}", which there is not.`, candidate && `Did you mean "${candidate}"?`);
  }
  const facts: SettingFacts = settingFacts[name];
  if (facts.isSecret)
    throw unusable(
      `${path} holds the secret "${name}".`,
      `Take it out, and put it into the environment (${facts.variables[0]}) or say: wholesale-import auth login.`,
    );
}

function unusable(message: string, hint = "All settings: wholesale-import config."): UserError {
  return new UserError("bad_settings", message, hint);
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw unusable(`The settings in ${path} cannot be read: ${error instanceof Error ? error.message : error}.`);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** In the folder where programs of this user keep their settings. */
function defaultCredentialsFile({ APPDATA, XDG_CONFIG_HOME, HOME }: Environment): string {
  const settings = process.platform === "win32" ? APPDATA : XDG_CONFIG_HOME;
  return join(settings || join(HOME || homedir(), ".config"), "wholesale-import", "credentials.json");
}
