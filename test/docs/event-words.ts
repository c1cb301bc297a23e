/** Every event of `--json` described, with a line that a run wrote. The compiler checks types, fields and examples against `RunEvent`. */
import type { Issue } from "../../src/model/issue.ts";
import type {
  CheckCounts,
  CustomerProgress,
  PlanCounts,
  RunCause,
  RunEvent,
  TargetFacts,
} from "../../src/model/run-event.ts";
import type { ReadFile } from "../../src/model/run-report.ts";
import { text, verbatim } from "../../src/model/words/text.ts";

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

/** In the order in which a run emits them. */
export const eventWords: { readonly [Type in RunEvent["type"]]: EventWords<Type> } = {
  started: {
    when: "The first event, once per run.",
    fields: {
      runId: [
        "the ID of the run, for `runs`, `resume` and `report`; absent for `validate` and `plan`, which store no run",
      ],
      command: "`validate`, `plan`, `apply`, `resume`, `retry`, `undo` or, in `schedule`, `drift`",
      target: ["the target of the run, see below; absent for `validate`"],
    },
    example: { type: "started", runId, command: "apply", target: { name: "simulator", baseUrl: "built-in" } },
  },
  reading: {
    when: "Now and then while a file is read.",
    fields: { file: "the file, relative to the argument", rows: "rows read so far" },
    example: { type: "reading", file: "users.csv", rows: 24 },
  },
  issues: {
    when: "When a file as a whole has problems: an assumed encoding, an unknown column, a file that cannot be read. Problems of rows are in errors.csv.",
    fields: { issues: "a list, see below" },
    example: {
      type: "issues",
      issues: [
        {
          code: "assumed_encoding",
          severity: "warning",
          message: text("encoding_assumed", { shown: "Windows-1252" }),
          hint: text("check_accents"),
          at: { sheet: "users", file: "users.csv", row: 0 },
        },
      ],
    },
  },
  read: {
    when: "When a file has been read completely.",
    fields: { file: "the file, see below", isRefused: "`true`: the file has an error, and none of its rows is used" },
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
    when: "When all rows have been checked, on their own and against each other.",
    fields: { counts: "rows by the result of the checks, see below" },
    example: { type: "checked", counts: { rows: 38, invalid: 26, blocked: 4, warnings: 4 } },
  },
  planning: {
    when: "Now and then while existing objects are read from the target.",
    fields: { customers: "customers planned so far", of: "all customers of the batch" },
    example: { type: "planning", customers: 12, of: 12 },
  },
  planned: {
    when: "When the plan is made. Nothing has been changed yet.",
    fields: { counts: "rows by what the plan does for them, see below" },
    example: { type: "planned", counts: { create: 245, update: 0, unchanged: 0, delete: 0, refused: 0 } },
  },
  note: {
    when: "Something that a person should know about the run as a whole.",
    fields: { text: "a sentence in English" },
    example: {
      type: "note",
      text: verbatim("Webex precheck: not available to this partner, so no rows were prechecked (403 Forbidden)."),
    },
  },
  progress: {
    when: "While the plan is carried out, at most five times per second, and once at the end.",
    fields: {
      sheets:
        "for each sheet: `done`: rows with a final result, out of `of`, all rows that the run processes; `failed` and `blocked`: how many of the done rows were rejected, or depend on a rejected row; `leftOut`: further rows that were skipped because of errors",
      failed: "rows rejected so far",
      waiting: "operations waiting for Webex to provision a customer",
      elapsedSeconds: "seconds since this process started to carry out the plan",
      perSecond: "rows per second, in the last 30 seconds",
      secondsLeft: ["estimated seconds left at this speed; absent if nothing was done in the last 30 seconds"],
      bound:
        "what limits the run now: `rate limit`, `latency` (waiting for responses), `Webex provisioning`, or `dependencies` (operations wait for each other)",
    },
    example: {
      type: "progress",
      sheets: {
        templates: { done: 3, of: 3, failed: 0, blocked: 0, leftOut: 0 },
        profiles: { done: 0, of: 0, failed: 0, blocked: 0, leftOut: 0 },
        customers: { done: 1, of: 12, failed: 0, blocked: 0, leftOut: 0 },
        locations: { done: 0, of: 30, failed: 0, blocked: 0, leftOut: 0 },
        users: { done: 0, of: 200, failed: 0, blocked: 0, leftOut: 0 },
      },
      failed: 0,
      waiting: 12,
      elapsedSeconds: 3,
      perSecond: 4.405286343612334,
      bound: "Webex provisioning",
      secondsLeft: 55,
    },
  },
  customers: {
    when: "Together with `progress`: customers for which a row got its final result since the previous such event. The first one lists all customers with something to do.",
    fields: { customers: "a list, see below" },
    example: {
      type: "customers",
      customers: [
        { customer: "GB-6001", done: 8, of: 8, failed: 0, blocked: 0 },
        { customer: "NL-1004", done: 13, of: 13, failed: 0, blocked: 0 },
      ],
    },
  },
  causes: {
    when: "Together with `progress`, when rows have failed: the reasons, most frequent first.",
    fields: { causes: "a list, see below" },
    example: {
      type: "causes",
      causes: [
        {
          code: "10022",
          message: verbatim("The email anna@acme.example.com is already associated with an existing user."),
          rows: 12,
          hint: verbatim("Use another address, or ask the user's current organization to release it"),
        },
      ],
    },
  },
  compared: {
    when: "In `schedule --drift`, when Webex has been compared with what was last applied, and the files are written.",
    fields: {
      id: "the ID of the comparison; its files are also in `drift/<id>/` of the state folder",
      customers: "customers compared",
      differing: "how many of them differ",
      differences: "all differences",
      sheets:
        "for each sheet: `compared`: rows; differences by kind: `changed`, `missing` at Webex, `unlisted` (in no sheet), `leftover` (to be removed, and still there)",
      notCompared: "rows that could not be compared",
      files: "paths of the files, drift.csv first",
    },
    example: {
      type: "compared",
      id: "20261123-050000-k3f9",
      customers: 40,
      differing: 3,
      sheets: {
        customers: { compared: 40, changed: 1, missing: 0, unlisted: 0, leftover: 0 },
        locations: { compared: 95, changed: 2, missing: 0, unlisted: 1, leftover: 0 },
        users: { compared: 2000, changed: 7, missing: 1, unlisted: 0, leftover: 0 },
      },
      notCompared: 0,
      differences: 12,
      files: ["/srv/inbox/taken/20261123-050000-x1y2-drift/results/drift.csv"],
    },
  },
  rehearsed: {
    when: "In `apply --rehearse`, just before `ended`: what the run would take if it began with the rehearsal.",
    fields: {
      seconds: "how long it would take",
      endsAt: "when it would be done, in UTC (ISO 8601)",
      earliestAt: "not before",
      latestAt: "not after",
      calls: "`total`, `writes` and `reads`: requests that it would send",
      measured: [
        "`answers`: of how many responses earlier runs measured the time; `at`: when the last of them came. Absent: none, and the time is assumed",
      ],
      limit: ["the learned limit on requests, as `simulate --rate-limit` takes it; absent: none was met"],
    },
    example: {
      type: "rehearsed",
      seconds: 5_412,
      endsAt: "2026-11-22T03:30:19.512Z",
      earliestAt: "2026-11-22T03:20:02.871Z",
      latestAt: "2026-11-22T03:40:36.153Z",
      calls: { total: 11_204, writes: 10_611, reads: 593 },
      measured: { answers: 1_204, at: "2026-11-21T04:11:38.004Z" },
      limit: "10/s,burst=5",
    },
  },
  ended: {
    when: "The last event. It is missing if the command could not do its job (exit code 2) or the process was killed.",
    fields: {
      runId: ["the run, as in `started`"],
      exitCode: "the exit code of the command",
      stopped: ["why the run stopped early"],
      files: "paths of the result files; empty if no file was written",
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

/** Objects within events. */
export const partWords: {
  readonly issue: FieldWords<Issue>;
  readonly file: FieldWords<ReadFile>;
  readonly target: FieldWords<TargetFacts>;
  readonly checked: FieldWords<CheckCounts>;
  readonly planned: FieldWords<PlanCounts>;
  readonly customer: FieldWords<CustomerProgress>;
  readonly cause: FieldWords<RunCause>;
} = {
  target: {
    name: "`simulator` or `webex`",
    baseUrl: "`built-in`, or the base URL of requests",
    scimBaseUrl: ["the base URL of SCIM requests, if it differs"],
    onBehalfOf: ["the sub-partner organization on whose behalf the run acts"],
    organization: ["`id` and `name` of the partner organization of the token; for webex"],
  },
  issue: {
    code: "an [error code](errors.md)",
    severity: "`error` or `warning`",
    at: "`sheet`, `file` and `row`; row 0 is the file as a whole",
    column: ["the column"],
    value: ["the cell as written"],
    message: "what is wrong",
    hint: ["what to write instead"],
    repair: ["the complete corrected cell, if it is certain"],
  },
  file: {
    sheet: "`templates`, `customers`, `locations` or `users`",
    file: "the file, relative to the argument; `batch.xlsx[users]` for a worksheet",
    path: "where it was read from",
    header: "the header as written",
    columns: "the column for each header; `null` if it is not recognized",
    encoding: "for example `UTF-8`, `Windows-1252` or `Excel workbook`",
    delimiter: ["`comma`, `semicolon`, `tab` or `pipe`"],
    mapping: [
      "what a mapping makes of its columns: `name` of the mapping file, `path` of the section, and the section",
    ],
    isOfWorkbook: ["whether its rows are in a worksheet, or were when they were rejected"],
    rows: "rows that are not blank",
  },
  checked: {
    rows: "all rows",
    invalid: "rows with an error of their own",
    blocked: "rows that depend on an invalid row",
    warnings: "warnings, of any row",
  },
  planned: {
    create: "rows that create something",
    update: "rows that update something",
    unchanged: "rows that already match the target",
    refused: "rows that are skipped: invalid, blocked, or rejected by the plan",
    delete: ["rows that `undo` removes"],
  },
  customer: {
    customer: "the external ID",
    done: "rows with a final result",
    of: "all its rows with something to do",
    failed: "rejected rows among them",
    blocked: "rows among them that depend on a rejected row",
  },
  cause: {
    code: "an [error code](errors.md)",
    message: "the message of its first row",
    hint: ["what to do about it"],
    rows: "how many rows it affects",
  },
};
