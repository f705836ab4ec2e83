import type { MutantResult, MutationReport } from "../../mutation/mutate-report.ts";
import { type Annotation, annotationLines, type PathOf } from "../annotations.ts";

/** Workflow commands that annotate the places whose change no case notices. */
export const mutationAnnotations = ({ mutants }: MutationReport, pathOf: PathOf): string =>
  annotationLines(
    mutants.filter(({ status }) => status === "survived" || status === "uncovered").map(annotation),
    pathOf,
    "in the log and the job summary",
  );

const annotation = ({ mutator, what, at, suggestion }: MutantResult): Annotation => ({
  kind: "warning",
  at,
  title: `no test notices ${mutator}`,
  message: [what, ...(suggestion === undefined ? [] : ["a case that would notice it:", suggestion.yaml])].join("\n"),
});
