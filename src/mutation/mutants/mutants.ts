import { shown } from "../../base/text.ts";
import { anyAction, dropAction, narrowAction, widenAction } from "./actions.ts";
import { dropCondition, negateCondition, toggleIfExists, toggleSetOperator } from "./conditions.ts";
import { memberOf, replaced, withoutItem } from "./edits.ts";
import { type Draft, draft, type Mutator } from "./mutator.ts";
import { anyOperand, dropOperand, narrowOperand, shiftBound, widenOperand } from "./operands.ts";
import { anyPrincipal, dropPrincipal, removeDelegation, swapPrincipal } from "./principals.ts";
import { anyResource, dropResource, narrowResource, widenResource } from "./resources.ts";
import type { Site } from "./site.ts";

/**
 * What can go wrong when a person writes a policy, a line each. Of two that come to the same text the upper one counts. A policy that AWS would not store
 * is no mutant: an Allow in a resource control policy, say.
 */
// biome-ignore format: a table reads as a table
export const MUTATORS: readonly Mutator[] = [
  { name: "remove-delegation",   does: "no longer lets an account's identity policies decide", drafts: removeDelegation, on: ["key-policy"] },
  { name: "drop-statement",      does: "takes a statement out",                                drafts: dropStatement },
  { name: "flip-effect",         does: "makes Allow Deny, and Deny Allow",                     drafts: flipEffect },

  { name: "drop-principal",      does: "takes one of several principals out",                  drafts: dropPrincipal },
  { name: "swap-principal",      does: "names the account, a neighbour or another account",    drafts: swapPrincipal },
  { name: "any-principal",       does: "is for everybody",                                     drafts: anyPrincipal },

  { name: "drop-action",         does: "takes one of several actions out",                     drafts: dropAction },
  { name: "widen-action",        does: "lets a pattern cover more actions",                    drafts: widenAction },
  { name: "narrow-action",       does: "lets a pattern cover fewer actions",                   drafts: narrowAction },
  { name: "any-action",          does: "is for every action of KMS",                           drafts: anyAction },

  { name: "drop-resource",       does: "takes one of several resources out",                   drafts: dropResource },
  { name: "widen-resource",      does: "is for all keys of the account",                       drafts: widenResource },
  { name: "narrow-resource",     does: "is for one of several keys",                           drafts: narrowResource },
  { name: "any-resource",        does: "is for every resource",                                drafts: anyResource },

  { name: "drop-condition",      does: "takes a condition out",                                drafts: dropCondition },
  { name: "negate-condition",    does: "wants the opposite",                                   drafts: negateCondition },
  { name: "toggle-if-exists",    does: "adds IfExists, or takes it away",                      drafts: toggleIfExists },
  { name: "toggle-set-operator", does: "makes ForAllValues ForAnyValue, and the reverse",      drafts: toggleSetOperator },

  { name: "drop-operand",        does: "takes one of several values out",                      drafts: dropOperand },
  { name: "widen-operand",       does: "lets a value's wildcard begin earlier",                drafts: widenOperand },
  { name: "narrow-operand",      does: "takes the wildcard at a value's end away",             drafts: narrowOperand },
  { name: "any-operand",         does: "is content with any value",                            drafts: anyOperand },
  { name: "shift-bound",         does: "moves a number, a date or a network by one",           drafts: shiftBound },
];

/** A policy keeps at least one statement: AWS stores no other. */
function dropStatement({ list, index, statement: { ref } }: Site): readonly Draft[] {
  if (list === undefined || list.items.length === 1) return [];
  return [draft(`without the statement ${ref.sid === undefined ? index : shown(ref.sid)}`, withoutItem(list, index))];
}

function flipEffect({ node, statement: { effect } }: Site): readonly Draft[] {
  const member = memberOf(node, "Effect");
  const other = effect === "Allow" ? "Deny" : "Allow";
  return member === undefined ? [] : [draft(`${effect} → ${other}`, replaced(member.value, other))];
}
