/** report.html: the built page of the review with one run inside it, so that it opens from a disk and asks nobody anything. Rows that are right are only counted. */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { createGzip } from "node:zlib";
import type { ReadFile, RowOutcome } from "../../model/run-report.ts";
import type { Language } from "../../model/words/language.ts";
import { sayAhead } from "../../model/words/text.ts";
import { type Causes, startCauses } from "../causes.ts";
import { type CustomerCounts, startCustomerCounts } from "../customer-counts.ts";
import type { Summary } from "../summary.ts";
import { startTimeline, type Timeline } from "../timeline.ts";
import { openDraft } from "./draft-file.ts";
import { isToCorrect } from "./failed-rows.ts";
import type { Output } from "./output.ts";

/** What stands in the page. */
export type ReportPage = {
  /** Version of this shape. */
  readonly v: 1;
  /** In which it opens; the page has a switch. */
  readonly language: Language;
  readonly summary: Summary;
  readonly causes: Causes;
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

/** Absent where the page was not built. */
export const reportPage: Output = {
  name: "report.html",
  isLast: true,
  screenLabel: () => "label_look",
  async open(path, source, { language }) {
    const template = await readTemplate();
    if (template === undefined) return undefined;
    const page = startReportPage(source.facts().files, language);
    return {
      add: page.add,
      async publish(run, { paths, failed }) {
        const corrections = failed.map((file) => `failed/${basename(file.path)}`);
        const draft = await openDraft(path);
        await draft.write(await page.finish(template, run, [...paths.map((each) => basename(each)), ...corrections]));
        return draft.publish();
      },
      discard: async () => {},
    };
  },
};

const mostRows = 20_000;
/** Of all rows together, as written. Rows of the usual length stay far below. */
const mostCharacters = 32 * 1024 ** 2;
/** A longer cell is shown by its beginning: the whole of it stands in its file. */
const longestCell = 1000;
const mostCustomers = 5_000;

type GrowingReportPage = {
  /** Rows come in input order. */
  add(row: RowOutcome): void;
  /** The whole file. `template`: as `readTemplate` gives it. */
  finish(template: string, summary: Summary, downloads: readonly string[]): Promise<string>;
};

/** Memory grows with the customers and with the refused rows up to their limits. `files`: those of the run. */
function startReportPage(files: readonly ReadFile[], language: Language): GrowingReportPage {
  const causes = startCauses();
  const customers = startCustomerCounts(files);
  const timeline = startTimeline();
  const widths = new Map(files.map(({ file, header }) => [file, header.length]));
  // as text: a row of objects takes many times as much memory, and a cut text keeps the whole of it alive
  const rows: string[] = [];
  let characters = 0;
  let rowsLeftOut = 0;
  return {
    add(row) {
      causes.add(row);
      customers.add(row);
      timeline.add(row);
      if (!isToCorrect(row.status)) return;
      if (rows.length === mostRows || characters > mostCharacters) {
        rowsLeftOut += 1;
        return;
      }
      const cells = cellsShown(row.cells, widths.get(row.at.file));
      const text = JSON.stringify({ ...row, cells, problems: sayAhead(row.problems) });
      rows.push(text);
      characters += text.length;
    },
    finish(template, summary, downloads) {
      const page: Omit<ReportPage, "rows"> = {
        v: 1,
        language,
        summary: sayAhead(summary),
        causes: causes.list(),
        files: files.map((file) => ({ ...file, path: "" })),
        customers: worstFirst(customers.list()),
        timeline: timeline.finish(),
        rowsLeftOut,
        downloads,
      };
      return fill(template, page, rows);
    },
  };
}

/** Those under the headers, and the first of those beyond. */
function cellsShown(cells: readonly string[], width = cells.length): readonly string[] {
  return cells.slice(0, width + 1).map((cell) => (cell.length > longestCell ? `${cell.slice(0, longestCell)}…` : cell));
}

function worstFirst(customers: readonly CustomerCounts[]): readonly CustomerCounts[] {
  if (customers.length <= mostCustomers) return customers;
  const refused = ({ statuses: { invalid = 0, failed = 0, blocked = 0 } }: CustomerCounts) =>
    invalid + failed + blocked;
  return customers.toSorted((a, b) => refused(b) - refused(a)).slice(0, mostCustomers);
}

const runMark = "@run@";

/** Base64: nothing in it can end the script that it stands in. */
async function fill(template: string, page: Omit<ReportPage, "rows">, rows: readonly string[]): Promise<string> {
  const packed: Buffer[] = [];
  for await (const piece of Readable.from(jsonPieces(page, rows)).pipe(createGzip())) packed.push(piece as Buffer); // gzip gives no text
  return template.replace(runMark, Buffer.concat(packed).toString("base64"));
}

/** The JSON of a `ReportPage`. */
function* jsonPieces(page: Omit<ReportPage, "rows">, rows: readonly string[]): Generator<string> {
  yield `${JSON.stringify(page).slice(0, -1)},"rows":[`;
  for (let start = 0; start < rows.length; start += rowsAtOnce)
    yield `${start > 0 ? "," : ""}${rows.slice(start, start + rowsAtOnce).join(",")}`;
  yield "]}";
}

const rowsAtOnce = 100;

/** Where the page is built to, from here and from the built program. */
const templatePaths = ["../../web/page/report.html", "../../../dist/web/page/report.html"];

/** The built page; undefined where it was not built. */
async function readTemplate(): Promise<string | undefined> {
  for (const path of templatePaths) {
    const text = await readFile(new URL(path, import.meta.url), "utf8").catch(() => undefined);
    if (text?.includes(runMark)) return text;
  }
  return undefined;
}
