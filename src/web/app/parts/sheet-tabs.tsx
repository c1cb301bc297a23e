/** The sheets of a batch or a run as tabs, with their rows and errors, and the panel of the selected one. */
import type { ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { type SheetName, sheetNames } from "../../../model/sheet.ts";
import type { Counts } from "../../../report/tally.ts";
import { useSettings } from "../settings.tsx";

type Props = {
  readonly sheets: Readonly<Record<SheetName, Pick<Counts, "rows" | "statuses">>>;
  readonly selected: SheetName;
  readonly onSelect: (sheet: SheetName) => void;
  readonly children: ReactNode;
};

export function SheetTabs({ sheets, selected, onSelect, children }: Props) {
  const { words, number } = useSettings();
  return (
    <Tabs
      selectedKey={selected}
      onSelectionChange={(key) => {
        const sheet = sheetNames.find((each) => each === key);
        if (sheet) onSelect(sheet);
      }}
    >
      <TabList className="tabs" aria-label={words.upload.sheet}>
        {sheetNames.map((sheet) => {
          const { rows, statuses } = sheets[sheet];
          const bad = statuses.invalid + statuses.failed + statuses.blocked;
          return (
            <Tab key={sheet} id={sheet} className="tab">
              {words.sheets[sheet]} <span className="quiet">{number(rows)}</span>
              {bad > 0 && (
                <span className="badge">
                  <span aria-hidden="true">{number(bad)}</span>
                  <span className="unseen">{words.grid.badRows(bad)}</span>
                </span>
              )}
            </Tab>
          );
        })}
      </TabList>
      {sheetNames.map((sheet) => (
        <TabPanel key={sheet} id={sheet}>
          {children}
        </TabPanel>
      ))}
    </Tabs>
  );
}
