import { signal } from "@preact/signals";

const SCHEMES = ["system", "light", "dark"] as const;
const scheme = signal<(typeof SCHEMES)[number]>("system");

/** Light, dark, or what the system says. Nothing is kept: the next visit begins with the system's. */
export function SchemeSwitch() {
  const now = scheme.value;
  return (
    <button
      type="button"
      aria-label={`Colours: ${now}`}
      onClick={() => {
        const next = SCHEMES[(SCHEMES.indexOf(now) + 1) % SCHEMES.length] ?? "system";
        scheme.value = next;
        if (next === "system") delete document.documentElement.dataset.scheme;
        else document.documentElement.dataset.scheme = next;
      }}
    >
      {now === "dark" ? "☾ dark" : now === "light" ? "☼ light" : "☼/☾ system"}
    </button>
  );
}
