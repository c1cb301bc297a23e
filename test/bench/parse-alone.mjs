/** csv-parse reading one file, and nothing else: `node parse-alone.mjs FILE arrays|objects`. */
import { createReadStream } from "node:fs";
import { parse } from "csv-parse";

const [, , file, shape] = process.argv;
const parser = createReadStream(file).pipe(parse({ columns: shape === "objects" }));
let rows = 0;
for await (const _ of parser) rows += 1;
console.log(rows);
