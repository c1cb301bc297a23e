import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import all from "./vitest.config.ts";

/**
 * Folders of tests that take long, or need more than npm: a browser, Temporal, an office program, the built program in
 * processes of its own, inputs of tens of thousands of rows, whole samples as a user runs them, and `crash`: runs that are
 * killed, that read damaged files, or that meet a target which misbehaves.
 */
export const slowFolders = ["browser", "contract", "crash", "large", "office", "program", "temporal", "usage"];

/** They take longest: begun last, one of them would go on alone while the other processors stand idle. */
const longest = ["temporal/temporal-engine", "contract/scenarios", "crash/killed-at-random", "temporal/fleet"];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const index = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return index < 0 ? longest.length : index;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

/** The tests that `npm test` leaves out: `npm run test:slow`. */
export default defineConfig({
  ...all,
  test: {
    ...all.test,
    include: slowFolders.map((folder) => `test/${folder}/**/*.test.ts`),
    sequence: { sequencer: LongestFirst },
  },
});
