import { HOME, INCOMPLETE, TWO_POLICIES } from "../../estate/knowledge.ts";
import type { World } from "../../estate/world.ts";
import type { Readings } from "./doubts.ts";
import type { Draft } from "./finding.ts";

const WORLD = { file: "world", pointer: "" };

/** What a world says of its own knowledge that whoever reads findings has to know: what was not seen, or is taken for granted. */
export function imports(world: World, readings: Readings | undefined): readonly Draft[] {
  const { assumptions = [] } = world.estate.knowledge ?? {};
  const doubts = readings?.doubts ?? [];
  const symbolic = new Map(doubts.flatMap((doubt) => (doubt.id.startsWith("leaf:") ? [[doubt.text, doubt] as const] : [])));
  const rivals = new Map(doubts.flatMap((doubt) => (doubt.why?.startsWith(TWO_POLICIES) === true ? [[doubt.text, doubt] as const] : [])));
  const others = world.otherwise();
  return [
    ...[...symbolic.values()].map(
      ({ text, at }): Draft => ({
        code: "KW781",
        level: "info",
        text: `a policy hangs on ${text}, which is not known yet`,
        at: at ?? WORLD,
        same: [text],
      }),
    ),
    ...assumptions
      .filter(({ id }) => id.startsWith(INCOMPLETE))
      .map(
        ({ id, text, at }): Draft => ({ code: "KW782", level: "medium", text: `taken for granted: ${text}`, at: at ?? WORLD, same: [id] }),
      ),
    ...[...rivals.values()].map(
      ({ text, why, at }): Draft => ({
        code: "KW783",
        level: "medium",
        text: `${text} is not known, because there are ${why}`,
        at: at ?? WORLD,
        same: [text],
      }),
    ),
    ...assumptions
      .filter(({ id }) => id.startsWith(HOME))
      .map(
        ({ id, text, at }): Draft => ({ code: "KW784", level: "info", text: `taken for granted: ${text}`, at: at ?? WORLD, same: [id] }),
      ),
    ...(others === undefined || others.length > 0
      ? [
          {
            code: "KW784",
            level: "info",
            text: "an account is not known: what is found holds where it is none that is named here, and may be otherwise where it is",
            at: WORLD,
            same: ["account"],
          } satisfies Draft,
        ]
      : []),
  ];
}
