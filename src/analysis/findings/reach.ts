import { abridged } from "../../base/text.ts";
import { defaultKeyPolicyText } from "../../catalog/default-key-policy.ts";
import type { Estate, WorldKey, WorldPrincipal } from "../../estate/estate.ts";
import { compileSet } from "../../estate/policy-documents.ts";
import { World } from "../../estate/world.ts";
import { parsePolicy } from "../../iam/parse/parse.ts";
import type { Policy, Statement } from "../../iam/policy.ts";
import type { Request } from "../../iam/request.ts";
import { NEVER, TooLarge } from "../diagram.ts";
import { Formula } from "../formula.ts";
import { Scene } from "../scene.ts";
import { prepare, Side } from "../side.ts";
import { requestIn } from "../witness.ts";
import { isAccountAdministrator } from "./administration.ts";
import { type Asked, allowedIn, contentOf, Evidence, statementName } from "./evidence.ts";
import type { Draft, FindingWitness, Level } from "./finding.ts";
import { USE } from "./groups.ts";
import { absent, isOfNoOrganization, narrowed } from "./narrowing.ts";

/** By which what another principal encrypted is read (Security Hub controls KMS.1 and KMS.2). */
const READING: readonly string[] = ["kms:Decrypt", "kms:ReEncryptFrom"];

/**
 * Identity policies by which keys can be read that nobody has made yet: asked of a key of the account with the default policy, without tags and aliases, so
 * that conditions, boundaries and service control policies count.
 */
export function allKeys(world: World): readonly Draft[] {
  const found = new Map<Statement, Reach>();
  for (const { account, region, partition } of homesOf(world.estate)) {
    const key = freshKey(partition, region, account, defaultKeyPolicyText({ partition, account }));
    const evidence = new Evidence(new World({ ...world.estate, keys: [key] }), key, {
      actions: READING,
      only: (who) => who.kind === "listed" && who.account === account,
    });
    for (const asked of evidence.asked) reaches(asked, evidence, found);
  }
  return [...found].map(([statement, reach]) => draftOf(statement, reach));
}

type Reach = {
  readonly names: Set<string>;
  readonly actions: Set<string>;
  readonly account: string;
  level: Level;
  witness: FindingWitness;
};

function reaches(asked: Asked, evidence: Evidence, found: Map<Statement, Reach>): void {
  const { scene, side, formula, allows, who } = asked;
  if (allows === NEVER) return;
  const principal = evidence.world.estate.principals.find(({ facts }) => facts.arn === who.arn);
  for (const planned of side.plan.identity.all) {
    const statement = statementOf(principal, planned.statement.ref);
    const node = scene.diagrams.and(allows, formula.applies(planned));
    if (statement === undefined || node === NEVER) continue;
    const isDirect = absent(scene, node, "kms:viaservice") !== NEVER;
    const request = allowedIn(asked, node, asked.actions[0]);
    if (request === undefined) continue;
    const isOfAws = statement.ref.policy.includes(":iam::aws:policy/");
    const level: Level = isOfAws || isAccountAdministrator(evidence.world, who) ? "info" : isDirect ? "medium" : "low";
    const known = found.get(statement) ?? {
      names: new Set<string>(),
      actions: new Set<string>(),
      account: who.account,
      level,
      witness: request.witness,
    };
    known.names.add(principal?.name ?? who.arn);
    for (const action of asked.actions) known.actions.add(action);
    if (LEVEL_ORDER.indexOf(level) < LEVEL_ORDER.indexOf(known.level)) known.level = level;
    found.set(statement, known);
  }
}

const LEVEL_ORDER: readonly Level[] = ["medium", "low", "info"];

const statementOf = (principal: WorldPrincipal | undefined, ref: Statement["ref"]): Statement | undefined =>
  principal?.policies.flatMap(({ statements }) => statements).find((statement) => statement.ref === ref);

const draftOf = (statement: Statement, { names, actions, account, level, witness }: Reach): Draft => ({
  code: "KW713",
  level,
  text: `${statementName(statement)} lets ${abridged([...names].sort(), "and")} ${[...actions].map((action) => action.slice(4)).join(" and ")} with every key of ${account} whose policy leaves it to the account`,
  at: statement.at,
  witness,
  same: [account, contentOf(statement)],
});

/** Endpoints through which keys of strangers are used, where data is to stay inside. */
export function perimeter(world: World): readonly Draft[] {
  const { estate } = world;
  const [home] = homesOf(estate);
  const open = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"kms:*","Resource":"*"}]}';
  return estate.endpoints.flatMap(({ name, id, policy }): readonly Draft[] => {
    const about = { code: "KW714", level: "low" } as const;
    if (policy === undefined)
      return [
        {
          ...about,
          text: `endpoint ${name} has no policy of its own, and lets through what uses keys of any account`,
          at: { file: "world", pointer: `/endpoints/${name}` },
          same: [id],
        },
      ];
    const key = freshKey(home?.partition ?? "aws", home?.region ?? "us-east-1", STRANGER, open);
    const request = throughEndpoint(new World({ ...estate, keys: [key] }), key, id, home?.account ?? "111122223333");
    if (request === undefined) return [];
    return [
      {
        ...about,
        text: `endpoint ${name} lets through what uses keys of any account, as in ${request.action} with one of ${STRANGER}`,
        at: policy.statements[0]?.at ?? { file: policy.name, pointer: "" },
        same: [id],
      },
    ];
  });
}

const STRANGER = "999988887777";

/** A use of a stranger's key that the endpoint lets through, of anybody whose other policies may allow anything. */
function throughEndpoint(world: World, key: WorldKey, id: string, account: string): Request | undefined {
  const people = world.estate.principals.flatMap(({ name, account: own }) => (own === "" ? [] : [name]));
  for (const principal of [...people, `arn:aws:iam::${account}:role/any`])
    for (const action of USE) {
      const posed = world.gather({ principal, key: key.arn, action, endpoint: id });
      if (!posed.ok) continue;
      const { documents, grants, key: facts, request } = posed.value;
      const { unknown: _, ...base } = request;
      const side = Side.of(prepare(compileSet(documents, grants, facts, (policy) => world.compiled(policy))), base);
      if (side === undefined) continue;
      try {
        const scene = new Scene([side]);
        const open = scene.diagrams.and(new Formula(scene, 0).unblocked(), scene.possible);
        const node = ["aws:resourceorgid", "aws:resourceorgpaths"].reduce(
          (left, name) => narrowed(scene, left, name, isOfNoOrganization),
          open,
        );
        const found = requestIn(scene, absent(scene, node, "kms:viaservice"));
        if (found !== undefined) return found;
      } catch (error) {
        if (!(error instanceof TooLarge)) throw error;
      }
    }
  return undefined;
}

type HomeOf = { readonly account: string; readonly region: string; readonly partition: string };

/** The accounts whose keys are looked at: those of which the world has keys, and its own. */
function homesOf({ keys, region, account: own }: Estate): readonly HomeOf[] {
  const accounts = new Set([...keys.map(({ account }) => account), ...(own === undefined ? [] : [own])]);
  return [...accounts].map((account) => {
    const key = keys.find((one) => one.account === account) ?? keys[0];
    return { account, region: key?.region ?? region ?? "us-east-1", partition: key?.arn.split(":")[1] ?? "aws" };
  });
}

/** A key that nobody has made yet: nothing names it. */
export function freshKey(partition: string, region: string, account: string, text: string): WorldKey {
  const id = "ffffffff-ffff-4fff-bfff-ffffffffffff";
  const at = { file: "a key to be made", pointer: "" };
  const { policy } = parsePolicy(text, { type: "key-policy", name: "key policy", file: at.file });
  return {
    name: "any other key",
    at,
    arn: `arn:${partition}:kms:${region}:${account}:key/${id}`,
    id,
    account,
    region,
    description: "",
    managedBy: "customer",
    aliases: [],
    policy: policy as Policy,
    policyText: text,
    tags: {},
    grants: [],
    spec: "SYMMETRIC_DEFAULT",
    usage: "ENCRYPT_DECRYPT",
    origin: "AWS_KMS",
    multiRegion: false,
    multiRegionKeyType: undefined,
    state: "Enabled",
    pendingWindowInDays: 30,
    createdAt: undefined,
    rotationPeriodInDays: undefined,
    dangerousKeyMaterial: () => [],
  };
}
