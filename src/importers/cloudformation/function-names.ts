/** CloudFormation User Guide, "Intrinsic function reference": the short forms that YAML has, and what each is written out. */
export const LONG_FORMS: ReadonlyMap<string, string> = new Map([
  ["Ref", "Ref"],
  ["Condition", "Condition"],
  ...[
    "And", "Base64", "Cidr", "Contains", "EachMemberEquals", "EachMemberIn", "Equals", "FindInMap", "GetAtt", "GetAZs", "GetStackOutput", "If", "ImportValue",
    "Join", "Length", "Not", "Or", "RefAll", "Select", "Split", "Sub", "ToJsonString", "Transform", "ValueOf", "ValueOfAll",
  ].map((name) => [name, `Fn::${name}`] as const), // biome-ignore format: a list reads as a list
]);

/** The name of a loop, which stands where the name of a member would. */
export const FOR_EACH = "Fn::ForEach::";

/** Whether the name of a member is a function's, and no name that an author chose. */
export const isFunction = (name: string): boolean => name.startsWith("Fn::") || name === "Ref";
