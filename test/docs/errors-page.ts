/** docs/errors.md and docs/errors.nl.md: every code of results.csv and errors.csv, from the catalogues. */
import { failureCodes } from "../../src/model/codes/failure-codes.ts";
import { issueCodeGroups } from "../../src/model/issue-codes.ts";
import type { IssueFacts } from "../../src/model/issue-facts.ts";
import { explanationWords } from "../../src/model/words/explanation-words.ts";
import type { Language } from "../../src/model/words/language.ts";
import { wrap } from "../../src/report/screen/text-layout.ts";
import { renderTable } from "../../src/sheets/describe/markdown-schema.ts";
import { errorCodes } from "../../src/webex/http/codes/error-codes.ts";

type Codes = Readonly<Record<string, IssueFacts>>;

export function errorsPage(language: Language): string {
  const { introduction, files, cells, rows, batch, failures } = pageWords[language];
  const parts = [
    introduction,
    ...groupPart(files, issueCodeGroups.files, language),
    ...groupPart(cells, issueCodeGroups.cells, language),
    ...groupPart(rows, issueCodeGroups.rows, language),
    ...groupPart(batch, issueCodeGroups.batch, language),
    ...groupPart(failures, failureCodes, language),
    ...webexPart(language),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** Title and first sentences. */
type Heading = readonly [title: string, about: string];

type PageWords = {
  readonly introduction: string;
  readonly files: Heading;
  readonly cells: Heading;
  readonly rows: Heading;
  readonly batch: Heading;
  readonly failures: Heading;
  readonly webex: Heading;
  readonly inShort: string;
  readonly example: string;
  readonly toDo: string;
  readonly webexColumns: readonly string[];
  readonly mayRetry: string;
};

const pageWords: Readonly<Record<Language, PageWords>> = {
  en: {
    introduction: `# Error codes

[Nederlands](errors.nl.md)

The codes in \`error_code\` of results.csv and in \`code\` of errors.csv. The message next to a code names the value and what
to write instead; this page explains the code. On the command line: \`wholesale-import explain <code>\`.

An **error** refuses the row: nothing of it is sent. A **warning** does not: the row is sent, but check it. Codes do not
change between versions.`,
    files: ["Files", "The file as a whole. An error refuses the file; the other files are still checked."],
    cells: ["Cells", "The text of one cell."],
    rows: ["Rows", "Several cells of one row."],
    batch: ["Between rows, and with Webex", "A row compared with other rows and files, and with Webex."],
    failures: [
      "Responses without a code",
      "If Webex refuses a row without giving a code, the status of the response becomes the code.",
    ],
    webex: [
      "Codes of Webex",
      'Numbers are codes of Webex itself. Cisco publishes those of calling and no list of the others. These are known for certain;\nany other is shown with Webex\'s own message. Where "what to do" is blank, check the object in Control Hub.',
    ],
    inShort: "in short",
    example: "Example",
    toDo: "What to do",
    webexColumns: ["code", "seen in", "meaning", "what to do"],
    mayRetry: "The same row may succeed later.",
  },
  nl: {
    introduction: `# Foutcodes

[English](errors.md)

De codes in \`error_code\` van results.csv en in \`code\` van errors.csv. De melding naast een code noemt de waarde en wat er
moet staan; deze pagina legt de code uit. Op de opdrachtregel: \`wholesale-import explain <code> --language nl\`.

Een **fout** weigert de rij: er wordt niets van verstuurd. Een **waarschuwing** niet: de rij wordt verstuurd, maar controleer
die. Codes veranderen niet tussen versies. Codes, kolomnamen en bestandsnamen zijn in elke taal gelijk.`,
    files: [
      "Bestanden",
      "Het bestand als geheel. Een fout weigert het bestand; de andere bestanden worden wel gecontroleerd.",
    ],
    cells: ["Cellen", "De tekst van één cel."],
    rows: ["Rijen", "Verschillende cellen van één rij."],
    batch: [
      "Tussen rijen, en bij Webex",
      "Een rij vergeleken met andere rijen en bestanden, en met wat er bij Webex staat.",
    ],
    failures: [
      "Antwoorden zonder code",
      "Als Webex een rij weigert zonder een code te geven, wordt de status van het antwoord de code.",
    ],
    webex: [
      "Codes van Webex",
      'Getallen zijn codes van Webex zelf. Cisco publiceert alleen die van Webex Calling. De codes hieronder zijn zeker; bij elke\nandere code staat de melding van Webex zelf. Is "te doen" leeg, controleer het object dan in Control Hub.',
    ],
    inShort: "in het kort",
    example: "Voorbeeld",
    toDo: "Te doen",
    webexColumns: ["code", "te zien bij", "betekenis", "te doen"],
    mayRetry: "Dezelfde rij kan later lukken.",
  },
};

function groupPart([title, about]: Heading, codes: Codes, language: Language): readonly string[] {
  const entries = Object.entries(codes);
  const weights = explanationWords[language].severity;
  return [
    `## ${title}`,
    about,
    renderTable(
      ["code", "", pageWords[language].inShort],
      entries.map(([code, facts]) => [`[\`${code}\`](#${code})`, weights[facts.severity], facts[language].title]),
    ),
    ...entries.flatMap(([code, facts]) => codePart(code, facts, language)),
  ];
}

function codePart(code: string, facts: IssueFacts, language: Language): readonly string[] {
  const { title, meaning, example, resolution } = facts[language];
  const words = pageWords[language];
  return [
    `### ${code}`,
    inLines(`**${title}** (${explanationWords[language].severity[facts.severity]}). ${meaning}`),
    `- ${words.example}: ${forMarkdown(example)}\n- ${words.toDo}: ${forMarkdown(resolution)}`,
  ];
}

function inLines(text: string): string {
  return wrap(forMarkdown(text), 120).join("\n");
}

/** `schema <sheet>` is not a tag. */
function forMarkdown(text: string): string {
  return text.replaceAll("<", "\\<");
}

function webexPart(language: Language): readonly string[] {
  const { webex, webexColumns, mayRetry } = pageWords[language];
  const [title, about] = webex;
  const rows = errorCodes.map(({ code, isRetryable, [language]: { where, meaning, hint = "" } }) => [
    `\`${code}\``,
    where,
    meaning,
    isRetryable ? `${hint} ${mayRetry}`.trim() : hint,
  ]);
  return [`## ${title}`, about, renderTable(webexColumns, rows)];
}
