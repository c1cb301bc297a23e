/** Tokens and codes that the simulator issued. */
import type { Database } from "./database.ts";

export type CodeRow = {
  readonly code: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly challenge: string | null;
};

export type TokenTable = ReturnType<typeof tokenTable>;

export function tokenTable(db: Database) {
  return {
    accessToken: db.one<{ expiresAt: number }>("select expires_at as expiresAt from access_tokens where token = ?"),
    addAccessToken: db.run("insert into access_tokens (token, expires_at) values (?, ?)"),
    refreshToken: db.one<{ clientId: string }>("select client_id as clientId from refresh_tokens where token = ?"),
    addRefreshToken: db.run("insert into refresh_tokens (token, client_id) values (?, ?)"),
    removeRefreshToken: db.run("delete from refresh_tokens where token = ?"),
    code: db.one<CodeRow>(
      "select code, client_id as clientId, redirect_uri as redirectUri, challenge from authorization_codes where code = ?",
    ),
    addCode: db.run("insert into authorization_codes (code, client_id, redirect_uri, challenge) values (?, ?, ?, ?)"),
    removeCode: db.run("delete from authorization_codes where code = ?"),
  };
}
