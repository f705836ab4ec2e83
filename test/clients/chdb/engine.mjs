// ClickHouse in a process of its own, which holds one engine: `node engine.mjs FOLDER`, the query on stdin, its rows as JSON on stdout. `executable()` takes
// scripts of FOLDER/user_scripts.

import { readFileSync, writeSync } from "node:fs";
import { createRequire } from "node:module";

const { CreateConnection, QueryWithConnection, CloseConnection } = createRequire(import.meta.url)("@chdb/lib-linux-x64-gnu");
const connection = CreateConnection(process.argv[2]);
try {
  const rows = Buffer.from(QueryWithConnection(connection, readFileSync(0, "utf8"), "JSONEachRow"));
  for (let at = 0; at < rows.length; ) at += writeSync(1, rows, at);
} finally {
  CloseConnection(connection);
}
