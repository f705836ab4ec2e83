/**
 * What GitHub code scanning requires of SARIF ("SARIF support for code scanning", its table of supported properties), within SARIF 2.1.0 (OASIS), of whose
 * members those that kmsward writes are here: nothing else may be in a log, and no required text may be empty.
 */
const object = (properties: Record<string, object>, required: readonly string[] = Object.keys(properties)) => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});
const words = { type: "string", minLength: 1 };
const upTo = (maxLength: number) => ({ type: "string", minLength: 1, maxLength });
const whole = { type: "integer", minimum: 1 };
const level = { enum: ["none", "note", "warning", "error"] };
const free = { type: "object" };

const message = object({ text: words });
const artifact = object({ uri: { ...words, pattern: "^(?!/|\\./|[^:]*\\.\\./)[A-Za-z0-9._~!$&'()*+,;=:@%/-]+$" }, uriBaseId: words }, [
  "uri",
]);
const region = object({ startLine: whole, startColumn: whole, endLine: whole, endColumn: whole });
const physical = object({ artifactLocation: artifact, region });
const location = object(
  {
    id: whole,
    physicalLocation: physical,
    logicalLocations: { type: "array", items: object({ fullyQualifiedName: words, kind: words }) },
    message,
  },
  ["physicalLocation"],
);

const rule = object({
  id: upTo(255),
  name: upTo(255),
  shortDescription: object({ text: upTo(1_024) }),
  fullDescription: object({ text: upTo(1_024) }),
  help: object({ text: words, markdown: words }),
  defaultConfiguration: object({ level }),
  properties: object(
    {
      precision: { enum: ["very-high", "high", "medium", "low"] },
      tags: { type: "array", items: words, maxItems: 10 },
      // Over 9.0 critical, 7.0 to 8.9 high, 4.0 to 6.9 medium, 0.1 to 3.9 low: 9.0 itself is none of them.
      "security-severity": { type: "string", pattern: "^(?!9\\.0$|0\\.0$)(?:10\\.0|[0-9]\\.[0-9])$" },
    },
    ["precision", "tags"],
  ),
});

const result = object(
  {
    ruleId: words,
    ruleIndex: { type: "integer", minimum: 0 },
    level,
    kind: { enum: ["fail"] },
    message,
    locations: { type: "array", items: location, minItems: 1, maxItems: 10 },
    relatedLocations: { type: "array", items: location, maxItems: 10 },
    codeFlows: {
      type: "array",
      items: object({
        threadFlows: {
          type: "array",
          minItems: 1,
          items: object({
            locations: {
              type: "array",
              minItems: 1,
              maxItems: 1_000,
              items: object({ location: { ...location, required: ["physicalLocation", "message"] } }),
            },
          }),
        },
      }),
    },
    partialFingerprints: object({
      primaryLocationLineHash: { type: "string", pattern: "^[0-9a-f]{32}:[1-9][0-9]*$" },
      "kmswardChange/v1": words,
    }),
    suppressions: {
      type: "array",
      items: object({ kind: { enum: ["inSource", "external"] }, status: { enum: ["accepted"] }, justification: words }),
    },
    properties: free,
  },
  ["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"],
);

const notification = object({ level, message, descriptor: object({ id: words }) }, ["level", "message"]);

export const SARIF = object({
  $schema: words,
  version: { enum: ["2.1.0"] },
  runs: {
    type: "array",
    minItems: 1,
    maxItems: 1,
    items: object({
      tool: object({
        driver: object({ name: { enum: ["kmsward"] }, version: words, semanticVersion: words, rules: { type: "array", items: rule } }, [
          "name",
          "version",
          "rules",
        ]),
      }),
      automationDetails: object({ id: { type: "string", pattern: "^kmsward/.*/$" } }),
      columnKind: { enum: ["utf16CodeUnits"] },
      originalUriBaseIds: object({ SRCROOT: object({ description: message }) }),
      invocations: {
        type: "array",
        minItems: 1,
        items: object({ executionSuccessful: { type: "boolean" }, toolExecutionNotifications: { type: "array", items: notification } }, [
          "executionSuccessful",
        ]),
      },
      results: { type: "array", items: result, maxItems: 5_000 },
    }),
  },
});
