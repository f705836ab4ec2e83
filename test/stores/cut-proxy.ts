import { connect, createServer, type Socket } from "node:net";

/** A way to a server on 127.0.0.1 that a test can cut. */
export type CutProxy = {
  readonly port: number;
  /** Ends all connections, and takes no others until `mend`. */
  readonly cut: () => void;
  /** Bytes go neither way: nobody is told. */
  readonly freeze: () => void;
  readonly mend: () => void;
  /** At the next commit: `before` it is passed on, or `after`, so that its answer is lost. */
  readonly cutAtCommit: (when: "before" | "after") => void;
  readonly stop: () => Promise<void>;
};

export async function cutProxy(target: number): Promise<CutProxy> {
  const sockets = new Set<Socket>();
  let state: "open" | "cut" | "frozen" = "open";
  let atCommit: "before" | "after" | undefined;
  const end = () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  const server = createServer((client) => {
    if (state === "cut") return client.destroy();
    const upstream = connect(target, "127.0.0.1");
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        client.destroy();
        upstream.destroy();
      });
    }
    client.on("data", (bytes) => {
      if (state === "frozen") return;
      const isCommit = atCommit !== undefined && bytes.includes("commit\0");
      if (isCommit && atCommit === "before") {
        atCommit = undefined;
        return end();
      }
      if (isCommit) {
        atCommit = undefined;
        upstream.pause(); // the answer stays there
        upstream.write(bytes, () => setTimeout(end, 50));
        return;
      }
      upstream.write(bytes);
    });
    upstream.on("data", (bytes) => {
      if (state !== "frozen") client.write(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    cut: () => {
      state = "cut";
      end();
    },
    freeze: () => {
      state = "frozen";
    },
    mend: () => {
      if (state === "frozen") end();
      state = "open";
    },
    cutAtCommit: (when) => {
      atCommit = when;
    },
    stop: async () => {
      end();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
