import { readFileSync } from "node:fs";

/** Requests made from what is known of the members of every operation (`fixtures/aws`), each wrong in one way. */
type Member = {
  readonly type?: string;
  readonly min?: number;
  readonly max?: number;
  readonly required?: boolean;
  readonly enum?: readonly string[];
};
type Model = {
  readonly operations: readonly {
    readonly name: string;
    readonly request: Readonly<Record<string, Member>>;
    readonly errors: readonly string[];
  }[];
};

const MODEL = JSON.parse(readFileSync("fixtures/aws/kms-operations.json", "utf8")) as Model;

export type BadRequest = { readonly operation: string; readonly what: string; readonly body: string; readonly errors: ReadonlySet<string> };

/** Errors of the front end, which every operation has. */
const OF_ALL = [
  "ValidationException",
  "SerializationException",
  "AccessDeniedException",
  "DependencyTimeoutException",
  "KMSInternalException",
  "InvalidArnException",
  "NotFoundException",
  "UnsupportedOperationException",
  "DryRunOperationException",
];

/** What the model does not name, where nothing that it names says what is wrong. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  DescribeKey: ["InvalidGrantTokenException"],
  ListKeyPolicies: ["InvalidMarkerException"],
};

const WRONG: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  "",
  "x",
  "\u0000",
  "ä€𝄞",
  [],
  [null],
  [[]],
  {},
  { a: 1 },
  { __proto__: 1 },
  "9".repeat(5000),
  "arn:aws:kms:::",
  "alias/",
  "*",
];

/** A value that may pass, by its type: `key` is one that is there. */
function plausible({ type, enum: names, min = 1 }: Member, key: string): unknown {
  if (names?.[0] !== undefined) return names[0];
  switch (type) {
    case "blob":
      return "YWFhYWFhYWFhYWFhYWFhYQ==";
    case "integer":
      return min;
    case "boolean":
      return false;
    case "timestamp":
      return 1_900_000_000;
    case "string":
      return key;
    default:
      return type?.startsWith("list") ? [] : {};
  }
}

function sized({ type, min, max }: Member): readonly unknown[] {
  const sizes = [min, max].filter((size) => size !== undefined).flatMap((size) => [size - 1, size, size + 1]);
  return sizes
    .filter((size) => size >= 0 && size < 300_000)
    .map((size) =>
      type === "integer"
        ? size
        : type === "blob"
          ? Buffer.alloc(size).toString("base64")
          : type?.startsWith("list")
            ? Array<string>(size).fill("a")
            : "a".repeat(size),
    );
}

/** As many as there are, `limit` of them evenly. */
export function badRequests(key: string, limit = Number.POSITIVE_INFINITY): readonly BadRequest[] {
  const all = MODEL.operations.flatMap(({ name, request, errors }) => {
    const whole = Object.fromEntries(
      Object.entries(request)
        .filter(([, { required }]) => required)
        .map(([member, shape]) => [member, plausible(shape, key)]),
    );
    const known = new Set([...errors, ...OF_ALL, ...(BESIDE[name] ?? [])]);
    const bad = (what: string, members: object): BadRequest => ({ operation: name, what, body: JSON.stringify(members), errors: known });
    const wrong = Object.entries(request).flatMap(([member, shape]) => {
      const { [member]: _, ...without } = whole;
      return [
        bad(`${member} absent`, without),
        bad(`${member} in another case`, { ...without, [member.toLowerCase()]: plausible(shape, key) }),
        ...[...WRONG, ...sized(shape)].map((value) =>
          bad(`${member} is ${JSON.stringify(value).slice(0, 40)}`, { ...whole, [member]: value }),
        ),
        ...Object.keys(request)
          .filter((other) => other !== member)
          .flatMap((other) =>
            WRONG.slice(0, 14).map((value) => bad(`${member} and ${other}`, { ...whole, [member]: value, [other]: value })),
          ),
      ];
    });
    return [bad("a member that nobody knows", { ...whole, Nobody: 1 }), bad("nothing", {}), ...wrong];
  });
  const step = Math.max(1, all.length / limit);
  return Array.from({ length: Math.min(limit, all.length) }, (_, i) => all[Math.floor(i * step)] as BadRequest);
}
