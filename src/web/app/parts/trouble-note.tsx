/** What went wrong: what, why, and what to do. */
import { Button } from "react-aria-components";
import type { Trouble } from "../../trouble.ts";
import { useSettings } from "../settings.tsx";

export function TroubleNote({
  trouble,
  onRetry,
}: {
  readonly trouble: Trouble | undefined;
  readonly onRetry?: () => void;
}) {
  const { words, say } = useSettings();
  if (!trouble) return null;
  return (
    <div className="note bad" role="alert">
      <strong>{say(trouble.message) || words.trouble}</strong>
      {trouble.hint && <p>{say(trouble.hint)}</p>}
      {onRetry && (
        <Button className="button small" onPress={onRetry}>
          {words.tryAgain}
        </Button>
      )}
    </div>
  );
}
