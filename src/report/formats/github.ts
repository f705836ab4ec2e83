import { type Annotation, annotationLines } from "../annotations.ts";
import { isOpen, levelOf, problemsIn, type Review } from "../review/review.ts";

/** Workflow commands that annotate the lines of what was found; notes are left to the job summary. */
export function reviewAnnotations(review: Review): string {
  const annotations = problemsIn(review)
    .filter((item) => isOpen(item) && levelOf(item) !== "note")
    .map((item): Annotation => {
      const { anchor, title, why, help, code, label } = item;
      return {
        kind: levelOf(item) === "error" ? "error" : "warning",
        at: { file: "kmsward", pointer: "", ...anchor?.at },
        title: `${label} [${code}]`,
        message: [title, ...why, ...(help === undefined ? [] : [help])].join("\n"),
      };
    });
  return annotationLines(annotations, review.pathOf, "in the log and the job summary");
}
