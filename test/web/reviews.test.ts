import { expect, it, onTestFinished } from "vitest";
import { openReviews } from "../../src/web/reviews.ts";
import { operator } from "../support/operator.ts";

it("a run that several requests ask for at once is read once, and stays open for all of them", async () => {
  const { apply, stateFolder } = await operator();
  const { runId } = await apply({ templates: [{}], customers: [{}], users: [{}] });
  const reviews = openReviews(stateFolder);
  onTestFinished(() => reviews.close());
  const [first, ...others] = await Promise.all(Array.from({ length: 5 }, () => reviews.get(runId, false)));
  expect(others.filter((each) => each !== first)).toEqual([]);
  expect(first?.rows.source.facts().files).toHaveLength(3);
});
