// Every state of the page in both languages, both themes, wide and narrow: axe has nothing to say, nothing overflows,
// and a picture of each is kept in artifacts/.
import assert from 'node:assert/strict';
import test from 'node:test';
import { annotatedAfter, engineReady, open, picture, violations } from './harness.js';

const bar = (page, what) => page.locator(`.bar [data-do="${what}"]`).click();
const show = (page, dialog) => page.locator(`[data-act=${dialog}]`).first().click();

/** One after the other, each from where the last one left the page. @type {[string, (page: import('playwright-core').Page) => Promise<unknown>][]} */
const STATES = [
  ['empty', async () => {}],
  ['example', (page) => annotatedAfter(page, () => page.click('#invite [data-act=example]'))],
  ['list', async (page) => {
    await page.locator('aside .times').first().click();
    await page.locator('aside').evaluate((aside) => aside.scrollIntoView());
  }],
  ['card', async (page) => {
    await bar(page, 'next');
    await page.keyboard.press('a');
    await page.keyboard.press('r');
    await page.keyboard.press('a');
  }],
  ['bulk', async (page) => {
    await page.keyboard.press('Escape');
    await bar(page, 'bulk');
  }],
  ['documents', async (page) => {
    await page.locator('html[data-draft=saved]').waitFor();
    await show(page, 'documents');
    await page.locator('.documents li').first().waitFor();
  }],
  ['desk', (page) => show(page, 'desk')],
  ['summary', (page) => show(page, 'summary')],
  ['export', (page) => show(page, 'export')],
  ['settings', (page) => show(page, 'settings')],
];

for (const [width, height] of [[1280, 900], [360, 740]]) {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    for (const language of ['ar', 'en']) {
      test(`${width} px, ${colorScheme}, ${language}`, async () => {
        const page = await open({ width, height, colorScheme });
        await engineReady(page);
        if (language === 'en') await page.click('#language');
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        for (const [name, lead] of STATES) {
          await page.evaluate(() => { for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close(); });
          await lead(page);
          // A word in passing covers what the picture is of.
          await page.locator('#toast').evaluate((toast) => toast.classList.remove('shown'));
          assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} is too wide`);
          assert.deepEqual(await violations(page), [], name);
          await picture(page, `${name}-${language}-${width}-${colorScheme}`);
        }
        assert.deepEqual(page.problems, []);
        await page.context().close();
      });
    }
  }
}

test('contrast, motion and forced colours are as the person wants them', async () => {
  const page = await open({ height: 900 });
  await page.emulateMedia({ contrast: 'more', reducedMotion: 'reduce' });
  await annotatedAfter(page, () => page.click('#invite [data-act=example]'));
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--tawsim-ink').includes('#000')), true);
  await picture(page, 'contrast-more');
  assert.equal(await page.evaluate(() => document.getAnimations({ subtree: true }).length), 0);
  await page.emulateMedia({ forcedColors: 'active' });
  await page.locator('.bar [data-do=next]').click();
  assert.deepEqual(await violations(page), []);
  await picture(page, 'forced-colours');
  await page.context().close();
});

test('digits and theme are the person’s choice, and remembered', async () => {
  const page = await open();
  await annotatedAfter(page, () => page.click('#invite [data-act=example]'));
  assert.match(await page.locator('.bar .left').textContent(), /[٠-٩]/);
  await show(page, 'settings');
  await page.locator('input[name=digits][value=latn]').check();
  await page.locator('input[name=theme][value=dark]').check();
  assert.match(await page.locator('.bar .left').textContent(), /\d/);
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), 'dark');
  await page.reload();
  await page.locator('html[data-page=ready]').waitFor();
  assert.match(await page.locator('.bar .left').textContent(), /[0-9]/);
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
  await show(page, 'settings');
  await page.locator('input[name=language][value=en]').check();
  assert.equal(await page.locator('#settings h2').textContent(), 'Settings');
  assert.ok(await page.locator('input[name=language][value=en]').evaluate((radio) => radio === document.activeElement), 'the focus stays');
  await page.context().close();
});
