import { useEffect, useState } from "preact/hooks";
import { whoCan } from "../../analysis/access.ts";
import type { Access as Found } from "../../analysis/answers.ts";
import { accessTable } from "../access-table.ts";
import { AccessView, Open } from "../panes/who-can.tsx";
import * as model from "./model.ts";
import { worldIn } from "./policy-change.ts";

/** Who can use a key of the server: the analysis runs in the page, once what is known already has been shown. */
export function Access({ arn }: { readonly arn: string }) {
  const document = model.world.value;
  const [found, tell] = useState<Found | string | undefined>(undefined);
  useEffect(() => {
    if (document === undefined) return undefined;
    const timer = window.setTimeout(() => {
      const world = typeof document === "string" ? document : worldIn(document);
      tell(typeof world === "string" ? world : whoCan(world, { key: arn }));
    }, 30);
    return () => window.clearTimeout(timer);
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
