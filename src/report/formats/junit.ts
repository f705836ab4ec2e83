import { CODES, type Code } from "../../base/codes.ts";
import { type Item, isOpen, type Review } from "../review/review.ts";
import { attribute, builder, valid } from "../tests/junit.ts";
import { placeName } from "../tests/report.ts";

/**
 * JUnit's XML: a suite of each thing that was looked at, in which nothing was found or each kind of thing is a case. What counts against the thresholds
 * fails; what could not be decided is an error, what is waived is skipped, and the rest is told as output.
 */
export function reviewJunit(review: Review): string {
  const suites = review.groups.map((group) => suiteOf(group, review));
  const sum = (name: "@_tests" | "@_failures" | "@_errors") => suites.reduce((total, each) => total + each[name], 0);
  return builder.build({
    "?xml": { "@_version": "1.0", "@_encoding": "UTF-8" },
    testsuites: {
      "@_name": `kmsward ${review.command}`,
      "@_tests": sum("@_tests"),
      "@_failures": sum("@_failures"),
      "@_errors": sum("@_errors"),
      "@_time": "0",
      testsuite: suites,
    },
  });
}

function suiteOf(group: string, { items, command, pathOf }: Review) {
  const own = items.filter((item) => item.group === group && item.kind !== "access");
  const codes = [...new Set(own.map(({ code }) => code))];
  const classname = attribute(`kmsward ${command}: ${group}`).replaceAll(".", "·"); // readers split at the last dot
  const isProof = own.some(({ kind }) => kind === "proved" || kind === "refuted");
  const cases =
    codes.length === 0
      ? [{ "@_name": "nothing is found", "@_classname": classname, "@_time": "0" }]
      : codes.map((code) =>
          caseOf(
            code,
            own.filter((item) => item.code === code),
            classname,
            isProof ? "holds" : undefined,
            pathOf,
          ),
        );
  const count = (member: string) => cases.filter((one) => member in one).length;
  return {
    "@_name": attribute(group),
    "@_tests": cases.length,
    "@_failures": count("failure"),
    "@_errors": count("error"),
    "@_skipped": count("skipped"),
    "@_time": "0",
    testcase: cases,
  };
}

/** All of one kind that was found of one thing: so its name stays as it is from run to run, and no two are alike. */
function caseOf(code: string, items: readonly Item[], classname: string, name: string | undefined, pathOf: Review["pathOf"]) {
  const failing = items.filter((item) => item.fails && isOpen(item) && item.kind !== "undecided");
  const open = items.filter((item) => item.kind === "undecided" && isOpen(item));
  const waived = items.find((item) => item.waived !== undefined);
  const [first] = [...failing, ...open, ...items];
  const title = CODES[code as Code]?.title ?? code;
  const problem = (list: readonly Item[]) => ({
    "@_message": attribute(list.length === 1 ? (list[0] as Item).title : `${list.length} times: ${(list[0] as Item).title}`),
    "@_type": code,
    "#text": valid(list.map(textOf).join("\n\n")),
  });
  const at = first?.anchor?.at;
  const rest = items.filter((item) => item.kind !== "proved" && !failing.includes(item) && !open.includes(item));
  return {
    "@_name": name ?? attribute(`${code} ${title}`),
    "@_classname": classname,
    "@_time": "0",
    ...(at !== undefined && { "@_file": attribute(pathOf(at.file)), ...(at.line !== undefined && { "@_line": at.line }) }),
    ...(failing.length > 0 && { failure: problem(failing) }),
    ...(failing.length === 0 && open.length > 0 && { error: problem(open) }),
    ...(failing.length + open.length === 0 &&
      waived?.waived !== undefined && {
        skipped: { "@_message": attribute(`waived until ${waived.waived.until}: ${waived.waived.reason}`) },
      }),
    ...(rest.length > 0 && { "system-out": valid(rest.map(textOf).join("\n\n")) }),
  };
}

const textOf = ({ title, why, help, anchor, shown, code }: Item): string =>
  [
    `${title} [${code}]`,
    ...why.map((one) => `  ${one}`),
    ...(anchor?.at === undefined ? [] : [`  at ${placeName(anchor.at)}`]),
    ...(help === undefined ? [] : [`  ${help}`]),
    ...(shown?.command === undefined ? [] : [`  try ${shown.command}`]),
  ].join("\n");
