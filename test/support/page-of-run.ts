/** What report.html holds. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { ReportPage } from "../../src/report/files/report-page.ts";

/** Of the run whose files are in `folder`. */
export async function pageIn(folder: string): Promise<ReportPage> {
  const page = await readFile(join(folder, "report.html"), "utf8");
  const packed = /"(H4sI[A-Za-z0-9+/=]+)"|>\s*(H4sI[A-Za-z0-9+/=]+)/.exec(page);
  return JSON.parse(gunzipSync(Buffer.from(packed?.[1] ?? packed?.[2] ?? "", "base64")).toString());
}
