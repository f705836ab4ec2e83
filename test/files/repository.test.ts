import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Repositories } from "../../src/files/repository.ts";
import { folder } from "../cli/test-samples.ts";

const tree = () => {
  const at = folder({ "repository/policies/a.ward.yaml": "", "alone/b.ward.yaml": "" });
  mkdirSync(at("repository/.git"));
  return at;
};

test("a file may name what is in its repository, from wherever the program runs", () => {
  const at = tree();
  expect(new Repositories(at("repository")).rootOf("policies/a.ward.yaml")).toBe(".");
  expect(new Repositories(at("repository/policies")).rootOf("a.ward.yaml")).toBe("..");
  expect(new Repositories(at("repository/policies")).rootOf(at("repository/policies/a.ward.yaml"))).toBe(at("repository"));
  expect(new Repositories(at()).rootOf("repository/policies/a.ward.yaml")).toBe(".");
  expect(new Repositories(at("alone")).rootOf("../repository/policies/a.ward.yaml")).toBe(join("..", "repository"));
});

test("without a repository it is the working folder", () => {
  const at = tree();
  expect(new Repositories(at("alone")).rootOf("b.ward.yaml")).toBe(".");
});
