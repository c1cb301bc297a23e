/** Which rows stand in failed/, and under which file names. */
import { describe, expect, it } from "vitest";
import { rowStatuses } from "../../../src/model/outcome.ts";
import { isToCorrect, nameFailedFiles } from "../../../src/report/files/failed-rows.ts";
import { readFileOf } from "../../support/run-reports.ts";

function namesOf(...files: string[]): string[] {
  return [...nameFailedFiles(files.map((file) => readFileOf("users", { file }))).values()];
}

describe("rows to correct", () => {
  it("are those that are invalid, failed or blocked, and none that waits", () => {
    expect(rowStatuses.filter(isToCorrect)).toEqual(["failed", "blocked", "invalid"]);
  });
});

describe("names in failed/", () => {
  it("are those of the sheets when each has one file", () => {
    const files = [readFileOf("customers", { file: "customers 2026.csv" }), readFileOf("users", { file: "u.tsv.gz" })];
    expect([...nameFailedFiles(files)]).toEqual([
      ["customers 2026.csv", "customers.csv"],
      ["u.tsv.gz", "users.csv"],
    ]);
  });

  it("tell several files of a sheet apart by their own names", () => {
    expect(namesOf("users-north.csv", "users-south.csv.gz")).toEqual(["users-north.csv", "users-south.csv"]);
    expect(namesOf("users.csv", "users_b.tsv", "batch.xlsx[users]", "batch.xlsx[Users zuid]")).toEqual([
      "users.csv",
      "users-users_b.csv",
      "users-batch.csv",
      "users-batch-zuid.csv",
    ]);
  });

  it("keep files of one name in two folders apart, also where case does not count", () => {
    expect(namesOf("a/users.csv", "b/users.csv")).toEqual(["users-a.csv", "users-b.csv"]);
    expect(namesOf("users-x.csv", "users-X.tsv", "users x.csv")).toEqual([
      "users-x.csv",
      "users-X-2.csv",
      "users-x-3.csv",
    ]);
  });

  it("never leave the folder", () => {
    expect(namesOf("../../users.csv", "../é/users.v2.csv")).toEqual(["users.csv", "users-é-v2.csv"]);
  });
});
