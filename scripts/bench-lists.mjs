// How long 100,000 entries take to load, what they cost a text, and what clusters cost it: in Node and in Chromium.
// node scripts/bench-lists.mjs [COUNT], once the module is built
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import sirv from 'sirv';

const count = Number(process.argv[2] ?? 100_000);
const golden = new URL('../tests/golden/', import.meta.url);
const articles = readdirSync(golden).filter((name) => /^\d.*\.txt$/.test(name));
const text = articles.map((name) => readFileSync(new URL(name, golden), 'utf8').replace(/\[[A-Z]+ ([^\]]*)\]/g, '$1')).join('\n');

/** Runs in both; what it needs comes as one argument. */
async function measure({ count, text, worker, address }) {
  const { Tawsim } = await import(address);
  // Names of two to four words made from a few thousand words.
  const words = [...new Set(text.match(/[ء-ي]{3,}/g))];
  let seed = 1;
  const next = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const name = (length) => Array.from({ length }, () => words[Math.floor(next() * words.length)]).join(' ');
  const entries = Array.from({ length: count }, (_, index) => ({
    name: name(2 + (index % 3)),
    type: ['PERS', 'ORG', 'LOC', 'TEAM'][index % 4],
    id: `Q${index}`,
  }));
  const doubled = entries.map((entry) => ({ ...entry, aliases: [name(3)] }));
  const engine = await Tawsim.load({ worker });
  const time = async (work) => {
    const began = performance.now();
    await work();
    return performance.now() - began;
  };
  const best = async (work) => {
    const times = [];
    for (let turn = 0; turn < 9; turn += 1) times.push(await time(work));
    return Math.min(...times);
  };
  const bare = await best(() => engine.annotate(text));
  const apart = await best(() => engine.annotate(text, { clusters: false }));
  const first = await time(() => engine.setGazetteer(entries));
  const load = await best(() => engine.setGazetteer(entries));
  const listed = await best(() => engine.annotate(text));
  const twice = await best(() => engine.setGazetteer(doubled));
  engine.dispose();
  return { first, load, twice, listed: listed / bare, clusters: bare / apart };
}

const say = (where, { first, load, twice, listed, clusters }) =>
  console.log(
    `${where}: ${count} entries in ${load.toFixed(0)} ms (${first.toFixed(0)} the first time; ${twice.toFixed(0)} with an alias each); ` +
      `a text takes ${listed.toFixed(2)} of its time with them, ${clusters.toFixed(2)} with clusters`,
  );

say('Node, in place', await measure({ count, text, worker: false, address: '../www/engine.js' }));


const site = sirv(fileURLToPath(new URL('../www', import.meta.url)), { dev: true });
const server = createServer((request, response) => site(request, response, () => response.setHeader('content-type', 'text/html').end('<!doctype html>')));
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${server.address().port}/blank`);
for (const worker of [false, true]) {
  say(`Chromium, ${worker ? 'in a worker' : 'in place'}`, await page.evaluate(measure, { count, text, worker, address: '/engine.js' }));
}
await browser.close();
server.closeAllConnections();
server.close();
