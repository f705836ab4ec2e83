import type { ComponentChildren } from "preact";

export type Tab<Name extends string = string> = { readonly name: Name; readonly label: string; readonly badge?: string | undefined };

type TabsProps<Name extends string> = {
  readonly label: string;
  readonly tabs: readonly Tab<Name>[];
  readonly chosen: Name;
  readonly panel: string; // the id of what the tabs change
  readonly onChoose: (name: Name) => void;
  readonly children?: ComponentChildren;
};

/** A row of tabs: one of them is a stop of the Tab key, and the arrows go from one to the next. */
export function Tabs<Name extends string>({ label, tabs, chosen, panel, onChoose, children }: TabsProps<Name>) {
  const step = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ name }) => name === chosen);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length];
    if (next === undefined) return;
    event.preventDefault();
    onChoose(next.name);
    const list = event.currentTarget as HTMLElement;
    requestAnimationFrame(() => list.querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
  };
  return (
    <div class="kw-tabs">
      <div role="tablist" aria-label={label} class="kw-tablist" onKeyDown={step}>
        {tabs.map(({ name, label: text, badge }) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={tabId(panel, name)}
            aria-selected={name === chosen}
            aria-controls={panel}
            tabIndex={name === chosen ? 0 : -1}
            onClick={() => onChoose(name)}
          >
            {text}
            {badge !== undefined && <span class="kw-badge">{badge}</span>}
          </button>
        ))}
      </div>
      {children}
    </div>
  );
}

/** The id of a tab, by which its panel is called. */
export const tabId = (panel: string, name: string): string => `${panel}-tab-${name.replaceAll(/[^\w-]/g, "_")}`;
