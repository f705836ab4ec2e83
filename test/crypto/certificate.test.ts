import { describe, expect, it } from "vitest";
import { readCertificate } from "../../src/crypto/certificate.ts";
import { damaged, hex } from "./bytes.ts";
import { BASIC_CONSTRAINTS, caExtension, chainOf, extension, KEY_USAGE, mayCertify, maySign, NOW } from "./enclave.ts";

const leafWith = (...extensions: readonly Uint8Array[]) => readCertificate(chainOf({ leaf: { extensions } }).raws[2]!);

describe("a certificate", () => {
  it("tells what its key may be used for, and when", () => {
    const [root, authority, leaf] = chainOf().raws.map((raw) => readCertificate(raw));
    expect(root).toMatchObject({ isCa: true, pathLength: undefined, maySign: false, mayCertify: true });
    expect(authority).toMatchObject({ isCa: true, pathLength: 0n, maySign: false, mayCertify: true });
    expect(leaf).toMatchObject({ isCa: false, pathLength: undefined, maySign: true, mayCertify: false });
    expect(leaf).toMatchObject({ notBeforeMs: NOW - 3_600_000, notAfterMs: NOW + 3 * 3_600_000 });
  });

  it.each([
    ["a path length below zero", [extension(BASIC_CONSTRAINTS, hex("30060101ff020180"))]],
    ["something after the path length", [extension(BASIC_CONSTRAINTS, hex("30090101ff020100020100"))]],
    ["constraints that are no sequence", [extension(BASIC_CONSTRAINTS, hex("0500"))]],
    ["a usage that is no bit string", [extension(KEY_USAGE, hex("04020780"))]],
    ["the same extension twice", [caExtension(), mayCertify(), caExtension()]],
    ["an unknown critical extension", [maySign(), extension("2a03", hex("0500"))]],
    ["an extension that is none", [hex("3000")]],
    ["an extension without a value", [hex("300406022a03")]],
    ["an extension of four parts", [hex("300b06022a030101ff04000400")]],
  ])("is none with %s", (_, extensions) => expect(leafWith(...extensions)).toBeUndefined());

  it("names its algorithm twice, both times the one there is", () => {
    const raw = Buffer.from(chainOf().raws[2]!);
    const named = hex("06082a8648ce3d040303");
    for (const at of [raw.indexOf(named), raw.lastIndexOf(named)]) {
      const other = Uint8Array.from(raw);
      other[at + named.length - 1] = 2; // SHA-256
      expect(readCertificate(other)).toBeUndefined();
    }
    expect(raw.indexOf(named)).not.toBe(raw.lastIndexOf(named));
    expect(readCertificate(raw)).toBeDefined();
  });

  it("never throws, and is the same in no other bytes", () => {
    const raw = chainOf().raws[2]!;
    let read = 0;
    for (const other of damaged(raw)) if (readCertificate(other)?.x509.raw.equals(raw)) read++;
    expect(read).toBe(0);
  });
});
