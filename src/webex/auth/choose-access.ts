/** Which access a client uses: a token that was given, or an integration's that renews itself. Reads no environment. */
import type { AccessToken } from "./access-token.ts";
import { staticAccessToken } from "./access-token.ts";
import type { GivenCredentials } from "./credentials.ts";
import { type CredentialsStore, credentialsFile } from "./credentials-file.ts";
import { renewingAccessToken } from "./renewing-token.ts";
import { openTokenEndpoint, type TokenEndpointOptions } from "./token-endpoint.ts";

export type AccessSettings = {
  readonly accessToken?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly refreshToken?: string;
  /** Path of the file with saved credentials; it need not be there. */
  readonly credentialsFile: string;
};

/** `token`: it cannot be renewed. `integration`: given whole by the settings; `saved`: from the credentials file. */
export type AccessKind = "token" | "integration" | "saved";

/** An integration given whole comes first, then a token, then what a login has saved. */
export function accessKindOf({ accessToken, clientId, clientSecret, refreshToken }: AccessSettings): AccessKind {
  if (clientId && clientSecret && refreshToken) return "integration";
  return accessToken ? "token" : "saved";
}

/** The token to use, renewed at the endpoint where it can be. Throws `UserError` for a token that cannot be one. */
export function chooseAccess(settings: AccessSettings, endpoint: TokenEndpointOptions): AccessToken {
  if (accessKindOf(settings) === "token") return staticAccessToken(settings.accessToken ?? "");
  const given = givenBy(settings);
  const store = savedCredentials(settings, endpoint);
  return renewingAccessToken({ store, endpoint: openTokenEndpoint(endpoint), ...(given ? { given } : {}) });
}

export function savedCredentials(
  settings: AccessSettings,
  { clock }: Pick<TokenEndpointOptions, "clock">,
): CredentialsStore {
  return credentialsFile(settings.credentialsFile, clock);
}

function givenBy({ clientId, clientSecret, refreshToken }: AccessSettings): GivenCredentials | undefined {
  if (!clientId || !clientSecret) return undefined;
  return { clientId, clientSecret, ...(refreshToken ? { refreshToken } : {}) };
}
