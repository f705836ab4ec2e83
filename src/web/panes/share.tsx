import { useRef, useState } from "preact/hooks";
import { wardFile } from "../export.ts";
import { LONG_LINK, packState } from "../link.ts";
import * as model from "../model.ts";

/** Copies a link that holds everything here. It says so: who gets the link, gets the policies. */
export function LinkButton() {
  const field = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [link, show] = useState<string | undefined>(undefined);
  const copy = async () => {
    const made = `${location.href.split("#")[0]}#${packState(model.state.value)}`;
    show(made);
    try {
      await navigator.clipboard.writeText(made);
      model.status.value = "Copied the link.";
    } catch {
      model.status.value = "The browser does not let the page copy: take the link from the field.";
      field.current?.select();
    }
  };
  return (
    <>
      <button type="button" ref={button} aria-expanded={link !== undefined} onClick={copy}>
        Link
      </button>
      {link !== undefined && (
        <section
          class="kw-popover"
          aria-label="Link"
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            show(undefined);
            button.current?.focus();
          }}
        >
          <p>The link contains the policies themselves: it is as confidential as they are. Nothing is sent anywhere.</p>
          {link.length > LONG_LINK && (
            <p class="kw-fault">
              It is {link.length.toLocaleString("en-US")} characters long: mail and chat cut such links. Export a file instead.
            </p>
          )}
          <input ref={field} aria-label="The link" readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
          <button
            type="button"
            onClick={() => {
              show(undefined);
              button.current?.focus();
            }}
          >
            Close
          </button>
        </section>
      )}
    </>
  );
}

/** Copies the question as a test file: Ctrl-Enter, or Cmd-Enter. */
export async function copyCase(): Promise<void> {
  const found = model.shown.value;
  if (found === undefined || found.isOld) {
    model.status.value = "There is no answer to copy.";
    return;
  }
  try {
    await navigator.clipboard.writeText(wardFile(model.state.value, found.decided.answer));
    model.status.value = "Copied the question as a test file.";
  } catch {
    model.status.value = "The browser does not let the page copy: export the file instead.";
  }
}

/** The question as a case of a test file. */
export function ExportButton() {
  const found = model.shown.value;
  return (
    <button
      type="button"
      disabled={found === undefined || found.isOld}
      onClick={() => found && download("playground.ward.yaml", wardFile(model.state.value, found.decided.answer))}
    >
      Export
    </button>
  );
}

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/yaml" }));
  const anchor = document.createElement("a");
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
  model.status.value = `Wrote ${name}: \`kmsward test ${name}\` runs it.`;
}
