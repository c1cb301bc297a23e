/** How a cluster of Temporal is reached. Reads no settings and connects to nothing. */

export const defaultTemporalAddress = "127.0.0.1:7233";
export const defaultTemporalNamespace = "default";

/** Never written down, never sent in a payload. */
export type TemporalAccess = {
  /** `host:port`. */
  readonly address: string;
  readonly namespace: string;
  readonly apiKey?: string;
  /** `true`: encrypted, with the certificates that the system trusts. */
  readonly tls?: true | TemporalTls;
};

export type TemporalTls = {
  /** Name in the server's certificate, when it is not that of the address. */
  readonly serverNameOverride?: string;
  readonly serverRootCACertificate?: Buffer;
  readonly clientCertPair?: { readonly crt: Buffer; readonly key: Buffer };
};
