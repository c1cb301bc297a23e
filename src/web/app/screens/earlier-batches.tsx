/** Earlier batches, to continue or to remove. */

import { useState } from "react";
import { Button } from "react-aria-components";
import type { BatchLine } from "../../api-types.ts";
import { post } from "../api.ts";
import { pathOf } from "../route.ts";
import { useSettings } from "../settings.tsx";

export function EarlierBatches({ batches }: { readonly batches: readonly BatchLine[] }) {
  const { words, time } = useSettings();
  const [gone, setGone] = useState<readonly string[]>([]);
  const left = batches.filter(({ id }) => !gone.includes(id));
  if (left.length === 0) return null;
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier">{words.upload.earlier}</h2>
      <ul className="list">
        {left.map(({ id, createdAt, files }) => {
          const name = files.join(", ") || words.upload.emptyBatch;
          return (
            <li key={id}>
              <a href={pathOf({ screen: files.length > 0 ? "check" : "upload", batch: id })}>{name}</a>
              <span className="quiet">{time(createdAt)}</span>
              <Button
                className="button small"
                aria-label={words.upload.removeBatch(name)}
                onPress={() => {
                  setGone([...gone, id]);
                  void post(`/api/batches/${id}`, {}, "DELETE");
                }}
              >
                ✕
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
