/** The worksheets of a workbook, where it can be opened. */
import { FileRefusal } from "./file-refusal.ts";
import { worksheetNames } from "./read-workbook.ts";

/** In the order of the workbook; undefined when it cannot be opened: reading it says why. `limit`: bytes, unpacked. */
export async function worksheetsOf(path: string, limit: number): Promise<readonly string[] | undefined> {
  try {
    return await worksheetNames(path, limit);
  } catch (error) {
    if (error instanceof FileRefusal) return undefined;
    throw error;
  }
}
