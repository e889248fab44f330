/**
 * `node tests/benches/segmenter.mjs [FILE.conllu...]`: speed beside Intl.Segmenter, in Node and in Chromium, on the
 * golden articles; and where treebanks are given, how well both find their sentences.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';
import sirv from 'sirv';
import { Tawsim } from '../../www/engine.js';
import { sentences, speed } from './measure.js';

const root = new URL('../..', import.meta.url).pathname;
const golden = `${root}tests/golden/`;
const article = readdirSync(golden)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => readFileSync(golden + name, 'utf8').replace(/\[[A-Z]+ ([^\]]*)\]/g, '$1'))
  .join('\n\n');
const treebanks = process.argv.slice(2).map((path) => ({ path, paragraphs: paragraphsOf(readFileSync(path, 'utf8')) }));

/** The sentences of each paragraph of a CoNLL-U file. @param {string} file */
function paragraphsOf(file) {
  /** @type {string[][]} */
  const paragraphs = [];
  let place = '';
  for (const block of file.split(/\r?\n\r?\n/)) {
    const field = (/** @type {string} */ name) => block.match(new RegExp(`^# ${name} = (.*)$`, 'm'))?.[1];
    const text = field('text');
    if (text === undefined) continue;
    const here = `${field('doc_id')} ${field('parnumber')}`;
    const first = here !== place || /^# new(doc|par)/m.test(block) || field('sentnumber') === '1';
    if (first) paragraphs.push([]);
    place = here;
    paragraphs.at(-1)?.push(text);
  }
  return paragraphs;
}

/** @param {string} where @param {(run: 'speed' | 'sentences', input: unknown) => Promise<string[]>} run */
async function report(where, run) {
  console.log(`${where}: words`);
  for (const line of await run('speed', article)) console.log(`  ${line}`);
  for (const { path, paragraphs } of treebanks) {
    console.log(`${where}: sentences of ${path}`);
    for (const line of await run('sentences', paragraphs)) console.log(`  ${line}`);
  }
}

const engine = await Tawsim.load({ worker: false, wasm: readFileSync(`${root}www/pkg/tawsim_bg.wasm`), model: readFileSync(`${root}www/tawsim.model`) });
await report(`Node ${process.versions.node}`, (run, input) => ({ speed, sentences })[run](engine, /** @type {any} */ (input)));
engine.dispose();

const [site, suite] = [sirv(`${root}www`, { dev: true }), sirv(`${root}tests`, { dev: true })];
const server = createServer((request, response) => {
  // A page that is isolated has a clock of 5 µs, any other one of 100 µs.
  response.setHeader('cross-origin-opener-policy', 'same-origin').setHeader('cross-origin-embedder-policy', 'require-corp');
  if (request.url === '/blank') return response.setHeader('content-type', 'text/html').end('<!doctype html><title>.</title>');
  if (!request.url?.startsWith('/tests/')) return site(request, response);
  request.url = request.url.slice('/tests'.length);
  return suite(request, response);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
});
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  await page.goto(`http://127.0.0.1:${/** @type {any} */ (server.address()).port}/blank`);
  await report(`Chromium ${browser.version()}`, (run, input) =>
    page.evaluate(async ([run, input]) => {
      const { Tawsim } = await import('/engine.js');
      const measure = await import('/tests/benches/measure.js');
      const engine = await Tawsim.load({ worker: false });
      try {
        return await measure[run](engine, input);
      } finally {
        engine.dispose();
      }
    }, /** @type {[any, any]} */ ([run, input])),
  );
} finally {
  await browser.close();
  server.close();
}
