/** The menu of the page itself: its language and appearance. */
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from "react-aria-components";
import { type Language, languages } from "../../../model/words/language.ts";
import { appearances, useSettings } from "../settings.tsx";

/** Each in itself. */
const names: Readonly<Record<Language, string>> = { en: "English", nl: "Nederlands" };

export function Choices() {
  const { words, language, appearance, setLanguage, setAppearance } = useSettings();
  return (
    <MenuTrigger>
      <Button className="button bare choices" aria-label={words.settings}>
        <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" fill="none" stroke="currentColor">
          <path d="M2.5 5.5h6m4 0h3M2.5 12.5h3m4 0h6" strokeWidth="1.6" strokeLinecap="round" />
          <circle cx="10.5" cy="5.5" r="2" strokeWidth="1.6" />
          <circle cx="7.5" cy="12.5" r="2" strokeWidth="1.6" />
        </svg>
      </Button>
      <Popover className="popover" placement="bottom">
        <Menu className="menu" aria-label={words.settings}>
          <Choice
            title={words.language}
            all={languages}
            name={(each) => names[each]}
            chosen={language}
            onChoose={setLanguage}
          />
          <Choice
            title={words.appearance}
            all={appearances}
            name={(each) => words.appearances[each]}
            chosen={appearance}
            onChoose={setAppearance}
          />
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

type ChoiceProps<T extends string> = {
  readonly title: string;
  readonly all: readonly T[];
  readonly name: (each: T) => string;
  readonly chosen: T;
  readonly onChoose: (next: T) => void;
};

function Choice<T extends string>({ title, all, name, chosen, onChoose }: ChoiceProps<T>) {
  return (
    <MenuSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const next = all.find((each) => keys !== "all" && keys.has(each));
        if (next) onChoose(next);
      }}
    >
      <Header className="menu-title">{title}</Header>
      {all.map((each) => (
        <MenuItem key={each} id={each} className="menu-item choice-item" textValue={name(each)}>
          {name(each)}
        </MenuItem>
      ))}
    </MenuSection>
  );
}
