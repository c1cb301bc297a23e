import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { toCalendar } from "../../src/schedule/install/calendar.ts";
import { toCrontab } from "../../src/schedule/install/crontab.ts";
import type { Installation } from "../../src/schedule/install/installation.ts";
import { toKubernetes } from "../../src/schedule/install/kubernetes.ts";
import { serviceOf, timerOf } from "../../src/schedule/install/systemd.ts";
import { runHere } from "../support/run-here.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

const run = promisify(execFile);

const works = (program: string, args: readonly string[]) =>
  run(program, [...args]).then(
    () => true,
    () => false,
  );

const hasSystemd = await works("systemd-analyze", ["--version"]);
const hasYaml = await works("python3", ["-c", "import yaml"]);

const installation: Installation = {
  program: "/bin/true",
  args: [
    "schedule",
    "--once",
    "--inbox",
    "/srv/in box",
    "--mail-to",
    "100%@a.example",
    "--note",
    "$HOME 'x' \"y\" \\z",
  ],
  cron: "30 2 * * 1-5",
  timezone: "Europe/Amsterdam",
  inbox: "/srv/in box",
  state: "/var/lib/wholesale-import",
};

describe("a cron pattern as a calendar of systemd", () => {
  it.each([
    ["0 2 * * *", "*-*-* 02:00:00 Europe/Amsterdam"],
    ["*/15 8-18/2 1,15 */3 *", "*-01/3-01,15 08..18/2:00/15:00 Europe/Amsterdam"],
    ["5 0 * * 0,mon-FRI", "Sun,Mon..Fri *-*-* 00:05:00 Europe/Amsterdam"],
    ["5 0 * 12 6-7", "Sat..Sun *-12-* 00:05:00 Europe/Amsterdam"],
  ])("%s is %s", async (pattern, calendar) => {
    expect(toCalendar(pattern, "Europe/Amsterdam")).toBe(calendar);
    if (hasSystemd) await run("systemd-analyze", ["calendar", calendar]);
  });

  it.each(["0 2 1 * 1", "0 0 2 * * *", "0 2 L * *", "@daily"])(
    "is refused when there is no equivalent: %s",
    (pattern) => {
      expect(() => toCalendar(pattern, "UTC")).toThrow(/systemd has no equivalent/);
    },
  );
});

describe("schedule install", () => {
  it.runIf(hasSystemd)("prints units that systemd takes", async () => {
    const folder = await makeTemporaryFolder();
    await writeFile(join(folder, "wholesale-import.service"), serviceOf(installation));
    await writeFile(join(folder, "wholesale-import.timer"), timerOf(installation));
    const { stdout, stderr } = await run("systemd-analyze", [
      "verify",
      join(folder, "wholesale-import.service"),
      join(folder, "wholesale-import.timer"),
    ]);
    expect(`${stdout}${stderr}`.split("\n").filter((line) => line.includes("wholesale-import"))).toEqual([]);
  });

  it("prints a line for cron whose arguments come through the shell as they are", async () => {
    const line =
      toCrontab({ ...installation, program: "printf", args: ["%s\\n", ...installation.args] })
        .split("\n")
        .at(-2) ?? "";
    const command = line
      .replace(/^(\S+ ){5}/, "")
      .replaceAll("\\%", "%")
      .replace("/etc/wholesale-import/environment", "/dev/null");
    const { stdout } = await run("sh", ["-c", command]);
    expect(stdout.split("\n")).toEqual([...installation.args, "--quiet", ""]);
  });

  it.runIf(hasYaml)("prints a CronJob that a YAML parser reads", async () => {
    const folder = await makeTemporaryFolder();
    const path = join(folder, "cronjob.yaml");
    await writeFile(path, toKubernetes(installation, "registry.example/wholesale-import:1"));
    const { stdout } = await run("python3", [
      "-c",
      "import json,sys,yaml; print(json.dumps(yaml.safe_load(open(sys.argv[1]))))",
      path,
    ]);
    const { apiVersion, kind, spec } = JSON.parse(stdout);
    expect([apiVersion, kind]).toEqual(["batch/v1", "CronJob"]);
    expect(spec).toMatchObject({
      schedule: installation.cron,
      timeZone: "Europe/Amsterdam",
      concurrencyPolicy: "Forbid",
    });
    const [container] = spec.jobTemplate.spec.template.spec.containers;
    expect([container.command, container.args]).toEqual([["/bin/true"], installation.args]);
  });

  it("takes the flags of schedule, and adds where inbox and state are", async () => {
    const folder = await makeTemporaryFolder();
    await mkdir(join(folder, "inbox"));
    const flags = [
      "--state",
      "st",
      "--inbox",
      "inbox",
      "--cron",
      "0 2 * * *",
      "--timezone",
      "Europe/Amsterdam",
      "--target",
      "webex",
    ];
    const further = ["--max-growth", "off", "--quiet-period", "5m", "--refresh-after", "3d", "--strict"];
    const { code, out, err } = await runHere(
      ["schedule", "install", "--format", "systemd", ...flags, ...further],
      folder,
    );
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain(
      `ExecStart=/usr/local/bin/wholesale-import schedule --once --inbox ${folder}/inbox --state ${folder}/st --target webex --quiet-period 300s --refresh-after 259200s --max-growth off --strict\n`,
    );
  });

  it.each([
    [["--cron", "0 2 * * *", "--target", "webex"], /Add --inbox DIR/],
    [["--inbox", "x", "--target", "webex", "--state", "st"], /requires --cron/],
    [["--inbox", "x", "--cron", "0 2 * * *"], /requires --target/],
    [["--inbox", "x", "--cron", "0 2 * * *", "--target", "webex"], /requires --state/],
  ])("says what is missing: %j", async (flags, message) => {
    const { code, err } = await runHere(
      ["schedule", "install", "--format", "cron", ...flags],
      await makeTemporaryFolder(),
    );
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});
