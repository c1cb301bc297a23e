/** The review of a run on the server; failed rows go back to the check from here. */
import { useCallback, useMemo, useState } from "react";
import { Button } from "react-aria-components";
import type { CustomerCounts } from "../../../report/customer-counts.ts";
import type { ReviewReply, RunReply } from "../../api-types.ts";
import type { Trouble } from "../../trouble.ts";
import { ask, post } from "../api.ts";
import { serverRows } from "../grid/row-source.ts";
import { TroubleNote } from "../parts/trouble-note.tsx";
import { pathOf } from "../route.ts";
import { useSettings } from "../settings.tsx";
import { troubleOf, useLoad } from "../use-load.ts";
import { go } from "../use-route.ts";
import { countRefused, ReviewView } from "./review-view.tsx";

type Looked = { readonly review: ReviewReply; readonly run: RunReply };

export function ReviewScreen({ runId, customer }: { readonly runId: string; readonly customer?: string }) {
  const { words, language } = useSettings();
  const path = `/api/runs/${runId}`;
  const [refused, setRefused] = useState<Trouble>();
  const { value, trouble } = useLoad(useCallback(() => look(path), [path]));
  const source = useMemo(() => serverRows(path), [path]);
  if (!value) return trouble ? <TroubleNote trouble={trouble} /> : <p className="busy">{words.loading}</p>;
  const { review, run } = value;
  const ofCustomer = customer === undefined ? "" : `?customer=${encodeURIComponent(customer)}`;
  const correct = () =>
    post<{ readonly id: string }>(`${path}/correct${ofCustomer}`).then(
      ({ id }) => go({ screen: "check", batch: id }),
      (error: unknown) => setRefused(troubleOf(error)),
    );
  const own = review.customers.find((each) => each.customer === customer);
  const hasFailed =
    customer === undefined
      ? review.downloads.some(({ path: file }) => file.startsWith("failed/"))
      : own !== undefined && countRefused(own) > 0;
  return (
    <>
      <TroubleNote trouble={refused} />
      <ReviewView
        key={customer ?? ""}
        review={review}
        source={source}
        {...(customer === undefined ? {} : { customer })}
        hrefOfCustomer={(name) => pathOf({ screen: "review", run: runId, customer: name })}
        hrefOfRun={pathOf({ screen: "review", run: runId })}
        downloads={review.downloads.map((file) => ({ path: file.path, href: `${path}/files/${file.path}` }))}
        actions={
          <>
            {(run.isGoing || run.line.state === "interrupted") && (
              <a className="button" href={pathOf({ screen: "run", run: runId })}>
                {words.run.title}
              </a>
            )}
            {isHandedOver(run, customer === undefined ? review.summary.total : own) &&
              (customer === undefined ? (
                <a className="button" href={`${path}/handover?language=${language}`} download>
                  {words.review.handOverAll}
                </a>
              ) : (
                (["html", "csv"] as const).map((file) => (
                  <a
                    key={file}
                    className="button"
                    href={`${path}/handover${ofCustomer}&file=${file}&language=${language}`}
                    download
                  >
                    {words.review.handOver[file]}
                  </a>
                ))
              ))}
            {hasFailed && (
              <Button className="button strong" onPress={() => void correct()}>
                {words.review.correct}
              </Button>
            )}
          </>
        }
      />
    </>
  );
}

/** Has something been set up that can be handed over? */
function isHandedOver({ line, isGoing }: RunReply, counts: Pick<CustomerCounts, "statuses"> | undefined): boolean {
  const { succeeded = 0, unchanged = 0, pending = 0 } = counts?.statuses ?? {};
  const isOver = !isGoing && line.state !== "going";
  return isOver && (line.command === "apply" || line.command === "retry") && succeeded + unchanged + pending > 0;
}

async function look(path: string): Promise<Looked> {
  const [review, run] = await Promise.all([ask<ReviewReply>(`${path}/review`), ask<RunReply>(path)]);
  return { review, run };
}
