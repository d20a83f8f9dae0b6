// Starts, once a run, a demo on a spare port with data of its own, brings the corner-case campaigns into
// it while it runs, and throws the data away at the end.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, openSync, readdirSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";

const here = import.meta.dirname;
const cache = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
const target = process.env.CARGO_TARGET_DIR || join(cache, "broadside", "target");
export const program = process.env.BROADSIDE_PROGRAM || join(target, "debug", "broadside");
const log = join(here, "test-results", "demo.log");
export const settings = {
  ...process.env,
  BROADSIDE_RATE_LIMITS: "off", // every visitor here comes from one address
  BROADSIDE_METRICS_LISTEN: "127.0.0.1:0",
  BROADSIDE_DNS_SERVER: "off", // what the Setup page shows must not depend on where this runs
  BROADSIDE_CLOCK: "2018-09-10T16:00:00Z", // the demo’s own, so that imports bear its time
};

export default async function start() {
  const folder = mkdtempSync(join(tmpdir(), "broadside-e2e-"));
  const port = await sparePort();
  const demo = run(["demo", "--listen", `127.0.0.1:${port}`, "--data", folder]);
  const stop = () => {
    demo.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    process.env.DEMO = `http://localhost:${port}`;
    process.env.DEMO_DATA = folder;
    await ready(demo, process.env.DEMO);
    for (const campaign of readdirSync(join(here, "campaigns"))) {
      const command = ["campaign", "import", join(here, "campaigns", campaign), "--data", folder];
      execFileSync(program, command, { env: settings });
    }
  } catch (error) {
    stop();
    throw error;
  }
  console.log(`the demo: ${process.env.DEMO}`);
  return stop;
}

/** Starts the program; what it says goes to test-results/demo.log. */
function run(command: string[]): ChildProcess {
  mkdirSync(dirname(log), { recursive: true });
  const file = openSync(log, "w");
  return spawn(program, command, { env: settings, stdio: ["ignore", file, file] });
}

async function ready(server: ChildProcess, base: string) {
  for (let tries = 0; tries < 600; tries++) {
    if (server.exitCode !== null) break;
    const answer = await fetch(`${base}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error(`broadside did not start; see ${log}`);
}

export function sparePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
