import { describe, expect, it } from "vitest";
import { ACCOUNT, allow, lab, policy, refusalIfAny, TESTER } from "../lab.ts";

const aliasArn = (name: string) => `arn:aws:kms:us-east-1:${ACCOUNT}:${name}`;

describe("CreateAlias", async () => {
  const { admin, id } = await lab();
  const create = (AliasName: string, key: Parameters<typeof id>[0] = "symmetric") =>
    refusalIfAny(() => admin.createAlias({ AliasName, TargetKeyId: id(key) }));

  it("names a key, which then answers to it", () => {
    expect(create("alias/team/App_1-x")).toBeUndefined();
    expect(admin.describeKey({ KeyId: "alias/team/App_1-x" }).KeyMetadata.KeyId).toBe(id("symmetric"));
    expect(refusalIfAny(() => admin.describeKey({ KeyId: "alias/team/app_1-x" }))?.name).toBe("NotFoundException");
  });

  it.each(["alias/", "alias/a:b"])("refuses %s", (name) => {
    expect(create(name)).toEqual({ name: "InvalidAliasNameException", message: "" });
  });

  it("lets nobody make a name that is reserved for AWS managed keys, whatever policies say", () => {
    expect(create("alias/aws/s3")?.name).toBe("AccessDeniedException");
  });

  it("refuses a name without its prefix, and one that is taken", () => {
    expect(create("app")).toEqual({
      name: "ValidationException",
      message: 'Alias must start with the prefix "alias/". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html',
    });
    expect(create("alias/symmetric", "other")).toEqual({
      name: "AlreadyExistsException",
      message: `An alias with the name ${aliasArn("alias/symmetric")} already exists`,
    });
  });

  it("gives a key fifty names at most", () => {
    for (let i = 0; i < 49; i++) expect(create(`alias/many-${i}`, "other")).toBeUndefined();
    expect(create("alias/too-many", "other")?.name).toBe("LimitExceededException");
    expect(admin.listAliases({ KeyId: id("other"), Limit: 100 }).Aliases).toHaveLength(50);
  });
});

describe("UpdateAlias", async () => {
  const { admin, id, kms } = await lab();
  const update = (AliasName: string, key: Parameters<typeof id>[0]) =>
    refusalIfAny(() => admin.updateAlias({ AliasName, TargetKeyId: id(key) }));

  it("moves a name to another key of its kind", () => {
    kms.advance({ hours: 1 });
    expect(update("alias/symmetric", "other")).toBeUndefined();
    expect(admin.describeKey({ KeyId: "alias/symmetric" }).KeyMetadata.KeyId).toBe(id("other"));
    const entry = admin.listAliases().Aliases.find(({ AliasName }) => AliasName === "alias/symmetric")!;
    expect(entry).toMatchObject({ AliasArn: aliasArn("alias/symmetric"), TargetKeyId: id("other") });
    expect(entry.LastUpdatedDate!.getTime() - entry.CreationDate!.getTime()).toBe(3_600_000);
    expect(admin.listAliases({ KeyId: id("symmetric") }).Aliases).toEqual([]);
  });

  it.each(["rsa", "mac", "signing", "kem"] as const)("not to a key of another kind: %s", (key) => {
    expect(update("alias/other", key)?.name).toBe("ValidationException");
  });

  it("asks for the state of the new key only", async () => {
    const ready = await lab();
    ready.admin.scheduleKeyDeletion({ KeyId: ready.id("symmetric") });
    expect(refusalIfAny(() => ready.admin.updateAlias({ AliasName: "alias/symmetric", TargetKeyId: ready.id("other") }))).toBeUndefined();
    expect(refusalIfAny(() => ready.admin.updateAlias({ AliasName: "alias/symmetric", TargetKeyId: ready.id("symmetric") }))?.name).toBe(
      "KMSInvalidStateException",
    );
  });

  it("says which name there is not", () => {
    expect(update("alias/none", "other")).toEqual({ name: "NotFoundException", message: `Alias ${aliasArn("alias/none")} is not found.` });
  });
});

it("DeleteAlias takes a name away, also of a key that waits for its deletion", async () => {
  const { admin, id } = await lab();
  admin.scheduleKeyDeletion({ KeyId: id("symmetric") });
  admin.deleteAlias({ AliasName: "alias/symmetric" });
  expect(refusalIfAny(() => admin.describeKey({ KeyId: "alias/symmetric" }))?.name).toBe("NotFoundException");
  expect(refusalIfAny(() => admin.deleteAlias({ AliasName: "alias/symmetric" }))).toEqual({
    name: "NotFoundException",
    message: `Alias ${aliasArn("alias/symmetric")} is not found.`,
  });
});

it("both halves of a permission are needed, on the alias by identity policies alone", async () => {
  const keyPolicy = policy(allow("kms:*", { Principal: { AWS: [`arn:aws:iam::${ACCOUNT}:root`, TESTER] } }));
  const create = async (...Resource: string[]) => {
    const { tester, id, kms } = await lab([], {
      principals: { tester: { arn: TESTER, policies: Resource.length === 0 ? [] : [policy(allow("kms:CreateAlias", { Resource }))] } },
      keys: { symmetric: { policy: keyPolicy } },
    });
    const refused = refusalIfAny(() => tester.createAlias({ AliasName: "alias/new", TargetKeyId: id("symmetric") }));
    return [
      refused?.name,
      kms
        .auditEvents()
        .at(-1)
        ?.resources.map(({ ARN }) => ARN.split(":")[5]?.split("/")[0]),
    ];
  };
  expect(await create()).toEqual(["AccessDeniedException", ["key", "alias"]]); // the key policy cannot allow the alias half
  expect(await create(aliasArn("alias/new"))).toEqual([undefined, ["key", "alias"]]);
  expect(await create(aliasArn("alias/other"))).toEqual(["AccessDeniedException", ["key", "alias"]]);
});

it("ListAliases pages, and narrows to a key that there is", async () => {
  const { admin, id } = await lab();
  for (let i = 0; i < 5; i++) admin.createAlias({ AliasName: `alias/more-${i}`, TargetKeyId: id("symmetric") });
  const first = admin.listAliases({ Limit: 17 });
  expect([first.Aliases.length, first.Truncated]).toEqual([17, true]);
  const rest = admin.listAliases({ Marker: first.NextMarker });
  expect([rest.Aliases.length, rest.Truncated, rest.NextMarker]).toEqual([5, false, undefined]);
  const names = [...first.Aliases, ...rest.Aliases].map(({ AliasName }) => AliasName);
  expect(names.slice(15)).toEqual(["alias/symmetric", "alias/other", ...[0, 1, 2, 3, 4].map((i) => `alias/more-${i}`)]);
  const own = admin.listAliases({ KeyId: id("symmetric"), Limit: 4 });
  expect(own.Aliases.every(({ TargetKeyId }) => TargetKeyId === id("symmetric"))).toBe(true);
  expect(admin.listAliases({ KeyId: id("symmetric"), Marker: own.NextMarker }).Aliases).toHaveLength(2);
  expect(refusalIfAny(() => admin.listAliases({ Marker: own.NextMarker }))?.name).toBe("InvalidMarkerException");
  expect(refusalIfAny(() => admin.listAliases({ KeyId: "alias/symmetric" }))?.name).toBe("InvalidArnException");
  expect(refusalIfAny(() => admin.listAliases({ KeyId: "none" }))?.name).toBe("NotFoundException");
});

/** AWS CloudTrail logs of KMS: the key, of an alias that moves the new one, and the alias. */
it("an event of an alias tells of one key and the alias", async () => {
  const { kms, admin, arn } = await lab();
  const told = () =>
    kms
      .auditEvents()
      .at(-1)
      ?.resources.map(({ ARN }) => ARN);
  const alias = aliasArn("alias/new");
  admin.createAlias({ AliasName: "alias/new", TargetKeyId: arn("symmetric") });
  expect(told()).toEqual([arn("symmetric"), alias]);
  admin.updateAlias({ AliasName: "alias/new", TargetKeyId: arn("other") });
  expect(told()).toEqual([arn("other"), alias]);
  admin.deleteAlias({ AliasName: "alias/new" });
  expect(told()).toEqual([arn("other"), alias]);
});

/** KMS API Reference, ListAliases: no aliases in other accounts. Whether there is such a key shows neither. */
it("ListAliases tells nothing of the keys of another account", async () => {
  const abroad = "arn:aws:kms:us-east-1:444455556666:key/";
  const there = `${abroad}1234abcd-12ab-34cd-56ef-1234567890ab`;
  const everyone = policy(allow("kms:*", { Principal: "*" }));
  const { admin } = await lab([], { keys: { theirs: { arn: there, aliases: ["alias/secret"], policy: everyone } } });
  const answers = [there, `${abroad}00000000-12ab-34cd-56ef-1234567890ab`].map((KeyId) => refusalIfAny(() => admin.listAliases({ KeyId })));
  expect(answers[0]?.name).toBe("AccessDeniedException");
  expect(answers[1]).toEqual(answers[0]);
});
