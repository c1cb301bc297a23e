/** A file of users in the words of some other system, made by chance, with the mapping that makes them ours; and where it was spoiled. */
import type { WrittenMapping, WrittenSection } from "../../src/model/written-mapping.ts";

export type User = Readonly<
  Record<
    | "customer"
    | "email"
    | "first_name"
    | "last_name"
    | "package"
    | "location"
    | "phone_number"
    | "extension"
    | "department",
    string
  >
>;

export type Spoiled = {
  /** As a spreadsheet shows it. */
  readonly row: number;
  readonly column: string;
  readonly header: string;
  readonly cell: string;
};

export type ForeignFile = {
  readonly users: readonly User[];
  readonly mapping: WrittenMapping;
  readonly header: readonly string[];
  readonly delimiter: string;
  /** A line of cells for each user, as it should be. */
  readonly right: readonly (readonly string[])[];
  /** The same with what was spoiled. */
  readonly lines: readonly (readonly string[])[];
  /** Of each line, as a spreadsheet shows it: blank lines count. */
  readonly rows: readonly number[];
  readonly spoiled: readonly Spoiled[];
  readonly text: string;
};

type Random = () => number;

const pickOf =
  (random: Random) =>
  <T>(values: readonly T[]): T =>
    values[Math.floor(random() * values.length)] as T; // of values that are not empty

const firstNames = ["Ann", "Zoë", "Jan-Willem", "Øystein", "Fatima", "D'Arcy"];
const lastNames = ["Smit", "van der Berg", "El Amrani", "O'Neill", "de Groot-Bos", "Müller"];

function usersBy(random: Random): readonly User[] {
  const pick = pickOf(random);
  return Array.from({ length: 1 + Math.floor(random() * 12) }, (_, index) => ({
    customer: "C-1001",
    email: `user${index}@example.com`,
    first_name: pick(firstNames),
    last_name: pick(lastNames),
    package: pick(["webex_calling", "webex_suite"]),
    location: "Head Office",
    phone_number: random() < 0.7 ? `+3120123${String(4000 + index)}` : "",
    extension: String(4000 + index),
    department: pick(["", "Sales", "Sales / North", "Inkoop / Zuid"]),
  }));
}

/** Some columns of the file, and what the mapping says of them. */
type Piece = {
  readonly headers: readonly string[];
  readonly section: WrittenSection;
  cells(user: User): readonly string[];
  /** How a cell of it is spoiled: which, how, and which of our columns is refused for it. */
  readonly spoil: readonly { readonly at: number; readonly cell: string; readonly column: string }[];
};

/** A column under a name of theirs. */
const renamed = (header: string, column: keyof User, spoil: readonly string[]): Piece => ({
  headers: [header],
  section: { headers: { [header]: column } },
  cells: (user) => [user[column]],
  spoil: spoil.map((cell) => ({ at: 0, cell, column })),
});

function namePiece(random: Random): Piece {
  const pick = pickOf(random);
  const isLastFirst = random() < 0.5;
  const blank = { at: 0, cell: "", column: "first_name" };
  return pick<Piece>([
    {
      headers: ["Voornaam!", "Achternaam!"],
      section: { headers: { "Voornaam!": "first_name", "Achternaam!": "last_name" } },
      cells: (user) => [user.first_name, user.last_name],
      spoil: [blank, { at: 1, cell: "#N/B", column: "last_name" }],
    },
    {
      headers: ["Wie"],
      section: isLastFirst
        ? { split: [{ header: "Wie", at: ",", into: ["last_name", "first_name"] }] }
        : { split: [{ header: "Wie", into: ["first_name", "last_name"] }] },
      cells: ({ first_name, last_name }) => [
        isLastFirst ? `${last_name}, ${first_name}` : `${first_name} ${last_name}`,
      ],
      spoil: [{ at: 0, cell: "Receptie", column: isLastFirst ? "first_name" : "last_name" }],
    },
  ]);
}

function phonePiece(random: Random): Piece {
  const pick = pickOf(random);
  const write = (as: (digits: string) => string) => (user: User) => [
    user.phone_number === "" ? "" : as(user.phone_number.slice(3)),
  ];
  const [prefix, cells] = pick<readonly [string, (user: User) => readonly string[]]>([
    ["+31", write((digits) => `0${digits}`)],
    ["+31", write((digits) => `0${digits.slice(0, 2)} - ${digits.slice(2, 5)} ${digits.slice(5)}`)],
    ["+31", write((digits) => `0031${digits}`)],
    ["+31", write((digits) => `31${digits}`)],
    ["+31", write((digits) => `+31 (0)${digits}`)],
    ["+3120123", write((digits) => digits.slice(-4))],
  ]);
  return {
    headers: ["Lijn"],
    section: { headers: { Lijn: "phone_number" }, prefix: { phone_number: prefix } },
    cells,
    spoil: ["12", "n.v.t. 020"].map((cell) => ({ at: 0, cell, column: "phone_number" })),
  };
}

const packagePiece: Piece = {
  headers: ["Soort"],
  section: {
    headers: { Soort: "package" },
    values: { package: { Basis: "webex_calling", "Alles-in-één": "webex_suite", "": "webex_calling" } },
  },
  cells: (user) => [user.package === "webex_calling" ? "basis" : "Alles-in-één"],
  spoil: [{ at: 0, cell: "Premium", column: "package" }],
};

function departmentPiece(random: Random): Piece {
  if (random() < 0.5) return renamed("Afd", "department", []);
  return {
    headers: ["Afd", "Team"],
    section: { join: [{ headers: ["Afd", "Team"], with: " / ", into: "department" }] },
    cells: (user) => [user.department.split(" / ")[0] ?? "", user.department.split(" / ")[1] ?? ""],
    spoil: [],
  };
}

function customerPiece(random: Random): Piece {
  if (random() < 0.5) return renamed("Relatie", "customer", ["1,00E+11"]);
  return { headers: [], section: { constants: { customer: "C-1001" } }, cells: () => [], spoil: [] };
}

const otherPiece = (random: Random): Piece => ({
  headers: ["Opmerking", "PIN"],
  section: { headers: random() < 0.5 ? { "*": "" } : { Opmerking: "", PIN: "" } },
  cells: () => [pickOf(random)(["", 'zegt "ja"', "a;b,c", "regel 1\nregel 2"]), "0042"],
  spoil: [],
});

function together(pieces: readonly Piece[]): WrittenSection {
  const sections = pieces.map(({ section }) => section);
  return {
    headers: Object.assign({}, ...sections.map(({ headers }) => headers)),
    constants: Object.assign({ location: "Head Office" }, ...sections.map(({ constants }) => constants)),
    split: sections.flatMap(({ split = [] }) => split),
    join: sections.flatMap(({ join = [] }) => join),
    values: Object.assign({}, ...sections.map(({ values }) => values)),
    prefix: Object.assign({}, ...sections.map(({ prefix }) => prefix)),
  };
}

export function foreignFile(random: Random): ForeignFile {
  const pick = pickOf(random);
  const users = usersBy(random);
  const pieces = [
    renamed("Adres", "email", ["geen adres"]),
    renamed("Kort", "extension", ["12a", "911"]),
    namePiece(random),
    phonePiece(random),
    packagePiece,
    departmentPiece(random),
    customerPiece(random),
    otherPiece(random),
  ].toSorted(() => random() - 0.5);
  const header = pieces.flatMap(({ headers }) => headers);
  const right = users.map((user) => pieces.flatMap((piece) => piece.cells(user)));
  const delimiter = pick([",", ";", "\t", "|"]);
  const ways = pieces.flatMap(({ headers, spoil }) =>
    spoil.map((way) => ({ ...way, position: header.indexOf(headers[way.at] ?? "") })),
  );
  let row = 1;
  const rows: number[] = [];
  const spoiled: Spoiled[] = [];
  const texts = [toLine(header, delimiter)];
  const lines = right.map((cells) => {
    while (random() < 0.2) {
      texts.push("");
      row += 1;
    }
    row += 1;
    rows.push(row);
    const way = random() < 0.4 ? pick(ways) : undefined;
    const line = way ? cells.with(way.position, way.cell) : cells;
    if (way) spoiled.push({ row, column: way.column, header: header[way.position] ?? "", cell: way.cell });
    texts.push(toLine(line, delimiter));
    return line;
  });
  return {
    ...{ users, header, delimiter, right, lines, rows, spoiled },
    mapping: { users: together(pieces) },
    text: (random() < 0.3 ? "\ufeff" : "") + texts.map((line) => `${line}\r\n`).join(""),
  };
}

export function toLine(cells: readonly string[], delimiter: string): string {
  return cells
    .map((cell) => (/["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(delimiter);
}
