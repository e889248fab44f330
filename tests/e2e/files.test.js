import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { crc32, deflateRawSync } from 'node:zlib';
import { annotate, engineReady, open, picture, repository, saved, seen, valueOf } from './harness.js';

const TEXT = 'زار السادات القاهرة.\n\nثم عاد إلى بيروت.';

/** A ZIP archive of one file. @param {string} name @param {string} content */
function zip(name, content) {
  const [path, raw] = [Buffer.from(name), Buffer.from(content)];
  const packed = deflateRawSync(raw);
  const common = Buffer.alloc(26);
  [20, 0x800, 8, 0, 0].forEach((value, index) => common.writeUInt16LE(value, index * 2));
  common.writeUInt32LE(crc32 ? crc32(raw) : 0, 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(raw.length, 18);
  common.writeUInt16LE(path.length, 22);
  const head = Buffer.concat([Buffer.from('504b0304', 'hex'), common, path, packed]);
  const entry = Buffer.concat([Buffer.from('504b01021400', 'hex'), common, Buffer.alloc(14), path]);
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  [[1, 8], [1, 10]].forEach(([value, at]) => end.writeUInt16LE(value, at));
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(head.length, 16);
  return Buffer.concat([head, entry, end]);
}

const WORD = (body) => `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
const DOCX = zip('word/document.xml', WORD(
  `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>زار السادات </w:t></w:r><w:r><w:t>القاهرة.</w:t></w:r><w:del><w:r><w:delText>محذوف</w:delText></w:r></w:del></w:p>
   <w:p/><w:p><w:r><w:t>ثم عاد</w:t><w:br/><w:t xml:space="preserve">إلى بيروت.</w:t></w:r></w:p>`));
const WINDOWS_1256 = Buffer.from('d2c7d120c7e1d3c7cfc7ca20c7e1dec7e5d1c92e', 'hex');

/** Drops a file on the page as a person would. */
const drop = (page, name, type, content) =>
  page.evaluate(([file, kind, base64]) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], file, { type: kind }));
    for (const event of ['dragover', 'drop']) document.querySelector('main').dispatchEvent(new DragEvent(event, { dataTransfer: data, bubbles: true, cancelable: true }));
  }, [name, type, Buffer.from(content).toString('base64')]);
const untilText = (page, text) => page.waitForFunction((wanted) => document.querySelector('tawsim-annotator').value === wanted, text);

test('files are dropped: text in any encoding, a page, a Word file, and what can’t be read says so', async () => {
  const page = await open();
  await engineReady(page);
  await drop(page, 'a.txt', 'text/plain', TEXT);
  await untilText(page, TEXT);
  await drop(page, 'b.txt', 'text/plain', WINDOWS_1256);
  await untilText(page, 'زار السادات القاهرة.');
  await drop(page, 'c.txt', 'text/plain', Buffer.from(`\ufeff${TEXT}`, 'utf16le'));
  await untilText(page, TEXT);
  const html = `<html><head><title>x</title><style>p{}</style><script>window.ran = 1</script></head><body><nav>قائمة</nav>
    <h1>قطار  الكتب</h1><p>زار <b>السادات</b>
    القاهرة.<img src="/asked-for.png" onerror="window.ran = 1"></p><ul><li>بيروت</li><li>بغداد</li></ul><table><tr><td>أ</td><td>ب</td></tr></table></body></html>`;
  await drop(page, 'd.html', 'text/html', html);
  await untilText(page, 'قطار الكتب\n\nزار السادات القاهرة.\n\nبيروت\nبغداد\n\nأ\tب');
  assert.equal(await page.evaluate(() => window.ran), undefined, 'nothing of the page ran');
  await drop(page, 'e.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', DOCX);
  await untilText(page, 'زار السادات القاهرة.\n\nثم عاد\nإلى بيروت.');
  for (const [name, content, says] of [['f.docx', DOCX.subarray(0, 90), /تالف/], ['g.pdf', '%PDF', /لا تُفتح ملفّات من هذا النوع/], ['h.txt', ' \n', /ليس في الملفّ نصّ/], ['i.json', '{"a":1}', /تالف/], ['j.json', '{', /تالف/]]) {
    await drop(page, name, '', content);
    await page.waitForFunction((wanted) => new RegExp(wanted).test(document.querySelector('#toast.shown')?.textContent), says.source);
    await untilText(page, 'زار السادات القاهرة.\n\nثم عاد\nإلى بيروت.');
  }
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('what is pasted out of a page or a word processor loses its formatting and keeps its paragraphs', async () => {
  const page = await open();
  await engineReady(page);
  await page.evaluate(() => navigator.clipboard.write([new ClipboardItem({ 'text/html': new Blob(['<p style="color:red">زار <i>السادات</i> القاهرة.</p><p>ثم عاد.</p>'], { type: 'text/html' }) })]));
  await page.locator('.text').focus();
  await page.keyboard.press('Control+v');
  await untilText(page, 'زار السادات القاهرة.\n\nثم عاد.');
  await page.click('[data-act=new]');
  await untilText(page, '');
  await page.locator('h1').click();
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('Control+v');
  await untilText(page, 'زار السادات القاهرة.\n\nثم عاد.');
  await page.context().close();
});

test('paste, review by keyboard alone, export, import again: identical', async () => {
  // Nothing is learnt, or the engine would look again with other eyes after every decision.
  const page = await open({ init: () => localStorage.setItem('tawsim-learn', 'no') });
  await engineReady(page);
  await page.evaluate((text) => navigator.clipboard.writeText(text), TEXT);
  await page.locator('.text').focus();
  await page.keyboard.press('Control+v');
  await page.waitForFunction(() => document.querySelector('tawsim-annotator').entities.length > 1);
  // Tab leads from the text to the bar, where the keys work alone.
  for (let step = 0; step < 6 && !(await page.evaluate(() => document.querySelector('tawsim-annotator').shadowRoot.activeElement?.dataset.do === 'next')); step += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('a');
  await page.keyboard.press('r');
  for (let step = 0; step < 9 && (await seen(page)).some((each) => each.startsWith('?')); step += 1) await page.keyboard.press('a');
  assert.match(await page.locator('.bar .left').textContent(), /اكتملت المراجعة/);
  await page.keyboard.press('Escape');
  const before = await page.evaluate(() => { const { annotation, state } = document.querySelector('tawsim-annotator'); return { annotation, state }; });
  const button = page.locator('[data-act=export]');
  await button.focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-do=download-tawsim]').focus();
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  assert.equal(file.suggestedFilename(), 'زار السادات القاهرة.tawsim.json');
  const content = readFileSync(await file.path());
  await page.keyboard.press('Escape');
  await page.click('[data-act=new]');
  await untilText(page, '');
  await page.locator('#file').setInputFiles({ name: 'a.tawsim.json', mimeType: 'application/json', buffer: content });
  await untilText(page, TEXT);
  assert.deepEqual(await page.evaluate(() => { const { annotation, state } = document.querySelector('tawsim-annotator'); return { annotation, state }; }), before);
  await saved(page);
  await page.reload();
  await page.locator('html[data-page=ready]').waitFor();
  assert.deepEqual(await page.evaluate(() => document.querySelector('tawsim-annotator').annotation), before.annotation, 'and after a reload');
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('every format is exported and read again with the same names', async (context) => {
  const page = await open();
  await engineReady(page);
  const able = await page.evaluate(async () => 'export' in (await document.querySelector('tawsim-annotator').ready));
  await annotate(page, TEXT);
  await page.click('.bar [data-do=next]');
  await page.keyboard.press('a');
  await page.keyboard.press('Escape');
  const spans = () => page.evaluate(() => document.querySelector('tawsim-annotator').entities.map(({ type, start, end }) => [type, start, end]));
  const before = await spans();
  await page.click('[data-act=export]');
  const buttons = await page.locator('[data-do^=download-]').evaluateAll((all) => all.map((each) => each.dataset.do.slice('download-'.length)));
  assert.deepEqual(buttons, able ? ['tawsim', 'json', 'jsonl', 'conll', 'w3c', 'tei', 'brat', 'html'] : ['tawsim']);
  const files = [];
  for (const format of buttons) {
    const [file] = await Promise.all([page.waitForEvent('download'), page.click(`[data-do=download-${format}]`)]);
    files.push([format, file.suggestedFilename(), readFileSync(await file.path())]);
  }
  await page.keyboard.press('Escape');
  for (const [format, name, buffer] of files) {
    await page.click('[data-act=new]');
    await untilText(page, '');
    const companions = format === 'brat' ? [{ name: name.replace(/ann$/, 'txt'), mimeType: 'text/plain', buffer: Buffer.from(TEXT) }] : [];
    await page.locator('#file').setInputFiles([{ name, mimeType: '', buffer }, ...companions]);
    await page.waitForFunction((count) => document.querySelector('tawsim-annotator').entities.length === count, before.length);
    assert.deepEqual(await spans(), before, format);
    assert.equal(await valueOf(page), TEXT, format);
  }
  if (!able) context.diagnostic('the engine exports nothing yet: the page’s own file alone is tested');
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('copied with its marks, the text is HTML with a style on every mark', async () => {
  const page = await open();
  await annotate(page, 'زار السادات <القاهرة> & بيروت.\nثم عاد.');
  await page.click('[data-act=export]');
  await page.click('[data-do=copy-rich]');
  await page.locator('#toast.shown').waitFor();
  const [html, plain] = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const get = async (type) => (await item.getType(type)).text();
    return [await get('text/html'), await get('text/plain')];
  });
  assert.match(html, /<mark[^>]*style="[^"]*background[^"]*"[^>]*>القاهرة<\/mark>/);
  assert.equal(plain, 'زار السادات <القاهرة> & بيروت.\nثم عاد.');
  const shown = await page.evaluate((source) => new DOMParser().parseFromString(source, 'text/html').body.innerText.trim(), html);
  assert.equal(shown.replace(/\s*\n\s*/g, '\n'), plain);
  await page.context().close();
});

test('in print the marks and their underlines stay, and the tools go', async () => {
  const page = await open();
  await annotate(page, TEXT);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const hidden of ['header', '.tools', '.bar', 'aside', '.private']) assert.ok(await page.locator(hidden).first().isHidden(), hidden);
  assert.ok(await page.evaluate(() => [...CSS.highlights.values()].some(({ size }) => size)));
  assert.equal(await page.locator('.text').evaluate((element) => getComputedStyle(element).printColorAdjust), 'exact');
  await picture(page, 'print');
  const pdf = await page.pdf({ path: `${repository}artifacts/print.pdf` });
  assert.ok(pdf.length > 5000);
  await page.context().close();
});

test('the summary: who is mentioned most, and when; each leads back to its place', async () => {
  const page = await open();
  await engineReady(page);
  const text = 'زار السادات القاهرة عام 1977. وعاد إلى القاهرة في أغسطس 2021. وقال في القاهرة إنّ 3 مارس 1950 بعيد.';
  await page.evaluate((value) => {
    const at = (words, nth = 0) => { let start = value.indexOf(words); while (nth--) start = value.indexOf(words, start + 1); return { start, end: start + words.length }; };
    const make = (type, span, extra) => ({ type, ...span, text: value.slice(span.start, span.end), surface: span, norm: value.slice(span.start, span.end), score: 0.9, source: 'model', sentence: 0, ...extra });
    document.querySelector('tawsim-annotator').state = {
      text: value,
      suggestions: [
        make('PERS', at('السادات'), { group: 'a' }), ...[0, 1, 2].map((nth) => make('LOC', at('القاهرة', nth), { group: 'b' })),
        make('DATE', at('عام 1977'), { value: '1977' }), make('DATE', at('أغسطس 2021'), { value: '2021-08' }), make('DATE', at('3 مارس 1950'), { value: '1950-03-03' }),
      ].sort((a, b) => a.start - b.start),
    };
  }, text);
  await page.click('[data-act=summary]');
  assert.match((await page.locator('.bars li').first().innerText()), /القاهرة[^]*٣ مرّات/);
  assert.equal(await page.locator('.bars li').count(), 2);
  assert.deepEqual(await page.locator('.timeline time').allTextContents(), ['٣ مارس ١٩٥٠', '١٩٧٧', 'أغسطس ٢٠٢١']);
  await page.locator('.timeline button').first().click();
  await page.locator('.card.open').waitFor();
  assert.match(await page.locator('.card.open').innerText(), /تاريخ[^]*1950-03-03/);
  await page.context().close();
});
