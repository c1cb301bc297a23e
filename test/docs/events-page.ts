/** docs/events.md: the events of `--json`. */
import type { RunEvent } from "../../src/model/run-event.ts";
import { speak } from "../../src/model/words/text.ts";
import { renderTable } from "../../src/sheets/describe/markdown-schema.ts";
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
    "## Objects within events",
    ...Object.entries(partTitles).flatMap(([part, title]) => [`### ${title}`, fieldTable(partsByName.get(part) ?? {})]),
  ];
  return `${parts.join("\n\n")}\n`;
}

const introduction = `# Events

With \`--json\`, a run writes its events to stdout as they happen, one JSON object per line (NDJSON). The page reads the same stream.
Text for people still goes to stderr; \`--quiet\` suppresses it.

\`\`\`text
wholesale-import apply my-batch --json --quiet | jq -r 'select(.type == "ended") | .exitCode'
\`\`\`

Every line has \`v\`, the version of this format (1), \`at\`, the time in UTC (ISO 8601), and \`type\`. Within version 1, types and fields may
be added, but none is removed or changes its meaning: ignore what you do not know. Events describe the progress of the run; the result
of each row is in results.csv. Messages are in English, whatever the language of the run.`;

/** A line as the program writes it. */
function lineOf(example: RunEvent): string {
  return JSON.stringify({ v: 1, at: "2026-11-22T02:00:07.512Z", ...speak(example, "en") });
}

const partTitles: { readonly [Part in keyof typeof partWords]: string } = {
  target: "The target",
  issue: "An issue",
  file: "A file",
  checked: "Counts of the checks",
  planned: "Counts of the plan",
  customer: "A customer",
  cause: "A cause",
};

const partsByName: ReadonlyMap<string, Fields> = new Map(Object.entries(partWords));

type Fields = Readonly<Record<string, string | readonly [string]>>;

function fieldTable(fields: Fields): string {
  const rows = Object.entries(fields).map(([field, words]) =>
    typeof words === "string" ? [`\`${field}\``, words] : [`\`${field}\` (optional)`, words[0]],
  );
  return renderTable(["field", "meaning"], rows);
}
