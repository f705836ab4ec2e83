#!/usr/bin/env node
import process from "node:process";
import { crash, isClosedPipe, main } from "./cli/main.ts";

process.on("SIGINT", () => process.exit(130));
process.on("uncaughtException", (error) => process.exit(crash(error, process)));
process.stdout.on("error", (error) => {
  if (isClosedPipe(error)) process.exit(0);
  process.stderr.write(`kmsward: the result cannot be written: ${error.message}\n`);
  process.exit(1);
});

// Not process.exit: what is on its way to a pipe would be lost.
process.exitCode = await main(process.argv.slice(2), {
  get stdin() {
    return process.stdin; // opening it has a price
  },
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  root: new URL("..", import.meta.url),
});
