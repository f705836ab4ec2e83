/**
 * Names in the place of names: the same for the same, in whatever document it stands, so that who is named by a policy still is. Words are replaced one by
 * one and what stands between them stays, so that patterns still match; of a word that a pattern names in part (`app*` of `application`) the parts are.
 * What AWS names stays: services, Regions, kinds of resources, actions, condition keys.
 */
export class MadeUpNames {
  readonly #accounts = new Map<string, string>();
  readonly #words = new Map<string, string>(); // by the word in lower case
  readonly #spellings = new Map<string, string>(); // by the word as written
  readonly #ids = new Map<string, string>();
  readonly #fragments: readonly { readonly text: string; readonly at: "start" | "end" }[];

  /** `patterns`: texts with wildcards, wherever there are any. */
  constructor(patterns: Iterable<string>) {
    const fragments = [...patterns].flatMap((pattern) => [
      ...[...pattern.matchAll(/([\p{L}\p{N}]{1,200})[*?]/gu)].map(([, text = ""]) => ({ text, at: "start" as const })),
      ...[...pattern.matchAll(/[*?]([\p{L}\p{N}]{1,200})/gu)].map(([, text = ""]) => ({ text, at: "end" as const })),
    ]);
    this.#fragments = fragments.sort((a, b) => b.text.length - a.text.length);
  }

  account(id: string): string {
    return of(this.#accounts, id, (count) => String(111_111_111_111 + count * 1_111));
  }

  /** Any text: ARNs, ids and accounts as such, everything else word by word. */
  text(text: string): string {
    if (text === "" || text === "*") return text;
    if (/^arn:/i.test(text)) return this.arn(text);
    return text
      .split(/(\$\{[^}]{0,200}\})/)
      .map((part) => (part.startsWith("${") ? this.#variable(part) : this.#plain(part)))
      .join("");
  }

  /** Of a variable the name of the tag. */
  #variable(text: string): string {
    return text.replace(
      /^(\$\{(?:aws:(?:PrincipalTag|RequestTag|ResourceTag)\/|kms:EncryptionContext:))([^,}]+)/i,
      (_, key: string, name: string) => key + this.#plain(name),
    );
  }

  #plain(text: string): string {
    return text
      .split(
        /(\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b|\bmrk-[0-9a-f]{32}\b|\b[0-9]{12}\b|\bA[A-Z]{3}[A-Z0-9]{12,28}\b|\b(?:[0-9]{1,3}\.){3}[0-9]{1,3}(?:\/[0-9]{1,2})?)/,
      )
      .map((part, i) => (i % 2 === 1 ? this.#id(part) : part.replace(/[\p{L}\p{N}]+/gu, (word) => this.#word(word))))
      .join("");
  }

  #id(text: string): string {
    if (/^[0-9]{12}$/.test(text)) return this.account(text);
    return of(this.#ids, text, (count) => {
      if (text.startsWith("mrk-")) return `mrk-${count.toString(16).padStart(32, "0")}`;
      if (text.includes("-")) return `00000000-0000-4000-8000-${count.toString(16).padStart(12, "0")}`;
      if (text.includes(".")) return `192.0.2.${count % 256}${text.includes("/") ? "/32" : ""}`;
      return `${text.slice(0, 4)}EXAMPLE${String(count).padStart(text.length - 11, "0")}`;
    });
  }

  #word(word: string): string {
    for (const { text, at } of this.#fragments) {
      if (word.length <= text.length) continue;
      if (at === "start" && word.startsWith(text)) return this.#whole(text) + this.#word(word.slice(text.length));
      if (at === "end" && word.endsWith(text)) return this.#word(word.slice(0, -text.length)) + this.#whole(text);
    }
    return this.#whole(word);
  }

  /** Words that differ in letter case alone still do. */
  #whole(word: string): string {
    const known = this.#spellings.get(word);
    if (known !== undefined) return known;
    const lower = word.toLowerCase();
    const made = of(this.#words, lower, madeUp);
    const taken = [...this.#spellings.values()];
    const forms = [
      made,
      made[0]?.toUpperCase() + made.slice(1),
      made.toUpperCase(),
      ...[...made].map((letter, i) => made.slice(0, i) + letter.toUpperCase() + made.slice(i + 1)),
    ];
    const order = word === lower ? forms : word === word.toUpperCase() ? [forms[2] as string, ...forms] : forms.slice(1);
    const form = order.find((one) => !taken.includes(one)) ?? made;
    this.#spellings.set(word, form);
    return form;
  }

  /** Partition, service and Region stay, and the words by which AWS tells kinds of resources apart. */
  arn(text: string): string {
    const [, partition = "", service = "", region = "", account = "", ...rest] = text.split(":");
    const resource = rest.join(":");
    if (account === "aws") return text;
    const home = /^[0-9]{12}$/.test(account) ? this.account(account) : this.text(account);
    const [kind = "", ...names] = resource.split("/");
    const named =
      names.length === 0 || !KINDS.has(kind)
        ? resource === "root" || KINDS.has(resource)
          ? resource
          : this.text(resource)
        : [kind, ...names.map((name, i) => this.#segment(name, kind, names.slice(0, i)))].join("/");
    return ["arn", partition, service, region, home, named].join(":");
  }

  #segment(name: string, kind: string, before: readonly string[]): string {
    if (name === "aws-reserved" || name === "aws-service-role" || (kind === "alias" && name === "aws" && before.length === 0)) return name;
    if (kind === "alias" && before[0] === "aws") return name;
    if (name.endsWith(".amazonaws.com")) return name;
    const [, own = "", rest = name] = /^(AWSServiceRoleFor|AWSReservedSSO_)?(.*)$/s.exec(name) ?? [];
    return own === "AWSServiceRoleFor" ? name : own + this.text(rest);
  }

  /** ARNs, ids and accounts within a sentence of AWS's, whose other words stay. */
  sentence(text: string): string {
    return text
      .split(/(arn:[^\s"'),]{1,2048})/)
      .map((part, i) =>
        i % 2 === 1
          ? this.arn(part.replace(/[.:]+$/, ""))
          : part.replace(/\b[0-9]{12}\b|\bA[A-Z]{3}[A-Z0-9]{12,28}(?::\S+)?/g, (id) => this.text(id)),
      )
      .join("");
  }
}

// biome-ignore format: a list
const KINDS: ReadonlySet<string> = new Set([
  "role", "user", "group", "policy", "assumed-role", "federated-user", "instance-profile", "saml-provider", "oidc-provider", "mfa", "key", "alias",
]);

function of(map: Map<string, string>, name: string, make: (count: number) => string): string {
  const known = map.get(name);
  if (known !== undefined) return known;
  const made = make(map.size);
  map.set(name, made);
  return made;
}

/** Six letters that can be spoken; all are of one length, so that none is the beginning of another. */
function madeUp(count: number): string {
  let [text, rest] = ["", (count * 7919 + 4211) % 1_000_000]; // 7919 shares no factor with a million: all differ
  for (let i = 0; i < 3; i++) {
    text += `${CONSONANTS[rest % 20]}${VOWELS[Math.floor(rest / 20) % 5]}`;
    rest = Math.floor(rest / 100);
  }
  return text;
}
const CONSONANTS = "bcdfghjklmnpqrstvwxz";
const VOWELS = "aeiou";
