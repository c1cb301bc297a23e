/** Certificates that a test makes for itself, for this machine alone. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** False where `openssl` is missing. */
export function canMakeCertificates(): boolean {
  try {
    return execFileSync("openssl", ["version"]).length > 0;
  } catch {
    return false;
  }
}

const own = `[req]
prompt = no
distinguished_name = name
x509_extensions = uses
[name]
CN = 127.0.0.1
[uses]
basicConstraints = CA:FALSE
subjectAltName = IP:127.0.0.1, DNS:temporal.example
`;

/** Of 127.0.0.1 and temporal.example, signed by nobody else; in PEM. */
export function selfSigned(): { readonly key: Buffer; readonly cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), "wholesale-import-"));
  const [keyPath, certPath] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const config = join(folder, "config");
  writeFileSync(config, own);
  const kind = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1"];
  execFileSync("openssl", [...kind, "-config", config, "-keyout", keyPath, "-out", certPath], { stdio: "ignore" });
  const certificate = { key: readFileSync(keyPath), cert: readFileSync(certPath) };
  rmSync(folder, { recursive: true });
  return certificate;
}
