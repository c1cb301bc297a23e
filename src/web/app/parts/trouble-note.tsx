/** What went wrong, where it went wrong: what, why, what to do. */
import { Button } from "react-aria-components";
import type { Trouble } from "../../trouble.ts";
import { useWords } from "../settings.tsx";

export function TroubleNote({
  trouble,
  onRetry,
}: {
  readonly trouble: Trouble | undefined;
  readonly onRetry?: () => void;
}) {
  const words = useWords();
  if (!trouble) return null;
  return (
    <div className="note bad" role="alert">
      <strong>{trouble.message || words.trouble}</strong>
      {trouble.hint && <p>{trouble.hint}</p>}
      {onRetry && (
        <Button className="button small" onPress={onRetry}>
          {words.tryAgain}
        </Button>
      )}
    </div>
  );
}
