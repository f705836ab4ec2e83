import { it } from "vitest";
import { decide } from "../../src/world/authorizer.ts";
import { explain } from "../../src/authz/explain.ts";
import type { Case } from "../../src/world/case.ts";
const KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const APP = "arn:aws:sts::111122223333:assumed-role/orders-app/i-0ab";
const keyPolicy = { Version: "2012-10-17", Statement: [
  { Sid: "EnableIAM", Effect: "Allow", Principal: { AWS: "arn:aws:iam::111122223333:root" }, Action: "kms:*", Resource: "*" },
  { Sid: "AllowAppUse", Effect: "Allow", Principal: { AWS: "arn:aws:iam::111122223333:role/orders-app" }, Action: ["kms:Decrypt", "kms:GenerateDataKey*"], Resource: "*", Condition: { StringEquals: { "kms:EncryptionContext:tenant": "t1" }, StringLike: { "kms:ViaService": "s3.*.amazonaws.com" } } },
  { Sid: "Admins", Effect: "Allow", Principal: { AWS: "arn:aws:iam::111122223333:role/admin" }, Action: ["kms:Put*"], Resource: "*" },
  { Sid: "Other", Effect: "Allow", Principal: { AWS: "arn:aws:iam::111122223333:role/other" }, NotAction: ["kms:Decrypt"], Resource: "*" },
  { Sid: "OnlyFromVpc", Effect: "Deny", Principal: "*", Action: "kms:Decrypt", Resource: "*", Condition: { StringNotEqualsIfExists: { "aws:SourceVpce": "vpce-1" } , Bool: {"aws:ViaAWSService": "false"} } },
] };
const show = (c: Case) => { const a = decide(c); console.log(explain(a) + "\n\n-- brief\n" + explain(a, { style: "brief" })); };
it("looks", () => {
  show({ request: { principal: APP, action: "kms:Decrypt", resource: KEY, encryptionContext: { tenant: "t2" }, viaService: "s3.us-east-1.amazonaws.com" }, policies: { resource: keyPolicy, identity: [{ name: "orders-app/inline", document: { Version: "2012-10-17", Statement: { Effect: "Allow", Action: "kms:Decrypt", Resource: KEY.replace("1234abcd", "9999abcd") } } }] }, key: { aliases: ["alias/orders"] } , grants: [{ GrantId: "g1", Name: "nightly", GranteePrincipal: "arn:aws:iam::111122223333:role/exporter", Operations: ["Decrypt"] }, { GrantId: "g2", GranteePrincipal: "arn:aws:iam::111122223333:role/orders-app", Operations: ["Decrypt"], Constraints: { EncryptionContextEquals: { purpose: "x" } } }] });
  show({ request: { principal: APP, action: "kms:Decrypt", resource: KEY, encryptionContext: { tenant: "t1" } }, policies: { resource: keyPolicy }});
  show({ request: { principal: APP, action: "kms:Decrypt", resource: KEY, encryptionContext: { tenant: "t1" }, viaService: "s3.us-east-1.amazonaws.com", unknown: ["kms:EncryptionContextKeys"] }, policies: { resource: keyPolicy, session: [{ Version: "2012-10-17", Statement: { Effect: "Allow", Action: "*", Resource: "*" , Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } } }] }});
  show({ request: { principal: APP, action: "kms:ReEncrypt", resource: KEY }, policies: { resource: keyPolicy } });
  show({ request: { principal: APP, action: "kms:ListKeys", resource: "*" }, policies: { identity: [{ Version: "2012-10-17", Statement: { Effect: "Allow", Action: "kms:*", Resource: "*" } }], serviceControl: [[], [{ Version: "2012-10-17", Statement: { Effect: "Allow", Action: "*", Resource: "*" } }]] } });
  show({ request: { principal: "nobody", action: "kms:ListKeys", resource: "*" } });
  show({ request: { principal: APP, action: "kms:RetireGrant", resource: KEY }, grants: [{ GrantId: "g1", GranteePrincipal: "arn:aws:iam::111122223333:role/exporter", Operations: ["Decrypt"], RetiringPrincipal: "arn:aws:iam::111122223333:role/exporter" }] });
});
