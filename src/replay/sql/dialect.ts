/** What an engine writes otherwise than the other. Arguments are expressions, results too; `text` is a value that is written into the query. */
export type Dialect = {
  readonly name: "clickhouse" | "duckdb";
  readonly literal: (text: string) => string;
  readonly matches: (value: string, pattern: string) => string; // a regular expression of RE2
  readonly replaced: (value: string, pattern: string, by: string) => string;
  readonly startsWith: (value: string, text: string) => string;
  readonly begins: (value: string, start: string) => string;
  readonly endsWith: (value: string, end: string) => string;
  readonly has: (value: string, text: string) => string;
  readonly part: (value: string, separator: string, n: number) => string; // from 1
  readonly lastPart: (value: string, separator: string) => string;
  readonly decimal: (value: string) => string; // of a text that is one
  readonly ipv4: (value: string) => string; // a number, of a text that is an IPv4 address
  readonly ipv6: (value: string) => string; // 32 hexadecimal digits, of a text that is an IPv6 address
  readonly size: (list: string) => string;
  readonly joined: (list: string) => string; // by blanks
  readonly keys: (map: string) => string;
  readonly json: (map: string) => string;
  readonly pair: (map: string, name: string) => string; // the value of the pair of this name in any letter case; NULL where there is none
  readonly isOddMap: (map: string) => string; // names that are no ASCII, or equal but for their letter case; values that are none
  readonly countIn: (list: string, condition: (item: string) => string) => string;
  readonly sorted: (list: string) => string;
  readonly earliest: (columns: readonly string[], time: string, id: string) => string; // the columns of the row that is first by time, then by id
};

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const escaped = (text: string): string => `'${text.replace(/[\\']/g, "\\$&")}'`;

/** Texts that cannot be written into a query: a value that is compared with one is kept as it is. */
export const isWritable = (text: string): boolean => !text.includes("\0") && !/[\ud800-\udfff]/u.test(text);

export const DUCKDB: Dialect = {
  name: "duckdb",
  literal: quoted,
  matches: (value, pattern) => `regexp_matches(${value}, ${quoted(pattern)})`,
  replaced: (value, pattern, by) => `regexp_replace(${value}, ${quoted(pattern)}, ${quoted(by)}, 'g')`,
  startsWith: (value, text) => `starts_with(${value}, ${quoted(text)})`,
  begins: (value, start) => `starts_with(${value}, ${start})`,
  endsWith: (value, end) => `ends_with(${value}, ${end})`,
  has: (value, text) => `contains(${value}, ${quoted(text)})`,
  part: (value, separator, n) => `split_part(${value}, ${quoted(separator)}, ${n})`,
  lastPart: (value, separator) => `split_part(${value}, ${quoted(separator)}, -1)`,
  decimal: (value) => `TRY_CAST(${value} AS DECIMAL(38,18))`,
  ipv4: (value) =>
    [16777216, 65536, 256, 1].map((weight, i) => `TRY_CAST(split_part(${value}, '.', ${i + 1}) AS BIGINT) * ${weight}`).join(" + "),
  ipv6: (value) => {
    const groups = (text: string): string => `list_filter(string_split(${text}, ':'), lambda x: x <> '')`;
    const zeros = `list_transform(range(8 - len(${groups(value)})), lambda i: '0')`;
    const ends = [1, 2].map((n) => groups(`split_part(${value}, '::', ${n})`));
    const all = `CASE WHEN contains(${value}, '::') THEN list_concat(${ends[0]}, list_concat(${zeros}, ${ends[1]})) ELSE string_split(${value}, ':') END`;
    return `array_to_string(list_transform(${all}, lambda x: lpad(lower(x), 4, '0')), '')`;
  },
  size: (list) => `coalesce(len(${list}), 0)`,
  joined: (list) => `coalesce(array_to_string(${list}, ' '), '')`,
  keys: (map) => `map_keys(${map})`,
  json: (map) => `CAST(to_json(${map}) AS VARCHAR)`,
  pair: (map, name) => `list_filter(map_entries(${map}), lambda e: lower(e.key) = ${quoted(name)})[1].value`,
  isOddMap: (map) =>
    `(len(list_distinct(list_transform(map_keys(${map}), lambda k: lower(k)))) <> len(map_keys(${map})) OR NOT regexp_matches(array_to_string(map_keys(${map}), ''), '\\A[\\x00-\\x7f]*\\z') OR len(list_filter(map_values(${map}), lambda x: x IS NULL)) > 0)`,
  countIn: (list, condition) => `len(list_filter(${list}, lambda x: ${condition("x")}))`,
  sorted: (list) => `array_to_string(list_sort(${list}), chr(10))`,
  earliest: (columns, time, id) =>
    `arg_min({${columns.map((name) => `${quoted(name)}: ${name}`).join(", ")}}, {'t': coalesce(${time}, '~'), 'id': coalesce(${id}, '~')})`,
};

export const CLICKHOUSE: Dialect = {
  name: "clickhouse",
  literal: escaped,
  matches: (value, pattern) => `match(${value}, ${escaped(pattern)})`,
  replaced: (value, pattern, by) => `replaceRegexpAll(${value}, ${escaped(pattern)}, ${escaped(by)})`,
  startsWith: (value, text) => `startsWith(${value}, ${escaped(text)})`,
  begins: (value, start) => `startsWith(${value}, ${start})`,
  endsWith: (value, end) => `endsWith(${value}, ${end})`,
  has: (value, text) => `(position(${value}, ${escaped(text)}) > 0)`,
  part: (value, separator, n) => `splitByString(${escaped(separator)}, assumeNotNull(${value}))[${n}]`,
  lastPart: (value, separator) => `splitByString(${escaped(separator)}, assumeNotNull(${value}))[-1]`,
  decimal: (value) => `toDecimal128OrNull(assumeNotNull(${value}), 18)`,
  ipv4: (value) => `IPv4StringToNumOrDefault(assumeNotNull(${value}))`,
  ipv6: (value) => `lower(hex(IPv6StringToNumOrDefault(assumeNotNull(${value}))))`,
  size: (list) => `length(${list})`,
  joined: (list) => `arrayStringConcat(${list}, ' ')`,
  keys: (map) => `mapKeys(${map})`,
  json: (map) => `toJSONString(${map})`,
  pair: (map, name) =>
    `if(arrayExists(k -> lower(k) = ${escaped(name)}, mapKeys(${map})), arrayFirst((v, k) -> lower(k) = ${escaped(name)}, mapValues(${map}), mapKeys(${map})), NULL)`,
  isOddMap: (map) =>
    `(length(arrayDistinct(arrayMap(k -> lower(k), mapKeys(${map})))) <> length(mapKeys(${map})) OR NOT match(arrayStringConcat(mapKeys(${map})), '\\\\A[\\\\x00-\\\\x7f]*\\\\z'))`,
  countIn: (list, condition) => `arrayCount(x -> ${condition("x")}, ${list})`,
  sorted: (list) => `arrayStringConcat(arraySort(${list}), char(10))`,
  earliest: (columns, time, id) => `argMin(tuple(${columns.join(", ")}), tuple(coalesce(${time}, '~'), coalesce(${id}, '~')))`,
};

export const DIALECTS = { clickhouse: CLICKHOUSE, duckdb: DUCKDB } as const;
