import { expect, test } from "vitest";
import { GivenKeys } from "../../src/estate/given-keys.ts";

test("what is given of a key stands, in any letter case, also that it is unknown", () => {
  const given = new GivenKeys({ context: { "AWS:SourceVpce": "vpce-1" }, unknown: ["aws:ResourceOrgID"] });
  given.set("aws:SourceVpce", "vpce-2");
  given.set("aws:ResourceOrgid", "o-1");
  given.set("aws:SourceVpc", "vpc-1");
  given.set("aws:PrincipalOrgPaths", "unknown");
  given.set("kms:RequestAlias", undefined);
  expect(given.members()).toEqual({
    context: { "AWS:SourceVpce": "vpce-1", "aws:SourceVpc": "vpc-1" },
    unknown: ["aws:ResourceOrgID", "aws:PrincipalOrgPaths"],
  });
});

test("nothing given is nothing said", () => expect(new GivenKeys({}).members()).toEqual({}));
