import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it, test } from "vitest";
import { readBytes } from "../../../src/sheets/read/read-bytes.ts";
import { makeTemporaryFolder } from "../../support/temporary-folder.ts";
import { readAll, sourceOf } from "../reading.ts";
import { namesOf } from "../rows.ts";

const header = "customer,email,first_name,last_name,package,extension";
const ann = "CUST-1,ann@example.com,Ann,Vissér,webex_calling,0042";
const bob = "CUST-1,bob@example.com,Bob,Müller,webex_calling,0043";

async function read(content: string | Buffer, options: Parameters<typeof readAll>[1] = {}, name = "users.csv") {
  const path = join(await makeTemporaryFolder(), name);
  await writeFile(path, content);
  return readAll(sourceOf(path), options);
}

const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16();

describe("files of every spreadsheet program", () => {
  const encodings: readonly [string, string, (text: string) => Buffer][] = [
    ["UTF-8", "UTF-8", (text) => Buffer.from(text)],
    ["UTF-8 with BOM", "UTF-8", (text) => Buffer.from(`\ufeff${text}`)],
    ["UTF-16LE with BOM", "UTF-16LE", (text) => Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16LE without BOM", "UTF-16LE", (text) => Buffer.from(text, "utf16le")],
    ["UTF-16BE with BOM", "UTF-16BE", (text) => utf16be(`\ufeff${text}`)],
    ["UTF-16BE without BOM", "UTF-16BE", utf16be],
    ["Windows-1252", "Windows-1252", (text) => Buffer.from(text, "latin1")],
  ];
  const delimiters = [
    [",", "comma"],
    [";", "semicolon"],
    ["\t", "tab"],
    ["|", "pipe"],
  ] as const;
  const lineEnds = ["\r\n", "\n", "\r"];
  const cases = encodings.flatMap(([name, label, encode]) =>
    delimiters.flatMap(([delimiter, word]) => lineEnds.map((end) => ({ name, label, encode, delimiter, word, end }))),
  );

  test.each(cases)("$name, $word, $end", async ({ label, encode, delimiter, word, end }) => {
    const text = [header, ann, bob, ""].join(end).replaceAll(",", delimiter);
    const { file, rows, isRefused } = await read(encode(text));
    expect(file).toMatchObject({ encoding: label, delimiter: word });
    expect(rows.map(({ at, cells, checked }) => [at.row, cells.at(3), checked.issues.length])).toEqual([
      [2, "Vissér", 0],
      [3, "Müller", 0],
    ]);
    expect(isRefused).toBe(false);
  });

  it("are read as Windows-1252 with a warning when nothing else fits, curly quotes and euros too", async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${header}\nCUST-1,ann@example.com,Ann `),
      Buffer.from([0x80, 0x92]),
      Buffer.from(",V,webex_calling,42\n"),
    ]);
    const { fileIssues, rows } = await read(bytes);
    expect(namesOf(fileIssues)).toEqual(["warning assumed_encoding"]);
    expect(rows[0]?.cells[2]).toBe("Ann €\u2019");
  });

  it.each([
    ["Zoë", [0x89]],
    ["Müller", [0x81]],
    ["André", [0x82]],
    ["Zoë", [0x89], "cp850"],
    ["Zoë", [0x89], "CP-858"],
  ])("are read as Excel saves CSV (MS-DOS): %s", async (name, letter, encoding?: string) => {
    const [before = "", behind = ""] = name.split(/[^ -~]/);
    const bytes = Buffer.concat([Buffer.from(`${header}\nCUST-1,a@example.com,${before}`), Buffer.from(letter)]);
    const whole = Buffer.concat([bytes, Buffer.from(`${behind},V,webex_calling,4201\n`)]);
    const { file, rows } = await read(whole, encoding === undefined ? {} : { encoding });
    expect(file?.encoding).toBe("DOS (CP850)");
    expect(rows[0]?.cells[2]).toBe(name);
  });

  it("are read in the encoding that a person names", async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${header}\nCUST-1,ann@example.com,`),
      Buffer.from([0xa4, 0xbc]),
      Buffer.from(",V,webex_calling,42\n"),
    ]);
    const { file, fileIssues, rows } = await read(bytes, { encoding: "iso-8859-15" });
    expect(file?.encoding).toBe("ISO-8859-15");
    expect(rows[0]?.cells[2]).toBe("€Œ");
    expect(fileIssues).toEqual([]);
    expect((await read(bytes, { encoding: "latin1" })).rows[0]?.cells[2]).toBe("¤¼");
  });

  it("are read in the encoding that a person names for them alone, and as UTF-8 where they plainly are that", async () => {
    const japanese = Buffer.from([0x8e, 0x52, 0x93, 0x63]); // 山田 in Shift_JIS
    const bytes = Buffer.concat([Buffer.from(`${header}\nCUST-1,ann@example.com,`), japanese]);
    const whole = Buffer.concat([bytes, Buffer.from(",V,webex_calling,42\n")]);
    const options = { encoding: "latin1", encodings: { "users.csv": "shift_jis" } };
    const named = await read(whole, options);
    expect(named.file?.encoding).toBe("SHIFT_JIS");
    expect(named.rows[0]?.cells[2]).toBe("山田");
    expect(named.fileIssues).toEqual([]);
    for (const start of ["", "\ufeff"]) {
      const { file, fileIssues, rows } = await read(`${start}${header}\n${ann}\n`, options);
      expect(file?.encoding).toBe("UTF-8");
      expect(rows[0]?.cells[3]).toBe("Vissér");
      expect(namesOf(fileIssues)).toEqual(["warning encoding_overruled"]);
      expect(fileIssues[0]?.message).toContain("read as UTF-8 and not as SHIFT_JIS");
    }
  });

  it("are refused when they are not in the encoding that a person names", async () => {
    const bytes = Buffer.from(`${header}\n${ann}\n`, "latin1");
    const { fileIssues, isRefused } = await read(bytes, { encoding: "utf-8" });
    expect(namesOf(fileIssues)).toEqual(["error invalid_encoding"]);
    expect(isRefused).toBe(true);
  });

  it("are known as UTF-16 by their header, whatever letters their rows have", async () => {
    const text = `${header}\n${ann.replace("Ann", "Анна").replace("Vissér", "Иванова".repeat(500))}\n`;
    expect((await read(Buffer.from(text, "utf16le"))).file?.encoding).toBe("UTF-16LE");
  });

  it("may divide a letter over two pieces", async () => {
    const rest = `${ann}\n`.repeat(20_000);
    const { rows, file } = await read(`${header}\n${rest}`);
    expect(file?.encoding).toBe("UTF-8");
    expect(new Set(rows.map(({ cells }) => cells[3]))).toEqual(new Set(["Vissér"]));
    expect(rows).toHaveLength(20_000);
  });

  it("may be compressed", async () => {
    const { rows } = await read(gzipSync(`${header}\n${ann}\n`), {}, "users.csv.gz");
    expect(rows).toHaveLength(1);
  });

  it("may say their delimiter in a first line, which is no row", async () => {
    const { rows, file } = await read(`sep=;\r\n${header.replaceAll(",", ";")}\r\n${ann.replaceAll(",", ";")}\r\n`);
    expect(file?.delimiter).toBe("semicolon");
    expect(rows.map(({ at }) => at.row)).toEqual([2]);
  });

  it("take the delimiter that a person names", async () => {
    const text = `${header}\n${ann}\n`.replaceAll(",", "^");
    expect((await read(text, { delimiter: "^" })).rows).toHaveLength(1);
    expect((await read(text.replaceAll("^", "\t"), { delimiter: "tab" })).rows).toHaveLength(1);
  });

  it("find the delimiter by the columns that we know, not by what is in them", async () => {
    const { file } = await read(
      `customer;email;first_name;last_name;package;Remark, a, b, c, d, e, f, g\nC;a@example.com;A;B;webex_calling;x\n`,
    );
    expect(file?.delimiter).toBe("semicolon");
  });

  it("give what LibreOffice wrote", async () => {
    const { file, rows } = await readAll(sourceOf("test/fixtures/sheets/libreoffice-users.csv"));
    expect(file).toMatchObject({ encoding: "Windows-1252", delimiter: "semicolon" });
    expect(rows.map(({ at, checked }) => [at.row, ...namesOf(checked.issues)])).toEqual([
      [2],
      [3, "warning line_break_in_cell last_name", "error phone_lost_plus phone_number"],
      [5, "error date_in_cell extension", "error unknown_role roles"],
    ]);
  });
});

describe("rows", () => {
  it("have the row number that a spreadsheet shows, after blank rows and quoted line breaks", async () => {
    const { rows, count } = await read(`\n${header}\n\n${ann.replace("Ann", '"An\nn"')}\n , ,\n\n${bob}`);
    expect(rows.map(({ at }) => at)).toEqual([
      { sheet: "users", file: "users.csv", row: 4 },
      { sheet: "users", file: "users.csv", row: 7 },
    ]);
    expect(count).toBe(2);
  });

  it("keep every cell as it was read", async () => {
    const { rows } = await read(`${header},Remark\n${ann.replace("Ann", '" Ann "')},=1+1\n`);
    expect(rows[0]?.cells).toEqual(["CUST-1", "ann@example.com", " Ann ", "Vissér", "webex_calling", "0042", "=1+1"]);
    expect(rows[0]?.checked.value).toMatchObject({ firstName: "Ann" });
  });

  it("come in portions", async () => {
    const { kinds } = await read(`${header}\n${`${ann}\n`.repeat(2500)}`);
    expect(kinds.filter((kind) => kind === "rows").length).toBeGreaterThanOrEqual(3);
    expect(kinds[0]).toBe("header");
    expect(kinds.at(-1)).toBe("end");
  });

  test.each([
    ["one cell", "(2 rows)", "error wrong_cell_count"],
    ["too many cells", `${ann},x`, "error wrong_cell_count"],
    ["a NUL", ann.replace("Ann", "A\0nn"), "error nul_character first_name"],
    ["a cell over 32 KiB", ann.replace("Ann", "x".repeat(40_000)), "error cell_too_large first_name"],
    ["text behind a quote", ann.replace("Ann", '"Ann" Marie'), "error stray_quote"],
  ])("with %s are invalid, and the others are read", async (_, line, problem) => {
    const { rows, isRefused } = await read(`${header}\n${line}\n${bob}\n`);
    expect(rows.map(({ checked }) => namesOf(checked.issues))).toEqual([[problem], []]);
    expect(isRefused).toBe(false);
  });

  it("with cells missing at their end have blank ones there", async () => {
    const { rows } = await read(
      `${header}\nCUST-1,ann@example.com,Ann\n${ann.replace("webex_calling,0042", "webex_meetings")}\n`,
    );
    expect(rows.map(({ checked }) => namesOf(checked.issues))).toEqual([
      ["error required last_name", "error required package"],
      [],
    ]);
  });

  it("may have blank cells beyond the header", async () => {
    const { rows } = await read(`${header}\n${ann},, \n`);
    expect(rows.map(({ checked }) => [checked.value, checked.issues])).toMatchObject([[{ extension: "0042" }, []]]);
  });

  it("with a delimiter in a cell are invalid also where the last cell is blank", async () => {
    const { rows } = await read(`${header}\n${ann.replace("Ann", "Ann, Marie").replace("0042", "")}\n`);
    expect(namesOf(rows[0]?.checked.issues ?? [])).toEqual([
      "error unknown_package package",
      "error invalid_extension extension",
      "error wrong_cell_count",
    ]);
  });

  it("with too many cells keep only the key, if it precedes all other values", async () => {
    const { rows } = await read(`${header}\n${ann},x\n`);
    expect(rows[0]?.checked.value).toMatchObject({ customer: "CUST-1" });
    expect(rows[0]?.checked.value).not.toMatchObject({ email: expect.anything() });
  });

  it("that are the header once more say so, and nothing else", async () => {
    const { rows } = await read(`${header}\n${ann}\n${header}\n${bob}\n`);
    expect(rows.map(({ checked }) => namesOf(checked.issues))).toEqual([[], ["error header_repeated"], []]);
  });

  it("with one cell say what it is, also when that is broken", async () => {
    const { rows } = await read(Buffer.concat([Buffer.from(`\ufeff${header}\n`), Buffer.from([0xff, 0x0a])]));
    expect(namesOf(rows[0]?.checked.issues ?? [])).toEqual([
      "error broken_character customer",
      "error wrong_cell_count",
    ]);
  });
});

describe("columns without a header", () => {
  it("are ignored when they are blank", async () => {
    expect((await read(`${header},,\n${ann},,\n`)).fileIssues).toEqual([]);
  });

  it("give one warning when they are not", async () => {
    const { fileIssues } = await read(`${header},\n${ann},\n${bob},call first\n${bob},again\n`);
    expect(namesOf(fileIssues)).toEqual(["warning data_without_header"]);
    expect(fileIssues[0]?.message).toContain("Row 3");
  });
});

describe("files that cannot be used", () => {
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
  const noise = Buffer.from(Array.from({ length: 400 }, (_, index) => (index * 89) % 256));
  test.each<[string, string | Buffer, string, string?]>([
    ["an empty file", "", "empty_file"],
    ["blank rows only", "\n , \n\n", "empty_file"],
    ["no header", `${ann}\n${bob}\n`, "no_header"],
    ["a missing column", "customer,email\nC,a@example.com\n", "missing_column"],
    ["two columns for one field", `${header},E-mailadres\n${ann},x\n`, "duplicate_column"],
    ["a picture", png, "binary_content"],
    ["noise", noise, "binary_content"],
    ["a workbook named as CSV", Buffer.from("PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0\0\0\0\0"), "binary_content"],
    ["a PDF", "%PDF-1.7\n", "binary_content"],
    ["a compressed file without its ending", gzipSync("x"), "binary_content"],
    ["a compressed file cut off", gzipSync(`${header}\n${ann}\n`).subarray(0, 40), "damaged_archive", "users.csv.gz"],
    ["text that is not compressed", header, "damaged_archive", "users.csv.gz"],
  ])("%s", async (_, content, code, name) => {
    const { file, rows, fileIssues, isRefused, kinds } = await read(content, {}, name);
    expect(fileIssues.filter(({ severity }) => severity === "error").map((issue) => issue.code)).toContain(code);
    expect(fileIssues[0]?.at).toEqual({ sheet: "users", file: "users.csv", row: 0 });
    expect(isRefused).toBe(true);
    expect(rows).toEqual([]);
    expect(file).toBeDefined();
    expect(kinds[0]).toBe("header");
    expect(kinds.at(-1)).toBe("end");
  });

  it("an open quote, with the row in which it opens", async () => {
    const { rows, fileIssues, isRefused } = await read(`${header}\n${ann}\n\nCUST-1,"bob@example.com,Bob\n${bob}\n`);
    expect(fileIssues).toMatchObject([{ code: "open_quote", at: { row: 4 } }]);
    expect(isRefused).toBe(true);
    expect(rows).toHaveLength(1);
  });

  it("an open quote in the header", async () => {
    const { fileIssues } = await read(`customer,email,"first_name,last_name\n${ann}\n`);
    expect(fileIssues).toMatchObject([{ code: "open_quote", at: { row: 1 } }]);
  });

  it("a missing file", async () => {
    const { fileIssues, isRefused } = await readAll(sourceOf("no/such/users.csv"));
    expect(namesOf(fileIssues)).toEqual(["error missing_file"]);
    expect(isRefused).toBe(true);
  });

  it("nothing more of a file is read, packed or not, once the reading is stopped", async () => {
    const text = `${header}\n${`${ann}\n`.repeat(20_000)}`;
    for (const [name, bytes] of [
      ["users.csv", Buffer.from(text)],
      ["users.csv.gz", gzipSync(text)],
    ] as const) {
      const stop = new AbortController();
      const path = join(await makeTemporaryFolder(), name);
      await writeFile(path, bytes);
      const pieces = readBytes(path, { limit: 1e9, signal: stop.signal });
      expect((await pieces.next()).value?.length).toBeLessThan(text.length);
      stop.abort(new Error("stopped"));
      await expect(pieces.next()).rejects.toBe(stop.signal.reason);
      await expect(readAll(sourceOf(path), { signal: stop.signal })).rejects.toBe(stop.signal.reason);
    }
  });

  it("a file over the limit, also when it is small until unpacked", async () => {
    const limits = { csvBytes: 10_000, workbookBytes: 10_000 };
    const text = `${header}\n${`${ann}\n`.repeat(1000)}`;
    expect(namesOf((await read(text, { limits })).fileIssues)).toEqual(["error file_too_large"]);
    expect(namesOf((await read(gzipSync(text), { limits }, "users.csv.gz")).fileIssues)).toEqual([
      "error file_too_large",
    ]);
  });

  it.each([
    ["compressed twice", "users.csv.gz", gzipSync(gzipSync(header)), "binary_content", "unpack it once"],
    ["compressed and named as text", "users.csv", gzipSync(header), "binary_content", "Rename it to users.csv.gz."],
    [
      "text and named as compressed",
      "users.csv.gz",
      Buffer.from(header),
      "damaged_archive",
      "Rename it to users.csv, or",
    ],
    ["nothing and named as compressed", "users.csv.gz", Buffer.alloc(0), "empty_file", "Export the sheet again"],
    ["nothing, compressed", "users.csv.gz", gzipSync(""), "empty_file", "Export the sheet again"],
    ["cut off, compressed", "users.csv.gz", gzipSync(header).subarray(0, 30), "damaged_archive", "Compress it again"],
    ["a web page", "users.csv", Buffer.from("<html><table></table></html>"), "binary_content", "Save it as CSV UTF-8"],
    ["UTF-32", "users.csv", Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), "binary_content", "Save it as CSV UTF-8"],
  ] as const)("a file that is %s, with what to do", async (_what, name, bytes, code, hint) => {
    const { fileIssues, isRefused } = await read(bytes, {}, name);
    expect(isRefused).toBe(true);
    expect(fileIssues.map((issue) => issue.code)).toEqual([code]);
    expect(fileIssues[0]?.hint).toContain(hint);
  });

  it("a header without rows is no reason", async () => {
    const { fileIssues, isRefused, count } = await read(header);
    expect(namesOf(fileIssues)).toEqual(["warning no_rows"]);
    expect(isRefused).toBe(false);
    expect(count).toBe(0);
  });

  it("an encoding or a delimiter that does not exist stops the command", async () => {
    await expect(read(header, { encoding: "klingon" })).rejects.toMatchObject({
      name: "UserError",
      code: "unknown_encoding",
    });
    await expect(read(header, { delimiter: "::" })).rejects.toMatchObject({
      name: "UserError",
      code: "unknown_delimiter",
    });
  });
});
