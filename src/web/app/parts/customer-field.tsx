/** Chooses a customer by name or external id. */
import { useMemo, useState } from "react";
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from "react-aria-components";
import type { CustomerCounts } from "../../../report/customer-counts.ts";
import { useWords } from "../settings.tsx";

type Props = {
  readonly customers: readonly Pick<CustomerCounts, "customer" | "name">[];
  readonly chosen: string | undefined;
  readonly onChoose: (customer: string | undefined) => void;
};

/** More are found by typing. */
const mostShown = 50;

export function CustomerField({ customers, chosen, onChoose }: Props) {
  const words = useWords();
  const known = customers.find(({ customer }) => customer === chosen);
  const shown = known ? labelOf(known) : (chosen ?? "");
  const [typed, setTyped] = useState<string>();
  const wanted = (typed ?? "").trim().toLowerCase();
  const found = useMemo(
    () =>
      customers
        .filter(({ customer, name = "" }) => `${name} ${customer}`.toLowerCase().includes(wanted))
        .slice(0, mostShown),
    [customers, wanted],
  );
  return (
    <ComboBox
      className="customer-field"
      items={found.map((each) => ({ ...each, id: each.customer }))}
      inputValue={typed ?? shown}
      onInputChange={(text) => setTyped(text === shown ? undefined : text)}
      selectedKey={chosen ?? null}
      onSelectionChange={(key) => {
        setTyped(undefined);
        if (key !== null) onChoose(String(key));
      }}
      onBlur={() => {
        if (typed === "" && chosen !== undefined) onChoose(undefined);
        setTyped(undefined);
      }}
      menuTrigger="focus"
      allowsEmptyCollection
    >
      <Label className="unseen">{words.filter.customer}</Label>
      <Input placeholder={words.filter.everyCustomer} />
      {chosen === undefined ? null : (
        <Button
          slot={null}
          className="clear"
          aria-label={words.filter.everyCustomer}
          onPress={() => onChoose(undefined)}
        >
          ✕
        </Button>
      )}
      <Popover className="popover">
        <ListBox className="menu" renderEmptyState={() => <p className="menu-item quiet">{words.filter.noCustomer}</p>}>
          {(each: { readonly id: string; readonly name?: string; readonly customer: string }) => (
            <ListBoxItem className="menu-item" textValue={labelOf(each)}>
              {each.name ?? each.customer} {each.name && <span className="quiet">{each.customer}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function labelOf({ customer, name }: { readonly customer: string; readonly name?: string }): string {
  return name === undefined ? customer : `${name} (${customer})`;
}
