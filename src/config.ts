/** Settings that come from the environment. With `runtime.ts` the only reader of it. */

export type Settings = {
  readonly accessToken?: string;
};

export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const accessToken = environment.WEBEX_ACCESS_TOKEN;
  return accessToken ? { accessToken } : {};
}
