import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { annotatedAfter, open, picture, repository, valueOf } from './harness.js';

const TEXT = 'زار السادات القاهرة.';
const model = readFileSync(`${repository}www/tawsim.model`);
const flipped = Buffer.from(model);
flipped[flipped.length >> 1] ^= 1;

const CASES = [
  ['a missing module', '**/tawsim_bg.wasm', (route) => route.fulfill({ status: 404 }), 'wasm_missing', /tawsim_bg\.wasm/],
  ['a module that the network loses', '**/tawsim_bg.wasm', (route) => route.abort(), 'wasm_missing', /tawsim_bg\.wasm/],
  ['a damaged module', '**/tawsim_bg.wasm', (route) => route.fulfill({ body: 'not wasm' }), 'wasm_invalid', /tawsim_bg\.wasm/],
  ['a missing model', '**/tawsim.model', (route) => route.fulfill({ status: 404 }), 'model_missing', /tawsim\.model/],
  ['a truncated model', '**/tawsim.model', (route) => route.fulfill({ body: model.subarray(0, 100_000) }), 'model_truncated', /tawsim\.model/],
  ['an altered model', '**/tawsim.model', (route) => route.fulfill({ body: flipped }), 'model_checksum', /tawsim\.model/],
  ['a missing worker', '**/worker.js', (route) => route.fulfill({ status: 404 }), 'worker_missing', /worker\.js/],
];

for (const [name, address, answer, code, says] of CASES) {
  test(`${name}: says what to do, keeps the text, and tries again`, async () => {
    const page = await open({ route: (page) => page.route(address, answer) });
    const got = await page.evaluate(() => document.querySelector('tawsim-annotator').ready.catch((error) => error.code));
    assert.equal(got, code);
    const alert = page.locator('.status.error [role=alert]');
    assert.match(await alert.textContent(), says);
    assert.match(await alert.textContent(), /نصّك باقٍ كما هو/);
    await page.locator('.text').click();
    await page.keyboard.type(TEXT);
    assert.equal(await valueOf(page), TEXT);
    await picture(page, `error-${code}`);
    await page.click('#language');
    assert.match(await alert.textContent(), /Your text is unchanged/);

    await page.unroute(address);
    const before = await page.evaluate(() => document.querySelector('tawsim-annotator').entities.length);
    assert.equal(before, 0);
    await page.evaluate(() => {
      window.marked = new Promise((resolve) => document.addEventListener('tawsim-annotate', ({ detail }) => resolve(detail.entities.length)));
    });
    await page.click('[data-action=retry]');
    assert.ok((await page.evaluate(() => window.marked)) > 0);
    assert.equal(await alert.count(), 0);
    assert.equal(await valueOf(page), TEXT);
    await page.context().close();
  });
}

test('an element that is moved goes on, and one that is taken away lets go', async () => {
  const page = await open();
  await annotatedAfter(page, () => page.evaluate((text) => (document.querySelector('tawsim-annotator').value = text), TEXT));
  const left = await page.evaluate(async () => {
    const element = document.querySelector('tawsim-annotator');
    const foreign = new Highlight();
    CSS.highlights.set('of-the-host', foreign);
    document.querySelector('header').append(element);
    await element.ready;
    const moved = [...CSS.highlights].filter(([, { size }]) => size).map(([name]) => name);
    element.remove();
    await null;
    await null;
    return { moved, gone: [...CSS.highlights.keys()], value: element.value };
  });
  assert.ok(left.moved.includes('tawsim-loc'));
  assert.deepEqual(left.gone, ['of-the-host']);
  assert.equal(left.value, TEXT);
  await page.context().close();
});
