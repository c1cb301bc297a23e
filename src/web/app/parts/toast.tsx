/** What was just done, with a way back. It stays until something else is done or it is closed. */
import { Button } from "react-aria-components";
import { useWords } from "../settings.tsx";

export type Told = { readonly text: string; readonly isBad?: boolean; readonly onUndo?: () => void };

export function Toast({ told, onClose }: { readonly told: Told | undefined; readonly onClose: () => void }) {
  const words = useWords();
  return (
    <div className="toasts" role="status">
      {told && (
        <div className={told.isBad ? "toast bad" : "toast"}>
          <span>{told.text}</span>
          {told.onUndo && (
            <Button className="button small" onPress={told.onUndo}>
              {words.check.undo}
            </Button>
          )}
          <Button className="button small bare" aria-label={words.check.close} onPress={onClose}>
            ✕
          </Button>
        </div>
      )}
    </div>
  );
}
