/** Every event of `--json` in words, with a line that a run has written. The compiler holds types, fields and examples against `RunEvent`. */
import type { Issue } from "../../src/model/issue.ts";
import type { CheckCounts, CustomerProgress, PlanCounts, RunEvent, TargetFacts } from "../../src/model/run-event.ts";
import type { ReadFile } from "../../src/model/run-report.ts";

/** What each field means; `[...]`: it may be absent. */
export type FieldWords<T> = {
  readonly [Field in keyof T]-?: Pick<T, Field> extends Required<Pick<T, Field>> ? string : readonly [string];
};

type EventOf<Type extends RunEvent["type"]> = Extract<RunEvent, { readonly type: Type }>;

type EventWords<Type extends RunEvent["type"]> = {
  readonly when: string;
  readonly fields: FieldWords<Omit<EventOf<Type>, "type">>;
  readonly example: EventOf<Type>;
};

const runId = "20261122-020007-k3f9";
const userColumns = ["customer", "email", "first_name", "last_name", "package", "extension"];

/** In the order in which a run tells them. */
export const eventWords: { readonly [Type in RunEvent["type"]]: EventWords<Type> } = {
  started: {
    when: "First of all, once for each run.",
    fields: {
      runId: "the run, as `runs`, `resume` and `report` take it",
      command: "`validate`, `plan`, `apply`, `resume`, `retry` or `undo`",
      target: ["where the run acts, see below; absent for `validate`"],
    },
    example: { type: "started", runId, command: "apply", target: { name: "simulator", baseUrl: "built-in" } },
  },
  reading: {
    when: "While a file is read, now and then.",
    fields: { file: "the file, relative to the argument", rows: "rows read so far" },
    example: { type: "reading", file: "users.csv", rows: 24 },
  },
  issues: {
    when: "When a file as a whole has problems: an encoding that was assumed, an unknown column, a file that cannot be read. Problems of rows stand in errors.csv.",
    fields: { issues: "a list, see below" },
    example: {
      type: "issues",
      issues: [
        {
          code: "assumed_encoding",
          severity: "warning",
          message: "The file is not UTF-8 and does not say what it is; it was read as Windows-1252.",
          hint: "Look at names with accents. If they are wrong, name the encoding with --encoding, or save as CSV UTF-8.",
          at: { sheet: "users", file: "users.csv", row: 0 },
        },
      ],
    },
  },
  read: {
    when: "When a file has been read to its end.",
    fields: { file: "the file, see below", isRefused: "`true`: an error of the file; none of its rows is used" },
    example: {
      type: "read",
      file: {
        sheet: "users",
        file: "users.csv",
        path: "my-batch/users.csv",
        header: userColumns,
        columns: userColumns,
        encoding: "Windows-1252",
        delimiter: "semicolon",
        rows: 24,
      },
      isRefused: false,
    },
  },
  checked: {
    when: "When all rows have been checked, alone and against each other.",
    fields: { counts: "rows by what the checks say of them, see below" },
    example: { type: "checked", counts: { rows: 38, invalid: 26, blocked: 4, warnings: 4 } },
  },
  planning: {
    when: "While the target is asked what exists, now and then.",
    fields: { customers: "customers planned so far", of: "all customers of the batch" },
    example: { type: "planning", customers: 12, of: 12 },
  },
  planned: {
    when: "When the plan is made. Nothing has been changed yet.",
    fields: { counts: "rows by what the plan does for them, see below" },
    example: { type: "planned", counts: { create: 245, update: 0, unchanged: 0, delete: 0, refused: 0 } },
  },
  note: {
    when: "When a person should know something about the run as a whole.",
    fields: { text: "a sentence in English" },
    example: {
      type: "note",
      text: "Webex precheck: not available to this partner, so that rows were not prechecked (403 Forbidden).",
    },
  },
  progress: {
    when: "While the plan is carried out, at most five times a second, and once at the end.",
    fields: {
      sheets: "for each sheet: `done`, operations that have their last word, `of` all that the run carries out",
      failed: "operations that Webex has refused so far",
      waiting: "operations that wait for Webex to provision a customer",
      perSecond: "operations a second, since the run began",
      secondsLeft: ["about so many seconds to go; absent before the first operation is done"],
      bound:
        "what holds the run back now: `rate limit`, `latency` (answers are awaited), `Webex provisioning`, or `dependencies` (operations wait for each other)",
    },
    example: {
      type: "progress",
      sheets: {
        templates: { done: 3, of: 3 },
        customers: { done: 1, of: 12 },
        locations: { done: 0, of: 30 },
        users: { done: 0, of: 200 },
      },
      failed: 0,
      waiting: 12,
      perSecond: 4.405286343612334,
      bound: "Webex provisioning",
      secondsLeft: 55,
    },
  },
  customers: {
    when: "Beside `progress`: customers of which a row got its last word since the last such event. The first one lists all customers that have something to do.",
    fields: { customers: "a list, see below" },
    example: {
      type: "customers",
      customers: [
        { customer: "GB-6001", done: 8, of: 8, failed: 0 },
        { customer: "NL-1004", done: 13, of: 13, failed: 0 },
      ],
    },
  },
  ended: {
    when: "Last of all. It does not come when the command could not do its work (exit code 2) or the process was killed.",
    fields: {
      runId: "the run",
      exitCode: "the exit code of the command",
      stopped: ["why the run stopped before its end"],
      files: "paths of the result files; none when no file was written",
    },
    example: {
      type: "ended",
      runId,
      exitCode: 0,
      files: [
        `/srv/batches/.wholesale-import/runs/${runId}/results.csv`,
        `/srv/batches/.wholesale-import/runs/${runId}/summary.json`,
      ],
    },
  },
};

/** What stands within events. */
export const partWords: {
  readonly issue: FieldWords<Issue>;
  readonly file: FieldWords<ReadFile>;
  readonly target: FieldWords<TargetFacts>;
  readonly checked: FieldWords<CheckCounts>;
  readonly planned: FieldWords<PlanCounts>;
  readonly customer: FieldWords<CustomerProgress>;
} = {
  target: {
    name: "`simulator` or `webex`",
    baseUrl: "`built-in`, or the URL of the calls",
    scimBaseUrl: ["the URL of the SCIM calls, when it is another one"],
    onBehalfOf: ["the sub-partner organisation for which the run acts"],
    organization: ["`id` and `name` of the partner organisation of the token; for webex"],
  },
  issue: {
    code: "an [error code](errors.md)",
    severity: "`error` or `warning`",
    at: "`sheet`, `file` and `row`; row 0 is the file as a whole",
    column: ["the column"],
    value: ["the cell as written"],
    message: "what is wrong",
    hint: ["what to write instead"],
    repair: ["the whole cell as it should be, where that is certain"],
  },
  file: {
    sheet: "`templates`, `customers`, `locations` or `users`",
    file: "the file, relative to the argument; `batch.xlsx[users]` for a worksheet",
    path: "where it was read from",
    header: "the header as written",
    columns: "for each header the column that it means; `null` where nobody knows it",
    encoding: "such as `UTF-8`, `Windows-1252` or `Excel workbook`",
    delimiter: ["`comma`, `semicolon`, `tab` or `pipe`"],
    rows: "rows that are not blank",
  },
  checked: {
    rows: "all rows",
    invalid: "rows with an error of their own",
    blocked: "rows that need an invalid one",
    warnings: "warnings, of any row",
  },
  planned: {
    create: "rows that make something new",
    update: "rows that change something",
    unchanged: "rows that are at the target as they say",
    refused: "rows that are left out: invalid, blocked, or refused by the plan",
    delete: ["rows that `undo` takes back"],
  },
  customer: {
    customer: "the external id",
    done: "rows that have their last word",
    of: "all its rows with something to do",
    failed: "operations that Webex has refused",
  },
};
