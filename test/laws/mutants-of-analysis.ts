import type { Row } from "./mutants.ts";

/** Broken analyses: the laws of `analysis-laws.ts` and `analysis-world-laws.ts` must tell each from the one there is. */
// biome-ignore format: a table reads as a table
export const OF_THE_ANALYSIS: Readonly<Record<string, readonly Row[]>> = {
  "analysis/formula.ts": [
    ["an explicit deny wins", "diagrams.without(this.unblocked(), this.explicitDeny())", "this.unblocked()"],
    ["an endpoint policy denies nothing that a service forwards", `planned.layer === "endpoint" ? diagrams.without(truth, this.forwarded) : truth`, "truth"],
    ["some actions do not work across accounts", `!sameAccount && caller.account !== "" && action.stays`, "false"],
    ["what stands above policies is refused", "if (refusal !== undefined) return NEVER;", ""],
    ["each level of service control policies has to allow", "for (const level of serviceControl) open = diagrams.and(open, this.someApply(level));", ""],
    ["a boundary limits", "boundary === undefined ? bySession : diagrams.and(bySession, this.someApply(boundary))", "bySession"],
    ["a federated user has nothing without a session policy", `caller.kind === "federated-user" ? NEVER : ALWAYS`, "ALWAYS"],
    ["the root user needs no identity policy", "actsAsRoot(this.#side.plan) ? this.unlimited() : ", ""],
    ["across accounts both sides have to allow", "if (!isHome) return this.sideAllows();", ""],
    ["who is named directly needs nothing else", "if ((ways & DIRECT) !== 0) return ALWAYS;", ""],
    ["who is named by its role is limited", "diagrams.or(byAccount, this.unlimited())", "ALWAYS"],
    ["conditions have to hold", "holds = diagrams.and(holds, this.#scene.condition(this.#index, condition));", ""],
  ],
  "analysis/scene.ts": [
    ["a listing may be empty", "diagrams.or(diagrams.and(isEmpty, absent), diagrams.without(ofSome, isEmpty))", "ofSome"],
    ["all values of a listing count for ForAllValues", `condition.quantifier === "for-all-values" ? diagrams.every(each) : diagrams.some(each)`, "diagrams.some(each)"],
  ],
  "analysis/variables.ts": [
    ["what comes by another way may be absent", " || NETWORK.has(name) ?", " ?"],
    ["pairs that only grants read are free", " ?? this.#standing(listing)", ""],
    ["sets are told apart by what reads them beside conditions", " + this.#signatureOfSet(name, list)", ""],
    ["sets have several values", "&& add(union)) grown = true;", "&& false) grown = true;"],
    ["users may say nothing of a second factor", `const isSession = kind === "role-session" || kind === "federated-user";`, "const isSession = true;"],
    ["calls may be forwarded", "choices: [direct, ...through] });", "choices: [direct] });"],
    ["a pair may be absent", "choices: [absent, ...present],", "choices: present,"],
    ["texts that grants ask for are classes", "this.#compare(name, pairs[i + 1] as string);", ""],
    ["a name may have other values than policies say", "const values = this.#represent(name, TEXT);", "const values = this.#represent(name, TEXT).slice(0, 1);"],
  ],
  "analysis/representatives.ts": [
    ["texts beside conditions are classes", "for (const one of texts) add([literal(one)]);", ""],
    ["numbers below a constant are a class", "[equalTo(constant), lessThan(constant)]", "[equalTo(constant)]"],
  ],
  "analysis/side.ts": [
    ["what is not always sent may be absent", "mayBeAbsent: !isSent && usual === undefined", "mayBeAbsent: false"],
    ["what is usual stands where it follows", "return { fixed: true, value: usual };", "return { fixed: true, value: undefined };"],
  ],
  "analysis/signature.ts": [
    ["grants with other constraints are other grants", "      linked.grant.Constraints,\n", ""],
    ["conditions are part of a statement", "conditions.map(({ operator, key, values, hasTemplates: variables }) => [operator, key, values, variables])", "0"],
  ],
  "analysis/actions.ts": [
    ["statements about other actions tell actions apart", `text += actionMatches(statement, facts) ? "1" : "0";`, ""],
    ["what stands above policies tells actions apart", `text += beyondPolicies(facts, on, on.arn?.partition ?? "", linked.set.key?.managedBy)?.rule ?? "";`, ""],
  ],
  "analysis/principals.ts": [
    ["who is listed is a class", "const known = listed.classes(sessions);", "const known: readonly PrincipalClass[] = [];"],
    ["who is not listed is a class", "const further = [...others, ...federated, ...ofServices]", "const further = [...federated, ...ofServices]"],
    ["services are classes", "const further = [...others, ...federated, ...ofServices]", "const further = [...others, ...federated]"],
  ],
  "analysis/compare.ts": [
    ["what differs is looked at", "if (matter.isSame) continue;", "continue;"],
    ["what is gained is told", `["gained", diagrams.without(now, old)],`, ""],
    ["what is lost is told", `["lost", diagrams.without(old, now)],`, ""],
  ],
  "analysis/access.ts": [
    ["a session that is listed is one of its own", "isListed ? facts.arn : (facts.roleArn ?? facts.arn)", "facts.roleArn ?? facts.arn"],
  ],
};
