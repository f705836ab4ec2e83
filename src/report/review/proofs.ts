import type { Place } from "../../base/diagnostic.ts";
import { counted } from "../../base/text.ts";
import { type NamedProof, refutedBy } from "../analysis/proofs.ts";
import { ownIn, refsIn } from "../analysis/words.ts";
import { type Item, type Review, sorted } from "./review.ts";
import { shownFor, WORDS } from "./shown.ts";
import { Sources, type TextOf } from "./sources.ts";

type Asked = Pick<Review, "version" | "pathOf" | "subject"> & { readonly textOf: TextOf; readonly failsOpen: boolean };

/** What became of invariants, as results; what is proved is one too, so that a report can list it. */
export function proofsReview(proofs: readonly NamedProof[], { version, pathOf, subject, textOf, failsOpen }: Asked): Review {
  const sources = new Sources(textOf);
  const count = (verdict: NamedProof["proof"]["verdict"]) => proofs.filter(({ proof }) => proof.verdict === verdict).length;
  const others = (["refuted", "unknown"] as const).flatMap((verdict) => (count(verdict) > 0 ? [`${count(verdict)} ${verdict}`] : []));
  return {
    command: "prove",
    version,
    subject,
    title: `${counted(proofs.length, "invariant")}: ${[`${count("proved")} proved`, ...others].join(", ")}`,
    columns: ["invariant", "verdict", "because"],
    items: sorted(proofs.map((proof) => proofItem(proof, sources, failsOpen))),
    groups: [...new Set(proofs.map(({ name }) => name))],
    assumptions: [...new Set(proofs.flatMap(({ proof }) => proof.assumptions.map(({ text }) => text)))],
    notes: [],
    pathOf,
  };
}

function proofItem({ name, proof, subject, at }: NamedProof, sources: Sources, failsOpen: boolean): Item {
  const { verdict, witness, why, control, vacuous, assumptions, notModelled = [] } = proof;
  const place: Place = at ?? { file: subject?.name ?? "", line: 1, column: 1, pointer: "" };
  const isOpen = verdict === "unknown" || vacuous !== undefined;
  const said = witness && `${refutedBy(witness)}${ownIn(witness.assumes)}`;
  const reasons = [
    ...(said === undefined ? [] : [said]),
    ...(witness === undefined || witness.by.length === 0 ? [] : [`By ${refsIn(witness.by)}`]),
    ...(why === undefined ? [] : [why]),
    ...(vacuous === undefined ? [] : [`It can never fail: ${vacuous}`]),
    ...(control === undefined ? [] : [`It would fail ${control.text}`]),
    ...[...new Set(notModelled.map(({ text }) => text))].map((text) => `Not modelled, and could turn it: ${text}`),
  ];
  return {
    code: vacuous !== undefined ? "KW681" : verdict === "unknown" ? "KW680" : "KW656",
    kind: verdict === "refuted" ? "refuted" : isOpen ? "undecided" : "proved",
    grade: verdict === "refuted" ? "high" : isOpen ? "undecided" : "info",
    label: verdict,
    group: name,
    title: name,
    why: reasons,
    cells: [{ text: name }, { text: vacuous === undefined ? verdict : "can never fail" }, { text: reasons[0] ?? "–" }],
    ...(place.file !== "" && { anchor: { text: said ?? name, at: place, region: sources.line(place) } }),
    related: [],
    steps: [],
    pairs: [],
    ...(witness !== undefined && {
      shown: shownFor({
        title: `${name}: a request that shows it`,
        request: witness.request,
        data: witness.data?.question,
        outcomes: WORDS[witness.outcome] ?? witness.outcome,
        expect: witness.outcome === "allowed" ? "deny" : "allow",
        subject,
        names: { key: witness.key.name, principal: witness.who.name },
        assumes: witness.assumes,
        assumptions,
      }),
    }),
    fails: verdict === "refuted" || (isOpen && failsOpen),
    fingerprint: `${name}`,
  };
}
