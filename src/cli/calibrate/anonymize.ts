import type { Determining } from "../../authz/decision.ts";
import { decide } from "../../cases/authorizer.ts";
import type { Case, CasePolicies } from "../../cases/case.ts";
import type { PrincipalFacts } from "../../iam/request.ts";
import type { Question } from "./ask.ts";
import type { Calibration, Disagreement, Opened } from "./compare.ts";
import { MadeUpNames } from "./made-up-names.ts";

/**
 * A report that can be sent: accounts, keys, unique ids and every name in it are made up, the same for the same. A case is decided again with the names that
 * were made up; one that comes out otherwise is left out. Texts in which names may stand anywhere are left out too.
 */
export function anonymous(report: Calibration): Calibration {
  const names = new MadeUpNames(textsIn(report.disagreements.map((one) => one.case)));
  const its = new Anonymizer(names);
  return {
    ...report,
    disagreements: report.disagreements.map((one) => its.disagreement(one)),
    opened: report.opened.map((one) => its.opened(one)),
    unanswered: summed(
      Object.entries(report.unanswered).map(([why, count]) => [/^[A-Za-z]{1,80}$/.test(why) ? why : "no answer of AWS KMS", count]),
    ),
    left: Object.fromEntries(Object.entries(report.left).map(([name, why]) => [names.text(name), why])),
    otherPolicies: report.otherPolicies.map((arn) => names.arn(arn)),
  };
}

function summed(pairs: readonly (readonly [string, number])[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const [name, count] of pairs) sums[name] = (sums[name] ?? 0) + count;
  return sums;
}

/** Every text of a document, wherever it stands. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (Array.isArray(value)) for (const one of value) yield* textsIn(one);
  else if (typeof value === "object" && value !== null) for (const one of Object.values(value)) yield* textsIn(one);
}

type Texts = Readonly<Record<string, string>>;
type Document = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Document => typeof value === "object" && value !== null && !Array.isArray(value);

/** Values of these are AWS's own words. */
const OWN_WORDS =
  /^(?:kms:(?:viaservice|.*algorithm|key(?:spec|usage|origin)|customermasterkey.*|datakeypairspec|grantoperations|grantconstrainttype|messagetype|multiregion.*|wrapping.*|expirationmodel|validto|.*region|reencryptonsamekey|grantisforawsresource|bypass.*|schedule.*|rotation.*|trailing.*|grant(?:ee|retiring)?service.*|retiringserviceprincipal|granteeserviceprincipal)|aws:(?:requestedregion|calledvia.*|principaltype|currenttime|epochtime|tokenissuetime|securetransport|viaawsservice|multifactorauth.*|principalisawsservice|principalservicename.*))$/;
const FAMILIES = /^(kms:EncryptionContext:|aws:(?:PrincipalTag|RequestTag|ResourceTag)\/)(.*)$/is;

class Anonymizer {
  readonly #names: MadeUpNames;

  constructor(names: MadeUpNames) {
    this.#names = names;
  }

  disagreement({ case: given, ours, theirs, question, ...rest }: Disagreement): Disagreement {
    const made = given && this.#case(given);
    const isSame = made !== undefined && decide(made).outcome === ours.outcome;
    return {
      ...rest,
      question: this.#question(question),
      theirs: theirs.kind === "allowed" ? theirs : { ...theirs, text: this.#names.sentence(theirs.text) },
      ours: {
        ...ours,
        by: ours.by.map((one) => this.#ref(one)),
        reason: "",
        assumed: ours.assumed.map((name) => this.#key(name)),
        granted: [],
      },
      ...(isSame && { case: made }),
    };
  }

  opened({ question, theirs, missing }: Opened): Opened {
    return {
      question: this.#question(question),
      theirs,
      missing: [...new Set(missing.map((name) => (/^(?:aws|kms):/.test(name) ? this.#key(name) : "what the world does not know")))],
    };
  }

  #question({ principal, key, context, encryptionContext, ...rest }: Question): Question {
    return {
      ...rest,
      principal: this.#names.text(principal),
      key: this.#names.arn(key),
      ...(context !== undefined && { context: this.#context(context) as NonNullable<Question["context"]> }),
      encryptionContext: this.#pairs(encryptionContext),
    };
  }

  #ref(ref: Determining): Determining {
    if ("grant" in ref) return { grant: this.#names.text(ref.grant) };
    const policy = ref.policy === "key policy" ? ref.policy : this.#names.text(ref.policy);
    return { policy, statement: ref.statement, ...(ref.sid !== undefined && { sid: this.#names.text(ref.sid) }) };
  }

  #case({ id, request, policies, grants, key }: Case): Case {
    const { principal, resource, resourceAccount, context, encryptionContext, grantTokens, unknown, ...rest } = request;
    return {
      ...(id !== undefined && { id }),
      request: {
        ...rest,
        principal: typeof principal === "string" ? this.#names.text(principal) : this.#facts(principal),
        resource: this.#names.text(resource),
        ...(resourceAccount !== undefined && { resourceAccount: this.#names.account(resourceAccount) }),
        ...(context !== undefined && { context: this.#context(context) as NonNullable<typeof context> }),
        ...(encryptionContext !== undefined && { encryptionContext: this.#pairs(encryptionContext) }),
        ...(grantTokens !== undefined && { grantTokens: grantTokens.map((one) => this.#names.text(one)) }),
        ...(unknown !== undefined && { unknown: unknown.map((name) => this.#key(name)) }),
      },
      ...(policies !== undefined && { policies: this.#policies(policies) }),
      ...(grants !== undefined && { grants: grants.map((grant) => this.#grant(grant)) }),
      ...(key !== undefined && {
        key: {
          ...key,
          ...(key.aliases !== undefined && { aliases: key.aliases.map((name) => this.#alias(name)) }),
          ...(key.tags !== undefined && { tags: this.#pairs(key.tags) }),
        },
      }),
    };
  }

  #facts({ arn, roleArn, userArn, userId, tags, orgId, orgPath, sourceIdentity, ...rest }: PrincipalFacts): PrincipalFacts {
    const text = (value: string | undefined): string | undefined => value && this.#names.text(value);
    const told = {
      roleArn: text(roleArn),
      userArn: text(userArn),
      userId: text(userId),
      orgId: this.#org(orgId),
      orgPath: this.#org(orgPath),
      sourceIdentity: text(sourceIdentity),
    };
    return {
      ...rest,
      arn: this.#names.text(arn),
      ...Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)),
      ...(tags !== undefined && { tags: this.#pairs(tags) }),
    };
  }

  /** `o-…/r-…/ou-…/`: what each part is stays. */
  #org(text: string | undefined): string | undefined {
    return text?.replace(
      /(^|\/)(o|r|ou)-([^/]+)/g,
      (_, slash: string, kind: string, id: string) => `${slash}${kind}-${this.#names.text(id)}`,
    );
  }

  #alias(name: string): string {
    return name.startsWith("alias/aws/")
      ? name
      : name.startsWith("alias/")
        ? `alias/${this.#names.text(name.slice("alias/".length))}`
        : this.#names.text(name);
  }

  #pairs(pairs: Texts): Record<string, string> {
    return Object.fromEntries(Object.entries(pairs).map(([name, value]) => [this.#names.text(name), this.#names.text(value)]));
  }

  /** A condition key: of a family the name. */
  #key(key: string): string {
    const [, family, name] = FAMILIES.exec(key) ?? [];
    return family === undefined || name === undefined ? key : family + this.#names.text(name);
  }

  #context(context: Readonly<Record<string, unknown>>): Document {
    return Object.fromEntries(Object.entries(context).map(([key, value]) => [this.#key(key), this.#values(key, value)]));
  }

  #values(key: string, value: unknown): unknown {
    if (Array.isArray(value)) return value.map((one) => this.#values(key, one));
    if (typeof value !== "string" || OWN_WORDS.test(key.toLowerCase()) || /^(?:true|false|-?[0-9.]{1,11})$/i.test(value)) return value;
    if (/alias/i.test(key)) return this.#alias(value);
    return /org/i.test(key) ? this.#org(value) : this.#names.text(value);
  }

  #policies(policies: CasePolicies): CasePolicies {
    const document = (one: Document): Document => this.#document(one);
    const named = (one: Document): Document =>
      typeof one.name === "string" && isObject(one.document)
        ? { name: this.#names.text(one.name), document: document(one.document) }
        : document(one);
    const { resource, identity, boundary, session, serviceControl, resourceControl, endpoint } = policies;
    return {
      ...(resource !== undefined && { resource: document(resource) }),
      ...(identity !== undefined && { identity: identity.map(named) }),
      ...(boundary !== undefined && { boundary: named(boundary) }),
      ...(session !== undefined && { session: session.map(named) }),
      ...(serviceControl !== undefined && { serviceControl: serviceControl.map((level) => level.map(named)) }),
      ...(resourceControl !== undefined && { resourceControl: resourceControl.map((level) => level.map(named)) }),
      ...(endpoint !== undefined && { endpoint: document(endpoint) }),
    } as CasePolicies;
  }

  #document({ Id, Statement, ...rest }: Document): Document {
    const statements = Array.isArray(Statement) ? Statement.map((one) => this.#statement(one)) : this.#statement(Statement);
    return {
      ...(typeof Id === "string" && { Id: this.#names.text(Id) }),
      ...rest,
      ...(Statement !== undefined && { Statement: statements }),
    };
  }

  #statement(given: unknown): unknown {
    if (!isObject(given)) return given;
    return Object.fromEntries(
      Object.entries(given).map(([member, value]) => {
        if (member === "Sid") return [member, this.#deep(value)];
        if (member === "Principal" || member === "NotPrincipal") return [member, this.#principals(value)];
        if (member === "Resource" || member === "NotResource") return [member, this.#deep(value)];
        if (member === "Condition") return [member, this.#conditions(value)];
        return [member, value];
      }),
    );
  }

  #deep(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((one) => this.#deep(one));
    return typeof value === "string" ? this.#names.text(value) : value;
  }

  /** Services are AWS's; so are the providers of identity that it runs. */
  #principals(value: unknown): unknown {
    if (!isObject(value)) return this.#deep(value);
    return Object.fromEntries(
      Object.entries(value).map(([kind, list]) => [kind, kind === "AWS" || kind === "Federated" ? this.#deep(list) : list]),
    );
  }

  #conditions(value: unknown): unknown {
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([operator, pairs]) => [
        operator,
        isObject(pairs) ? (operator.toLowerCase() === "null" ? this.#renamed(pairs) : this.#context(pairs)) : pairs,
      ]),
    );
  }

  #renamed(pairs: Document): Document {
    return Object.fromEntries(Object.entries(pairs).map(([key, value]) => [this.#key(key), value]));
  }

  #grant(grant: NonNullable<Case["grants"]>[number]): NonNullable<Case["grants"]>[number] {
    const { GrantId, Operations, Constraints, CreationDate, Propagated, ...texts } = grant;
    const { EncryptionContextEquals: equals, EncryptionContextSubset: subset, SourceArn } = Constraints ?? {};
    const { GranteeServicePrincipal, RetiringServicePrincipal, ...names } = texts;
    return {
      ...Object.fromEntries(
        Object.entries(names).map(([member, value]) => [member, typeof value === "string" ? this.#names.text(value) : value]),
      ),
      GrantId: this.#names.text(GrantId),
      Operations,
      ...(GranteeServicePrincipal !== undefined && { GranteeServicePrincipal }),
      ...(RetiringServicePrincipal !== undefined && { RetiringServicePrincipal }),
      ...(Propagated !== undefined && { Propagated }),
      ...(CreationDate !== undefined && { CreationDate }),
      ...(Constraints !== undefined && {
        Constraints: {
          ...(equals !== undefined && { EncryptionContextEquals: this.#pairs(equals) }),
          ...(subset !== undefined && { EncryptionContextSubset: this.#pairs(subset) }),
          ...(SourceArn !== undefined && { SourceArn: this.#names.arn(SourceArn) }),
        },
      }),
    };
  }
}
