import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { after } from 'node:test';
import { chromium } from 'playwright-core';
import sirv from 'sirv';
import { release, scriptOf } from '../../scripts/release.mjs';

const root = new URL('../..', import.meta.url).pathname;
const site = sirv(`${root}www`, { dev: true });
const suite = sirv(`${root}tests`, { dev: true });

/** The release that the site says it is of; a test may put out another. */
export const published = { ...release() };

const server = createServer((request, response) =>
  request.url === '/release.js'
    ? response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-store' }).end(scriptOf(published))
    : request.url?.startsWith('/tests/')
    ? ((request.url = request.url.slice('/tests'.length)), suite(request, response))
    : site(request, response, () => response.writeHead(404).end()),
);
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
export const base = `http://127.0.0.1:${server.address().port}/`;

/** Started by the first test of a file; a file may have none. @type {Promise<import('playwright-core').Browser> | undefined} */
let browser;
const started = () =>
  (browser ??= chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  }));

server.unref();
after(async () => {
  await (await browser)?.close();
  server.closeAllConnections();
  server.close();
});

/**
 * A fresh profile with the page in it. `page.problems` gathers what the console and the page complain of.
 * @param {{ width?: number, height?: number, colorScheme?: 'light' | 'dark', route?: (page: import('playwright-core').Page) => Promise<unknown>, path?: string, serviceWorkers?: 'allow' | 'block', touch?: boolean, init?: () => void }} [options] `touch`: as on a phone
 */
export async function open({ width = 1280, height = 900, colorScheme = 'light', route, init, path = '', serviceWorkers = 'block', touch = false } = {}) {
  const context = await (await started()).newContext({
    viewport: { width, height },
    colorScheme,
    serviceWorkers,
    hasTouch: touch,
    isMobile: touch,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = Object.assign(await context.newPage(), { problems: /** @type {string[]} */ ([]) });
  watch(page);
  if (init) await page.addInitScript(init);
  await route?.(page);
  await page.goto(base + path);
  if (!path) await page.locator('html[data-page=ready]').waitFor();
  return page;
}

/** An empty document of this origin, to try modules in. */
export const openBlank = () =>
  open({ path: 'blank', route: (page) => page.route('**/blank', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><html lang="ar"><title>.</title>' })) });

/** Sets the text and waits for its entities. @param {import('playwright-core').Page} page @param {string} text */
export const annotate = (page, text) =>
  page.evaluate(async (value) => {
    const element = document.querySelector('tawsim-annotator');
    await element.ready;
    const done = new Promise((resolve) => element.addEventListener('tawsim-annotate', ({ detail }) => resolve(detail.entities), { once: true }));
    element.value = value;
    return done;
  }, text);

/** Runs an action that changes the text and waits for the annotation that follows it.
 * @param {import('playwright-core').Page} page @param {() => Promise<unknown>} act */
export async function annotatedAfter(page, act) {
  await page.evaluate(() => {
    const element = document.querySelector('tawsim-annotator');
    const before = element.value;
    // An annotation of the old text may still arrive before the act; none can after it.
    window.nextAnnotation = new Promise((resolve) =>
      element.addEventListener('tawsim-annotate', ({ detail }) => element.value !== before && resolve(detail.entities)));
  });
  await act();
  return page.evaluate(() => window.nextAnnotation);
}

/** Bare numbers are marked only when they are asked for. */
export const shown = (entities) => entities.filter(({ type }) => type !== 'CARDINAL' && type !== 'ORDINAL');

/** @param {import('playwright-core').Page} page */
export const valueOf = (page) => page.evaluate(() => document.querySelector('tawsim-annotator').value);

/** The texts under the marks, by type, reviewed or not. @param {import('playwright-core').Page} page */
export const marksOf = (page) =>
  page.evaluate(() =>
    [...CSS.highlights].filter(([name, { size }]) => name.startsWith('tawsim-') && size).reduce((marks, [name, ranges]) => {
      (marks[name.replace(/--(kept|outer)/g, '')] ??= []).push(...[...ranges].map(String));
      return marks;
    }, {}));

/** Blocks are marked when the browser says that they are in view, a moment after they are there.
 * @param {import('playwright-core').Page} page @param {number} count */
export const untilMarked = (page, count) =>
  page.waitForFunction((wanted) => {
    const elements = document.querySelector('tawsim-annotator').shadowRoot.querySelectorAll('mark').length;
    const ranges = [...CSS.highlights].filter(([name]) => name.startsWith('tawsim-')).flatMap(([, each]) => [...each]).length;
    return elements + ranges === wanted;
  }, count);

mkdirSync(`${root}artifacts`, { recursive: true });
/** @param {import('playwright-core').Page} page @param {string} name */
export const picture = (page, name) => page.screenshot({ path: `${root}artifacts/${name}.png` });
export const repository = root;

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe has to say. @param {import('playwright-core').Page} page */
export async function violations(page) {
  const first = !(await page.evaluate(() => 'axe' in window));
  if (first) await page.evaluate(axe);
  // Only what is wrong, or each of thousands of elements that are right is described too; style sheets don't change.
  const { violations: found } = await page.evaluate((preload) => window.axe.run(document, { resultTypes: ['violations'], preload }), first);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** The entities as one reads them: reviewed or not, type and text. @param {import('playwright-core').Page} page */
export const seen = (page) =>
  page.evaluate(() => document.querySelector('tawsim-annotator').entities.map(({ reviewed, type, text }) => `${reviewed ? '+' : '?'}${type} ${text}`));

/** Where letters of the text stand on the screen. @param {import('playwright-core').Page} page @param {string} words @param {number} [nth] */
export const boxOf = (page, words, nth = 0) =>
  page.evaluate(([wanted, skip]) => {
    for (const block of document.querySelector('tawsim-annotator').shadowRoot.querySelectorAll('.text p')) {
      const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      const at = (() => { for (let from = -1; ;) { from = block.textContent.indexOf(wanted, from + 1); if (from < 0 || skip-- === 0) return from; } })();
      if (at < 0) continue;
      block.scrollIntoView({ block: 'center' });
      const range = document.createRange();
      const place = (offset) => { texts.currentNode = block; for (let node; (node = texts.nextNode()); offset -= node.length) if (offset <= node.length) return [node, offset]; };
      range.setStart(...place(at));
      range.setEnd(...place(at + wanted.length));
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { left, right, top, bottom, x: (left + right) / 2, y: (top + bottom) / 2 };
    }
    throw new Error(`${wanted} is not in the text`);
  }, [words, nth]);

/** Draws over letters with the mouse, from the right as one reads. @param {import('playwright-core').Page} page @param {string} words */
export async function drawOver(page, words, nth = 0) {
  // An open card may lie over the words.
  await page.keyboard.press('Escape');
  const box = await boxOf(page, words, nth);
  await page.mouse.move(box.right - 1, box.y);
  await page.mouse.down();
  await page.mouse.move(box.left + 1, box.y, { steps: 4 });
  await page.mouse.up();
  await page.locator('.card.open').waitFor();
}

/** Settles when all that was changed is written. @param {import('playwright-core').Page} page */
export const saved = (page) => page.locator('html[data-draft=saved]').waitFor();

/** Once the page knows what the engine can do. @param {import('playwright-core').Page} page */
export const engineReady = (page) => page.evaluate(() => document.querySelector('tawsim-annotator').ready.then(() => undefined));

/** Another page of the same person. @param {import('playwright-core').Page} page */
export async function another(page) {
  const other = Object.assign(await page.context().newPage(), { problems: /** @type {string[]} */ ([]) });
  watch(other);
  await other.goto(base);
  await other.locator('html[data-page=ready]').waitFor();
  return other;
}

/** @param {import('playwright-core').Page & { problems: string[] }} page */
function watch(page) {
  page.on('console', (message) => message.type() === 'error' && page.problems.push(message.text()));
  page.on('pageerror', (error) => page.problems.push(String(error)));
}
