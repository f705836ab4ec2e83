import { useEffect, useState } from "preact/hooks";
import type { Access as Found } from "../../analysis/answers.ts";
import { accessTable } from "../access-table.ts";
import { AccessView, Open } from "../panes/who-can.tsx";
import { background } from "../work/thread.ts";
import * as model from "./model.ts";

/** Who can use a key of the server: worked out beside the page. */
export function Access({ arn }: { readonly arn: string }) {
  const document = model.world.value;
  const [found, tell] = useState<Found | string | undefined>(undefined);
  useEffect(() => {
    if (document === undefined) return undefined;
    if (typeof document === "string") {
      tell(document);
      return undefined;
    }
    background.ask("access", { kind: "key-access", world: document, arn }, (outcome) =>
      tell("failed" in outcome ? outcome.failed : outcome.answer),
    );
    return () => background.drop("access");
  }, [document, arn]);
  if (found === undefined) return <p class="kw-faint">Being worked out…</p>;
  if (typeof found === "string") return <p class="kw-fault">Who can use it is not told: {found}</p>;
  return (
    <>
      <AccessView table={accessTable(found)} />
      <Open
        texts={[
          ...found.undecided.map(({ text }) => `not decided: ${text}`),
          ...found.assumptions.map(({ text }) => `taken for granted: ${text}`),
        ]}
      />
    </>
  );
}
