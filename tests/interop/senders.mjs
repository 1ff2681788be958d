// Signs requests with packages that the providers publish, posts them to `hookboardctl serve`, and compares what is
// stored with what was sent.   node senders.mjs HOOKBOARDCTL   (copied beside node_modules by CMake)
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sign } from '@octokit/webhooks-methods';
import { Webhook } from 'standardwebhooks';

const program = process.argv[2];
const folder = mkdtempSync(join(tmpdir(), 'hookboard-interop-'));
const ctl = (...words) => execFileSync(program, ['--profile', join(folder, 'profile'), ...words], { encoding: 'utf8' });

const githubSecret = 'correct horse battery staple';
const standardSecret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
writeFileSync(join(folder, 'github'), githubSecret + '\n');
writeFileSync(join(folder, 'standard'), standardSecret + '\n');

async function githubRequest(id, body) {
  return { source: 'repo', id, body, headers: { 'X-GitHub-Event': 'ping', 'X-GitHub-Delivery': id,
    'X-Hub-Signature-256': await sign(githubSecret, body) } };
}

function standardRequest(id, body, secret = standardSecret) {
  const at = new Date();
  return { source: 'shop', id, body, headers: { 'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body) } };
}

async function post(base, request) {
  const answer = await fetch(`${base}/hooks/${request.source}`, { method: 'POST', body: request.body,
    headers: { 'Content-Type': 'application/json', ...request.headers } });
  return { status: answer.status, body: await answer.json() };
}

async function run(base) {
  const text = JSON.stringify({ type: 'order.paid', amount: 12.5, name: 'Ünïcödé “quotes” 🎉', nested: { a: [1, null] } });
  const requests = [await githubRequest('b6b1f3a0-0000-4000-8000-000000000001', text),
    standardRequest('msg_interop1', text)];
  for (const request of requests) {
    const first = await post(base, request);
    assert.equal(first.status, 200, `${request.source}: ${JSON.stringify(first.body)}`);
    assert.equal(first.body.status, 'stored');
    const again = await post(base, request);
    assert.equal(again.body.status, 'duplicate');
    const spoilt = await post(base, { ...request, body: request.body + ' ' });
    assert.equal(spoilt.status, 401, `${request.source} accepts a changed body`);
  }
  const foreign = standardRequest('msg_interop2', text, 'whsec_YW4tb2xkZXItc2VjcmV0LW9mLTI0LWJ5');
  assert.equal((await post(base, foreign)).status, 401);

  const stored = ctl('events', '--json', '--body').trim().split('\n').map((line) => JSON.parse(line));
  assert.deepEqual(stored.map((event) => event.deliveryId), requests.map((request) => request.id));
  for (const event of stored) {
    assert.equal(Buffer.from(event.body, 'base64').toString('utf8'), text);
    assert.equal(event.verified, true);
  }
  // No answer waits for the quarantine, so it may be a moment behind.
  const refused = () => ctl('events', '--state', 'quarantined', '--json').split('\n').length - 1;
  const patience = Date.now() + 10_000;
  while (refused() < 3 && Date.now() < patience) await new Promise((resolve) => setTimeout(resolve, 50));
  assert.equal(refused(), 3);
}

ctl('init', '--secrets', 'file');
ctl('source', 'add', 'repo', '--provider', 'github', '--secret-file', join(folder, 'github'));
ctl('source', 'add', 'shop', '--provider', 'standard-webhooks', '--secret-file', join(folder, 'standard'));
const server = spawn(program, ['--profile', join(folder, 'profile'), 'serve', '--port', '0'],
  { stdio: ['ignore', 'pipe', 'inherit'] });
const ended = new Promise((resolve) => server.on('exit', (code) => resolve(code)));
try {
  const lines = createInterface({ input: server.stdout });
  const [ready] = await Promise.race([new Promise((resolve) => lines.once('line', (line) => resolve([line]))),
    ended.then((code) => assert.fail(`serve ended with ${code}`))]);
  await run(JSON.parse(ready).listening);
} finally {
  server.kill('SIGTERM');
  assert.equal(await ended, 0);
  rmSync(folder, { recursive: true });
}
console.log('interop: deliveries signed by @octokit/webhooks-methods and standardwebhooks are stored as sent');
