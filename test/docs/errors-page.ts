/** docs/errors.md: every code of results.csv and errors.csv, from the catalogues. */
import { batchIssueCodes } from "../../src/model/batch-issue-codes.ts";
import { cellIssueCodes } from "../../src/model/cell-issue-codes.ts";
import { failureCodes } from "../../src/model/failure-codes.ts";
import { fileIssueCodes } from "../../src/model/file-issue-codes.ts";
import type { IssueFacts } from "../../src/model/issue-facts.ts";
import { rowIssueCodes } from "../../src/model/row-issue-codes.ts";
import { wrap } from "../../src/report/text-layout.ts";
import { renderTable } from "../../src/sheets/markdown-schema.ts";
import { errorCodes } from "../../src/webex/error-codes.ts";

type Codes = Readonly<Record<string, IssueFacts>>;

export function errorsPage(): string {
  const parts = [
    introduction,
    ...groupPart(
      "Files",
      "The file as a whole. An error refuses the file; the other files are checked all the same.",
      fileIssueCodes,
    ),
    ...groupPart("Cells", "The text of one cell.", cellIssueCodes),
    ...groupPart("Rows", "Several cells of one row.", rowIssueCodes),
    ...groupPart(
      "Between rows, and with Webex",
      "What stands in other rows and files, and what is at Webex.",
      batchIssueCodes,
    ),
    ...groupPart(
      "Answers without a code",
      "When Webex refuses a row without a code of its own, the status of its answer is the code.",
      failureCodes,
    ),
    ...webexPart(),
  ];
  return `${parts.join("\n\n")}\n`;
}

const introduction = `# Error codes

The codes in \`error_code\` of results.csv and \`code\` of errors.csv. The message beside a code names the value and what to
write instead; this page says what is behind it. On the command line, \`wholesale-import explain <code>\` says the same.

An **error** refuses the row: nothing of it is sent. A **warning** does not: the row is sent, and somebody should look.
Codes do not change from version to version.`;

function groupPart(title: string, about: string, codes: Codes): readonly string[] {
  const entries = Object.entries(codes);
  return [
    `## ${title}`,
    about,
    renderTable(
      ["code", "", "in short"],
      entries.map(([code, { severity, title: short }]) => [`[\`${code}\`](#${code})`, weights[severity], short]),
    ),
    ...entries.flatMap(([code, facts]) => codePart(code, facts)),
  ];
}

const weights = { error: "error", warning: "warning", either: "error or warning" } as const;

function codePart(code: string, { title, severity, meaning, example, wayOut }: IssueFacts): readonly string[] {
  return [
    `### ${code}`,
    inLines(`**${title}** (${weights[severity]}). ${meaning}`),
    `- Example: ${forMarkdown(example)}\n- What to do: ${forMarkdown(wayOut)}`,
  ];
}

function inLines(text: string): string {
  return wrap(forMarkdown(text), 120).join("\n");
}

/** `schema <sheet>` is no tag. */
function forMarkdown(text: string): string {
  return text.replaceAll("<", "\\<");
}

function webexPart(): readonly string[] {
  const rows = errorCodes.map(({ code, where, meaning, hint, isRetryable }) => [
    `\`${code}\``,
    where,
    meaning,
    isRetryable ? `${hint} The same row may succeed later.` : hint,
  ]);
  return [
    "## Codes of Webex",
    "Numbers are codes of Webex itself. Cisco publishes no complete list; these are known for certain, and any other is shown\nwith the words of Webex.",
    renderTable(["code", "seen in", "means", "what to do"], rows),
  ];
}
