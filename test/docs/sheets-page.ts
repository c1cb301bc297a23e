/** docs/sheets.md: every column of the four sheets, from what `schema` says. */
import { packageFacts } from "../../src/model/packages.ts";
import { sheetNames } from "../../src/model/sheet.ts";
import { markdownSchemaOf, renderTable } from "../../src/sheets/markdown-schema.ts";

export function sheetsPage(): string {
  const sheets = sheetNames.map((sheet) => markdownSchemaOf(sheet).trimEnd());
  return `${[introduction, ...sheets, packagesPart()].join("\n\n")}\n`;
}

const introduction = `# Sheets

A batch is a folder, a workbook or a few files with up to four sheets: [templates](#templates), [customers](#customers),
[locations](#locations) and [users](#users). A sheet may be absent: a file with users alone is a normal import for customers
that exist. \`wholesale-import init\` writes all four to begin with, \`init --format xlsx\` as one workbook with drop-downs.

**Files.** \`.csv\`, \`.tsv\`, \`.csv.gz\`, or worksheets of an \`.xlsx\` workbook. A file belongs to the sheet with which its name
begins (\`users-amsterdam.csv\`, or a worksheet "Users"); several files for one sheet are read one after the other.
\`--sheet users=people.csv\` says so of a file with another name.

**Encodings and delimiters.** UTF-8, UTF-16 and Windows-1252; comma, semicolon, tab and \`|\`; any line ends. They are found
and shown; \`--encoding\` and \`--delimiter\` overrule. A first line \`sep=;\` is understood.

**Headers.** The first row. The order of the columns is free, and capitals, blanks, \`_\`, \`-\` and a trailing "(Required)" do
not matter. Field names of the Webex API, headers of Control Hub's user export and labels of Partner Hub in English and Dutch
are understood as well. A column that nobody knows is left alone, with a warning.

**Cells** are text. Nothing is guessed into a number or a date, and nothing is silently repaired. Blanks around a cell do not
count. A list has \`;\` between its values. Yes and no may be written yes, no, true, false, 1, 0, x, ja, nee. What spreadsheets do
to numbers ([lost +](errors.md#phone_lost_plus), [lost zeros](errors.md#extension_lost_zero),
[3.12E+10](errors.md#scientific_notation)) is named: format such columns as text.`;

function packagesPart(): string {
  const rows = packageFacts.map(({ code, names, use, isCalling, hasLimit, needsAnyOf }) => [
    `\`${code}\``,
    names.join(", "),
    { base: "user, as the one base package", addon: "user, on top of a base package", customer: "customer only" }[use],
    isCalling ? "yes" : "",
    hasLimit ? "yes" : "",
    needsAnyOf.map((needed) => `\`${needed}\``).join(" "),
  ]);
  return `## Packages

By code, or by the name that Partner Hub shows. Every package of a user is one of the customer's packages.

${renderTable(["code", "name", "for", "calling", "limit", "needs one of"], rows)}

A customer with a calling package gets a head office, and its users with such a package need a phone number or an extension.`;
}
