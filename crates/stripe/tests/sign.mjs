// Signs each body that it is given by Stripe's own library for Node: `node sign.mjs LIBRARY`, a JSON object a line with
// `secret`, `timestamp` and `payload`; a header a line comes out. The library is that of e2e/package.json.
import { createInterface } from 'node:readline';
import { createRequire } from 'node:module';

const required = createRequire(import.meta.url)(process.argv[2]);
const Stripe = required.default ?? required;
const { webhooks } = new Stripe('sk_test_unused');
for await (const line of createInterface({ input: process.stdin })) {
  console.log(webhooks.generateTestHeaderString(JSON.parse(line)));
}
