/** How a cluster of Temporal is reached. Never written down, never sent in a payload. */
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
