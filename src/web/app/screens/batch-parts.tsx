/** What a batch is made of, for who begins: the four sheets in a sentence each, and a workbook to start from. */
import { sheetNames } from "../../../model/sheet.ts";
import { useWords } from "../settings.tsx";

export function BatchParts() {
  const words = useWords();
  return (
    <section aria-labelledby="parts">
      <h2 id="parts">{words.parts.title}</h2>
      <dl className="made-of">
        {sheetNames.map((sheet) => (
          <div key={sheet}>
            <dt>{words.sheets[sheet]}</dt>
            <dd>{words.parts[sheet]}</dd>
          </div>
        ))}
      </dl>
      <p>
        {words.parts.starter}{" "}
        <a href="/api/starter" download="batch.xlsx">
          {words.parts.starterLink}
        </a>
      </p>
    </section>
  );
}
