import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { after } from 'node:test';
import { chromium } from 'playwright-core';
import sirv from 'sirv';

const root = new URL('../..', import.meta.url).pathname;
const site = sirv(`${root}www`, { dev: true });
const suite = sirv(`${root}tests`, { dev: true });

const server = createServer((request, response) =>
  request.url?.startsWith('/tests/')
    ? ((request.url = request.url.slice('/tests'.length)), suite(request, response))
    : site(request, response, () => response.writeHead(404).end()),
);
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
export const base = `http://127.0.0.1:${server.address().port}/`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
});

after(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

/**
 * A fresh profile with the page in it. `page.problems` gathers what the console and the page complain of.
 * @param {{ width?: number, height?: number, colorScheme?: 'light' | 'dark', route?: (page: import('playwright-core').Page) => Promise<unknown>, path?: string, serviceWorkers?: 'allow' | 'block', init?: () => void }} [options]
 */
export async function open({ width = 1280, height = 900, colorScheme = 'light', route, init, path = '', serviceWorkers = 'block' } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    serviceWorkers,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = Object.assign(await context.newPage(), { problems: /** @type {string[]} */ ([]) });
  page.on('console', (message) => message.type() === 'error' && page.problems.push(message.text()));
  page.on('pageerror', (error) => page.problems.push(String(error)));
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

/** @param {import('playwright-core').Page} page */
export const valueOf = (page) => page.evaluate(() => document.querySelector('tawsim-annotator').value);

/** The texts under the marks, by type, reviewed or not. @param {import('playwright-core').Page} page */
export const marksOf = (page) =>
  page.evaluate(() =>
    [...CSS.highlights].filter(([name]) => name.startsWith('tawsim-')).reduce((marks, [name, ranges]) => {
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
