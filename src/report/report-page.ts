/** report.html: the built page of the review with one run inside it, so that it opens from a disk and asks nobody anything. Rows that are right are only counted. */
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { ReadFile, RowOutcome } from "../model/run-report.ts";
import { type CustomerCounts, startCustomerCounts } from "./customer-counts.ts";
import { isToCorrect } from "./failed-rows.ts";
import type { Summary } from "./summary.ts";
import { startTimeline, type Timeline } from "./timeline.ts";

/** What stands in the page. */
export type ReportPage = {
  /** Version of this shape. */
  readonly v: 1;
  readonly summary: Summary;
  readonly files: readonly ReadFile[];
  readonly customers: readonly CustomerCounts[];
  readonly timeline: Timeline;
  /** Those that are to be corrected, in input order. */
  readonly rows: readonly RowOutcome[];
  /** Further ones, for which there was no room. */
  readonly rowsLeftOut: number;
  /** Relative to the page. */
  readonly downloads: readonly string[];
};

const mostRows = 20_000;
const mostCustomers = 5_000;

export type GrowingReportPage = {
  /** Rows come in input order. */
  add(row: RowOutcome): void;
  /** The whole file. `template`: as `readTemplate` gives it. */
  finish(template: string, summary: Summary, files: readonly ReadFile[], downloads: readonly string[]): Promise<string>;
};

/** Memory grows with the customers and with the refused rows up to their limit. */
export function startReportPage(): GrowingReportPage {
  const customers = startCustomerCounts();
  const timeline = startTimeline();
  const rows: RowOutcome[] = [];
  let rowsLeftOut = 0;
  return {
    add(row) {
      customers.add(row);
      timeline.add(row);
      if (!isToCorrect(row.status)) return;
      if (rows.length < mostRows) rows.push(row);
      else rowsLeftOut += 1;
    },
    finish: (template, summary, files, downloads) =>
      fill(template, {
        v: 1,
        summary,
        files: files.map((file) => ({ ...file, path: "" })),
        customers: worstFirst(customers.list()),
        timeline: timeline.finish(),
        rows,
        rowsLeftOut,
        downloads,
      }),
  };
}

function worstFirst(customers: readonly CustomerCounts[]): readonly CustomerCounts[] {
  if (customers.length <= mostCustomers) return customers;
  const refused = ({ statuses: { invalid = 0, failed = 0, blocked = 0 } }: CustomerCounts) =>
    invalid + failed + blocked;
  return customers.toSorted((a, b) => refused(b) - refused(a)).slice(0, mostCustomers);
}

const place = "@run@";

/** Base64: nothing in it can end the script that it stands in. */
async function fill(template: string, page: ReportPage): Promise<string> {
  const packed = await promisify(gzip)(JSON.stringify(page));
  return template.replace(place, packed.toString("base64"));
}

/** Where the page is built to, from here and from the built program. */
const places = ["../web/page/report.html", "../../dist/web/page/report.html"];

/** The built page; undefined where it was not built. */
export async function readTemplate(): Promise<string | undefined> {
  for (const path of places) {
    const text = await readFile(new URL(path, import.meta.url), "utf8").catch(() => undefined);
    if (text?.includes(place)) return text;
  }
  return undefined;
}
