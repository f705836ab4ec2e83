import { pointerStep, shown } from "../base/text.ts";
import { isDoubtful } from "../estate/doubts.ts";
import type { Estate, Organization, WorldEndpoint, WorldKey, WorldPrincipal, WorldResource } from "../estate/estate.ts";
import type { Knowledge, Trust } from "../estate/knowledge.ts";
import { isAccountId } from "../iam/arn.ts";
import type { PrincipalEntry, WorldDocument } from "./document.ts";
import type { Source, WorldFiles } from "./files.ts";
import { type Home, readKey } from "./keys.ts";
import { administratorsOf, extentsOf, trustOf } from "./knowledge.ts";
import { Leaves, type ToldDocument, told } from "./leaves.ts";
import { flawOfName, WorldNames } from "./names.ts";
import { type AccountSource, readOrganization } from "./organization.ts";
import type { WorldParts } from "./parts.ts";
import { PolicyReader } from "./policies.ts";
import { readPrincipal } from "./principals.ts";
import { readResource } from "./resources.ts";

/** One document of a world as it was read, with the account and the Region that count in it. */
export type RawDocument = {
  readonly source: Source;
  readonly value: WorldDocument;
  readonly account?: WorldDocument["account"];
  readonly region?: string;
};

/** The same with texts for what is not known. */
export type Document = { readonly source: Source; readonly value: ToldDocument; readonly account?: string; readonly region?: string };

/** Resolves what all documents say together. What is wrong is told to `files`, and left out. */
export function buildEstate(
  raw: readonly RawDocument[],
  files: WorldFiles,
  fallback: { readonly account?: string; readonly region?: string },
  leaves: Leaves = new Leaves(raw.map(({ value }) => value)),
): Estate {
  const documents = raw.map(({ source, value, account, region }): Document => {
    const { value: plain, leaves: found } = told(value, leaves, files, source.placeOf);
    const home = account !== undefined && typeof account !== "string" ? leaves.read(account).text : account;
    return {
      source: found.size === 0 ? source : { ...source, leaves: found },
      value: plain,
      ...(home !== undefined && { account: home }),
      ...(region !== undefined && { region }),
    };
  });
  return new EstateBuilder(documents, files, leaves).build(fallback);
}

type Section = "policies" | "accounts" | "principals" | "keys" | "resources" | "endpoints";
type Entry<S extends Section> = ToldDocument[S] extends Readonly<Record<string, infer E>> | undefined ? E : never;

type Found<S extends Section> = { readonly name: string; readonly entry: Entry<S>; readonly pointer: string; readonly document: Document };

class EstateBuilder {
  readonly #documents: readonly Document[];
  readonly #files: WorldFiles;
  readonly #parts: WorldParts;

  readonly #knowledge: { knowledge?: Knowledge } = {};

  constructor(documents: readonly Document[], files: WorldFiles, leaves: Leaves) {
    this.#documents = documents;
    this.#files = files;
    this.#parts = {
      files,
      names: new WorldNames(files),
      policies: new PolicyReader(files, leaves),
      knowledge: this.#knowledge,
      invented: inventedIn(documents),
      organization: undefined,
    };
  }

  build(fallback: { readonly account?: string; readonly region?: string }): Estate {
    const { names, policies } = this.#parts;
    for (const { name, entry, pointer, document } of this.#all("policies"))
      policies.share(name, { source: document.source, pointer, entry });
    const accounts = this.#accounts();
    this.#knows(accounts);
    const people = this.#all("principals").map((found) => ({
      ...found,
      entry: typeof found.entry === "string" ? { arn: found.entry } : found.entry,
    }));
    for (const { name, entry } of people) names.principals.set(name, entry.arn);

    const organization = this.#organization(accounts);
    this.#parts.organization = organization?.id;
    const principals = this.#principals(people);
    const keys = this.#keys();
    const resources = this.#resources(keys);
    const endpoints = this.#endpoints();
    for (const document of this.#documents) this.#home(document);
    const first = this.#documents[0];
    const home = first === undefined ? fallback : this.#home(first);
    return {
      account: home.account,
      region: home.region,
      accounts: names.accounts,
      organization,
      principals,
      keys,
      endpoints,
      resources,
      policyTexts: policies.texts,
      ...(this.#knowledge.knowledge === undefined && isOpen(keys, principals) ? { knowledge: TOLD_IN_FULL } : this.#knowledge),
      ...this.#meant(organization?.id),
    };
  }

  /** What the documents say of their own knowledge; nothing for those that tell all. */
  #knows(accounts: ReadonlyMap<string, AccountSource>): void {
    const extents = extentsOf(this.#documents, this.#parts);
    const narrower = new Map([...accounts].flatMap(([id, { knows }]) => (knows === undefined ? [] : [[id, knows] as const])));
    const assumptions = this.#documents.flatMap(({ source, value }) =>
      (value.assumptions ?? []).map(({ id, text, at }, i) => {
        const found = at && {
          file: at.file,
          pointer: at.pointer ?? "",
          ...(at.line && { line: at.line }),
          ...(at.column && { column: at.column }),
        };
        return { id, text, at: found ?? source.placeOf(`/assumptions/${i}`) };
      }),
    );
    if (extents === undefined && narrower.size === 0 && assumptions.length === 0) return;
    this.#knowledge.knowledge = { extents: extents ?? {}, accounts: narrower, assumptions, strict: this.#parts.policies.strict };
  }

  /** Who is meant to have to do with keys: decides nothing. */
  #meant(organization: string | undefined): Pick<Estate, "trust" | "administrators"> {
    const found = this.#documents.filter(({ value }) => (value.trust ?? value.administrators) !== undefined);
    const trusts = found.flatMap(({ source, value }) => trustOf(value.trust, organization, source, "/trust", this.#parts) ?? []);
    const administrators = found.flatMap(
      ({ source, value }) => administratorsOf(value.administrators, source, "/administrators", this.#parts) ?? [],
    );
    const isSaid = found.some(({ value }) => value.administrators !== undefined);
    return { ...(trusts.length > 0 && { trust: trusts.reduce(bothTrusts) }), ...(isSaid && { administrators }) };
  }

  /** The entries of one section of all documents. A name that two of them give is told, and the first counts. */
  #all<S extends Section>(section: S): readonly Found<S>[] {
    const seen = new Map<string, Source>();
    return this.#documents.flatMap((document) =>
      Object.entries(document.value[section] ?? {}).flatMap(([name, entry]) => {
        const { source } = document;
        const pointer = pointerStep(`/${section}`, name);
        const flaw = section === "policies" ? undefined : flawOfName(name);
        const before = seen.get(name)?.placeOf(pointer);
        if (flaw !== undefined) this.#files.tell("KW503", source.placeOf(pointer), `${shown(name)} cannot be a short name`, flaw);
        if (before !== undefined) {
          const other = [before.file, before.line].filter((part) => part !== undefined).join(":");
          this.#files.tell("KW502", source.placeOf(pointer), `${shown(name)} is in \`${section}\` twice`, `the other is at ${other}`);
          return [];
        }
        seen.set(name, source);
        return [{ name, entry: entry as Entry<S>, pointer, document }];
      }),
    );
  }

  /** By id, for what is attached to them; by name for everybody. */
  #accounts(): ReadonlyMap<string, AccountSource> {
    const byId = new Map<string, AccountSource>();
    for (const { name, entry, pointer, document } of this.#all("accounts")) {
      const id = typeof entry === "string" ? entry : entry.id;
      const at = document.source.placeOf(typeof entry === "string" ? pointer : `${pointer}/id`);
      if (!isAccountId(id)) {
        this.#files.tell("KW504", at, `${shown(id)} is not a 12-digit account id`);
        if (this.#files.missing !== "all") this.#files.missing.add(name);
        continue;
      }
      if (byId.has(id)) this.#files.tell("KW502", at, `account ${id} has two names`, "one is enough");
      this.#parts.names.accounts.set(name, id);
      const { knows, ...attached } = typeof entry === "string" ? {} : entry;
      byId.set(id, { source: document.source, pointer, attached, ...(knows && { knows }) });
    }
    return byId;
  }

  #organization(accounts: ReadonlyMap<string, AccountSource>): Organization | undefined {
    let organization: Organization | undefined;
    for (const { source, value } of this.#documents) {
      if (value.organization === undefined) continue;
      if (organization !== undefined)
        this.#files.tell("KW502", source.placeOf("/organization"), "a world has one organization, and another document has it already");
      else organization = readOrganization(value.organization, { source, pointer: "/organization" }, accounts, this.#parts);
    }
    if (organization === undefined) this.#refuseLooseAttachments(accounts);
    return organization;
  }

  #refuseLooseAttachments(accounts: ReadonlyMap<string, AccountSource>): void {
    for (const [id, { source, pointer, attached }] of accounts) {
      if ((attached.serviceControl ?? attached.resourceControl) === undefined) continue;
      this.#files.tellUnknown(
        "organization",
        "KW505",
        source.placeOf(pointer),
        `account ${id} has policies of an organization, and the world has no \`organization\``,
      );
    }
  }

  #principals(people: readonly (Omit<Found<"principals">, "entry"> & { readonly entry: PrincipalEntry })[]): readonly WorldPrincipal[] {
    const seen = new Map<string, string>();
    const owners = new Map<string, WorldPrincipal>(); // of access keys
    return people.flatMap(({ name, entry, pointer, document }) => {
      const principal = readPrincipal(name, entry, document.source, pointer, this.#parts);
      if (principal === undefined) return [];
      const other = seen.get(entry.arn);
      if (other !== undefined)
        this.#files.tell("KW502", document.source.placeOf(pointer), `${shown(name)} and ${shown(other)} are one principal`, "merge them");
      seen.set(entry.arn, name);
      this.#claimAccessKey(principal, owners);
      return [principal];
    });
  }

  #claimAccessKey(principal: WorldPrincipal, owners: Map<string, WorldPrincipal>): void {
    const { name, at } = principal;
    const id = principal.credentials()?.accessKeyId;
    if (id === undefined) return;
    const owner = owners.get(id);
    if (owner !== undefined) {
      const other = `${owner.at.file}${owner.at.line === undefined ? `, ${owner.at.pointer}` : `:${owner.at.line}`}`;
      const help = `an access key is one caller's; the other is at ${other}`;
      this.#files.tell("KW502", at, `${shown(name)} has the access key of ${shown(owner.name)} too`, help);
    }
    owners.set(id, principal);
  }

  #keys(): readonly WorldKey[] {
    const seen = new Map<string, string>();
    return this.#all("keys").flatMap(({ name, entry, pointer, document }) => {
      const key = readKey(name, entry, document.source, pointer, this.#home(document), this.#parts);
      if (key === undefined) return [];
      const home = `${key.account}/${key.region}`;
      for (const [claim, at] of [
        [key.arn, pointer],
        ...key.aliases.map((alias, i) => [`${home}/${alias}`, `${pointer}/aliases/${i}`] as const),
      ] as const) {
        const other = seen.get(claim);
        if (other !== undefined) {
          const what = at === pointer ? "the ARN" : `the alias ${shown(claim.slice(home.length + 1))}`;
          this.#files.tell("KW502", document.source.placeOf(at), `${shown(name)} has ${what} of ${shown(other)} too`);
        }
        seen.set(claim, name);
      }
      return [key];
    });
  }

  #resources(keys: readonly WorldKey[]): readonly WorldResource[] {
    const seen = new Map<string, string>();
    return this.#all("resources").flatMap(({ name, entry, pointer, document }) => {
      const { source } = document;
      const resource = readResource(name, entry, { source, pointer, home: this.#home(document) }, keys, this.#parts);
      if (resource === undefined) return [];
      const other = seen.get(resource.arn);
      if (other !== undefined)
        this.#files.tell("KW502", source.placeOf(pointer), `${shown(name)} and ${shown(other)} are one resource`, "merge them");
      seen.set(resource.arn, name);
      return [resource];
    });
  }

  #endpoints(): readonly WorldEndpoint[] {
    const seen = new Set<string>();
    return this.#all("endpoints").map(({ name, entry, pointer, document: { source } }) => {
      if (!entry.id.startsWith("vpce-"))
        this.#files.tell(
          "KW504",
          source.placeOf(`${pointer}/id`),
          `${shown(entry.id)} is not the id of a VPC endpoint`,
          "it begins with `vpce-`",
        );
      if (seen.has(entry.id)) this.#files.tell("KW502", source.placeOf(pointer), `two endpoints have the id ${shown(entry.id)}`);
      seen.add(entry.id);
      const policy =
        entry.policy === undefined
          ? undefined
          : this.#parts.policies.one(source, `${pointer}/policy`, entry.policy, "endpoint", "endpoint policy", true);
      return { name, id: entry.id, vpc: entry.vpc, policy: policy?.policy };
    });
  }

  /** A document's account is told by its name, where it has one. */
  readonly #homes = new Map<Document, Home>();
  #home(document: Document): Home {
    const known = this.#homes.get(document);
    if (known !== undefined) return known;
    const { source, account, region } = document;
    const id =
      account === undefined
        ? undefined
        : this.#parts.names.account(source, document.value.account === undefined ? "" : "/account", account);
    const home = { account: id, region };
    this.#homes.set(document, home);
    return home;
  }
}

const inventedIn = (documents: readonly Document[]): ReadonlyMap<string, string> =>
  new Map(documents.flatMap(({ value }) => Object.entries(value.invented ?? {}).map(([text, { prefix = "" }]) => [text, prefix] as const)));

const TOLD_IN_FULL: Knowledge = { extents: {}, accounts: new Map(), assumptions: [], strict: new Map() };

/** Whether something of single keys or principals is not known. */
const isOpen = (keys: readonly WorldKey[], principals: readonly WorldPrincipal[]): boolean =>
  keys.some(
    ({ untold, unknown, openGrants, openName, policy }) =>
      (untold ?? unknown ?? openGrants ?? openName) !== undefined || isDoubtful(policy),
  ) ||
  principals.some(
    ({ untold, unknown, policies, boundary }) =>
      (untold ?? unknown) !== undefined || [...policies, ...(boundary ? [boundary] : [])].some(isDoubtful),
  );

const bothTrusts = (a: Trust, b: Trust): Trust => ({
  organization: a.organization === true || b.organization === true,
  organizations: [...(a.organizations ?? []), ...(b.organizations ?? [])],
  accounts: [...(a.accounts ?? []), ...(b.accounts ?? [])],
  principals: [...(a.principals ?? []), ...(b.principals ?? [])],
  services: [...(a.services ?? []), ...(b.services ?? [])],
});
