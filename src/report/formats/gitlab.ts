import { printable } from "../../base/text.ts";
import { isOpen, problemsIn, type Review, WEIGHTS } from "../review/review.ts";

/** GitLab's Code Quality report: a list, empty where all is well, for the widget compares it with that of the target branch. */
export function reviewGitlab(review: Review, hash: (text: string) => string): string {
  const { command, pathOf } = review;
  const seen = new Map<string, number>();
  const issues = problemsIn(review)
    .filter(isOpen)
    .map(({ code, title, why, grade, anchor, fingerprint }) => {
      const print = hash(JSON.stringify([command, code, fingerprint])).slice(0, 32);
      const nth = (seen.get(print) ?? 0) + 1; // one change may be told of twice, and prints are to be unlike
      seen.set(print, nth);
      return {
        description: printable([title, ...why].join(". "), 1_000).replace(/\p{Surrogate}/gu, "\ufffd"),
        check_name: code,
        fingerprint: nth === 1 ? print : `${print}:${nth}`,
        severity: WEIGHTS[grade].quality,
        location: {
          path: pathOf(anchor?.at?.file ?? "kmsward").replace(/^(?:\.{1,2}\/)+/, ""),
          lines: { begin: anchor?.region?.startLine ?? anchor?.at?.line ?? 1 },
        },
      };
    });
  return `${JSON.stringify(issues, undefined, 2)}\n`;
}
