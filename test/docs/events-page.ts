/** docs/events.md: the events of `--json`. */
import type { RunEvent } from "../../src/model/run-event.ts";
import { renderTable } from "../../src/sheets/markdown-schema.ts";
import { eventWords, partWords } from "./event-words.ts";

export function eventsPage(): string {
  const events = Object.values(eventWords);
  const parts = [
    introduction,
    ...events.flatMap(({ when, fields, example }) => [
      `## ${example.type}`,
      when,
      fieldTable(fields),
      `\`\`\`json\n${lineOf(example)}\n\`\`\``,
    ]),
    "## What stands within events",
    ...Object.entries(partTitles).flatMap(([part, title]) => [`### ${title}`, fieldTable(partsByName.get(part) ?? {})]),
  ];
  return `${parts.join("\n\n")}\n`;
}

const introduction = `# Events

\`--json\` writes what happens in a run to stdout as it happens: one JSON object a line (NDJSON). The page reads the same
stream. What a person reads still goes to stderr; \`--quiet\` keeps that away.

\`\`\`text
wholesale-import apply my-batch --json --quiet | jq -r 'select(.type == "ended") | .exitCode'
\`\`\`

Every line has \`v\`, the version of this page (1), \`at\`, the time in UTC (ISO 8601), and \`type\`. Within version 1, types and
fields may be added and none goes away or changes its meaning: pass over what you do not know. Events tell how the run goes;
what became of each row stands in results.csv.`;

/** A line as the program writes it. */
function lineOf(example: RunEvent): string {
  return JSON.stringify({ v: 1, at: "2026-11-22T02:00:07.512Z", ...example });
}

const partTitles: { readonly [Part in keyof typeof partWords]: string } = {
  target: "The target",
  issue: "An issue",
  file: "A file",
  checked: "Counts of the checks",
  planned: "Counts of the plan",
  customer: "A customer",
};

const partsByName: ReadonlyMap<string, Fields> = new Map(Object.entries(partWords));

type Fields = Readonly<Record<string, string | readonly [string]>>;

function fieldTable(fields: Fields): string {
  const rows = Object.entries(fields).map(([field, words]) =>
    typeof words === "string" ? [`\`${field}\``, words] : [`\`${field}\` (may be absent)`, words[0]],
  );
  return renderTable(["field", "is"], rows);
}
