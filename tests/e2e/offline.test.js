import assert from 'node:assert/strict';
import test from 'node:test';
import { reachable } from '../../scripts/reachable.mjs';
import { annotate, open, published, repository, saved, seen, valueOf } from './harness.js';

const TEXT = 'زار السادات القاهرة ثم بيروت.';
const settled = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active.state === 'activated' || new Promise((resolve) => active.addEventListener('statechange', resolve, { once: true }))));
const reload = async (page) => {
  await page.reload();
  await page.locator('html[data-page=ready]').waitFor();
};

test('after one visit the page, the engine and the texts are there without a connection', async () => {
  const page = await open({ serviceWorkers: 'allow' });
  await settled(page);
  await annotate(page, TEXT);
  await saved(page);
  const before = await seen(page);
  await page.context().setOffline(true);
  await reload(page);
  assert.equal(await valueOf(page), TEXT);
  assert.deepEqual(await seen(page), before);
  const again = await annotate(page, `${TEXT} وعاد إلى بغداد.`);
  assert.ok(again.length >= before.length, 'the engine works');
  await page.click('[data-act=settings]');
  assert.equal(await page.locator('#version bdi').textContent(), published.version);
  await page.keyboard.press('Escape');
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('no request leaves the page once it is loaded, and none may go elsewhere', async () => {
  const page = await open({ serviceWorkers: 'allow' });
  await page.evaluate(() => document.querySelector('tawsim-annotator').ready.then(() => document.fonts.ready).then(() => undefined));
  await settled(page);
  const asked = [];
  page.context().on('request', (request) => asked.push(request.url()));
  await annotate(page, TEXT);
  await page.click('.bar [data-do=next]');
  await page.keyboard.press('a');
  for (const dialog of ['documents', 'desk', 'summary', 'export', 'settings']) {
    await page.click(`[data-act=${dialog}]`);
    await page.keyboard.press('Escape');
  }
  await page.click('#language');
  await saved(page);
  assert.deepEqual(asked.filter((url) => !url.startsWith('blob:')), []);
  const refused = await page.evaluate(() => fetch('https://example.com/').then(() => false, () => true));
  assert.ok(refused, 'the policy forbids it');
  const policy = await page.locator('meta[http-equiv]').getAttribute('content');
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /connect-src 'self'/);
  assert.doesNotMatch(policy.replace("'wasm-unsafe-eval'", ''), /unsafe/);
  await page.context().close();
});

test('a new release waits for the person, and costs them nothing', async () => {
  const old = published.version;
  const page = await open({ serviceWorkers: 'allow' });
  try {
    await settled(page);
    await reload(page);
    await annotate(page, TEXT);
    await page.click('.bar [data-do=next]');
    await page.keyboard.press('a');
    await saved(page);
    const before = await seen(page);
    published.version = '9.9.9+test';
    await page.evaluate(() => navigator.serviceWorker.getRegistration().then((registration) => registration.update()).then(() => undefined));
    await page.locator('[data-notice=update]').waitFor();
    assert.equal(await valueOf(page), TEXT, 'nothing happens by itself');
    await page.locator('.text').focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' نعم');
    const reloaded = page.waitForEvent('load');
    await page.click('[data-notice=update] button');
    await reloaded;
    await page.locator('html[data-page=ready]').waitFor();
    assert.equal(await valueOf(page), `${TEXT} نعم`);
    assert.equal((await seen(page)).filter((each) => each.startsWith('+')).length, before.filter((each) => each.startsWith('+')).length);
    await page.click('[data-act=settings]');
    assert.equal(await page.locator('#version bdi').textContent(), '9.9.9+test');
    assert.deepEqual(await page.evaluate(() => caches.keys()), ['tawsim 9.9.9+test']);
  } finally {
    published.version = old;
    await page.context().close();
  }
});

test('the page can be installed, and its release holds every file that is asked for', async () => {
  const asked = new Set();
  const page = await open({ route: async (page) => page.on('request', (request) => asked.add(new URL(request.url()).pathname.slice(1) || './')) });
  await page.evaluate(() => document.querySelector('tawsim-annotator').ready.then(() => undefined));
  const manifest = await page.evaluate(async () => (await fetch(document.querySelector('link[rel=manifest]').href)).json());
  assert.equal(manifest.display, 'standalone');
  assert.equal(manifest.lang, 'ar');
  assert.ok(manifest.icons.length > 0 && manifest.name && manifest.start_url);
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'), []);
  for (const file of [...asked].filter((each) => !['favicon.ico', 'sw.js', 'release.js'].includes(each))) assert.ok(published.files.includes(file), file);
  assert.equal(published.files.length, reachable(`${repository}www`, ['index.html']).length);
  await page.context().close();
});
