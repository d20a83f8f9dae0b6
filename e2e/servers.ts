// Starts, once a run, a demo and beside it a server with the corner-case campaigns, each on a spare port
// with data of its own; stops both and throws their data away at the end.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { createWriteStream, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";

const here = import.meta.dirname;
const cache = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
const target = process.env.CARGO_TARGET_DIR || join(cache, "broadside", "target");
const program = process.env.BROADSIDE_PROGRAM || join(target, "debug", "broadside");
const settings = {
  ...process.env,
  BROADSIDE_RATE_LIMITS: "off", // every visitor here comes from one address
  BROADSIDE_METRICS_LISTEN: "127.0.0.1:0",
};

export default async function start() {
  const folder = mkdtempSync(join(tmpdir(), "broadside-e2e-"));
  const servers: ChildProcess[] = [];
  const stop = () => {
    for (const server of servers) server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    process.env.DEMO = await run(servers, folder, "demo");
    for (const campaign of readdirSync(join(here, "campaigns"))) {
      const data = join(folder, "serve");
      execFileSync(program, ["campaign", "import", join(here, "campaigns", campaign), "--data", data], {
        env: settings,
      });
    }
    process.env.CORNERS = await run(servers, folder, "serve");
  } catch (error) {
    stop();
    throw error;
  }
  return stop;
}

async function run(servers: ChildProcess[], folder: string, command: "demo" | "serve"): Promise<string> {
  const port = await sparePort();
  const base = `http://localhost:${port}`;
  const logs = join(here, "test-results");
  mkdirSync(logs, { recursive: true });
  const log = join(logs, `${command}.log`);
  const server = spawn(program, [command, "--listen", `127.0.0.1:${port}`, "--data", join(folder, command)], {
    env: settings,
    stdio: ["ignore", "pipe", "pipe"],
  });
  servers.push(server);
  const lines = createWriteStream(log);
  server.stdout.pipe(lines, { end: false });
  server.stderr.pipe(lines, { end: false });
  for (let tries = 0; tries < 600; tries++) {
    if (server.exitCode !== null) break;
    const answer = await fetch(`${base}/readyz`).catch(() => undefined);
    if (answer?.ok) {
      console.log(`broadside ${command}: ${base}`);
      return base;
    }
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error(`broadside ${command} did not start; see ${log}`);
}

function sparePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
