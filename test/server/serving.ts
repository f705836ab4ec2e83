import { afterAll } from "vitest";
import { systemPorts } from "../../src/embedded/system-ports.ts";
import { EMPTY_ESTATE } from "../../src/estate/estate.ts";
import { World } from "../../src/estate/world.ts";
import { memoryStore } from "../../src/kms/store.ts";
import type { KmsWorld } from "../../src/kms.ts";
import { type RunningServer, type ServerOptions, startServer } from "../../src/server/start-server.ts";
import { worldOf } from "../world/worlds.ts";

type Served = Partial<Omit<ServerOptions, "world">> & {
  readonly world?: KmsWorld;
  readonly until?: (stop: () => Promise<void>) => void; // `onTestFinished` of one test's own
};

/** An endpoint on a loopback port, until the tests beside it have ended. A crash in it fails them. */
export async function serving({ world, until = afterAll, ...options }: Served = {}): Promise<RunningServer> {
  const crashes: unknown[] = [];
  const server = await startServer({
    world: world === undefined ? new World(EMPTY_ESTATE) : worldOf(world),
    hasSeed: world !== undefined,
    store: memoryStore(),
    ports: systemPorts(),
    realNow: Date.now,
    host: "127.0.0.1",
    port: 0,
    auditLimit: 1000,
    onCrash: (error) => crashes.push(error),
    ...options,
  });
  until(async () => {
    await server.stop(100);
    if (crashes.length > 0) throw crashes[0];
  });
  return server;
}

export const credentialsOf = (accessKeyId: string) => ({ accessKeyId, secretAccessKey: `secret-of-${accessKeyId}` });

/** Made up, in the form of AWS's. */
export const KEYS = {
  admin: credentialsOf("AKIAADMINADMINADMIN2"),
  app: credentialsOf("AKIAAPPAPPAPPAPPAPP2"),
  tester: credentialsOf("AKIATESTERTESTERTES2"),
};
