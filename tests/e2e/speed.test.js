import assert from 'node:assert/strict';
import test from 'node:test';
import { annotate, open, saved, valueOf } from './harness.js';

const PARAGRAPHS = [
  'زار الرئيس المصري أنور السادات مدينة القدس عام 1977، ثم عاد إلى القاهرة حيث استقبله وزير الخارجية في المطار، وتحدّث إلى الصحفيين عن رحلته.',
  'وقالت الكاتبة مي زيادة في رسالة إلى جبران خليل جبران إنّ بيروت لا تنام، وإنّ صالونها في القاهرة يجمع أدباء مصر ولبنان والعراق كلّ ثلاثاء.',
  'وفي الرباط وقّعت وزارة الثقافة المغربية اتفاقًا مع جامعة الدول العربية على رقمنة مخطوطات من فاس ومراكش وتونس، على أن ينتهي العمل بعد عامين.',
];
const chapter = (/** @type {number} */ length) => {
  let text = '';
  for (let turn = 0; text.length < length; turn += 1) text += `${PARAGRAPHS[turn % 3]} ${PARAGRAPHS[(turn + 1) % 3]}\n\n`;
  return text.slice(0, length);
};
const KEYS = 'وقال الكاتب إنّ القاهرة';
/** What follows a key at once: its event, the layout and the paint. What comes later is other work, told apart. */
const AT_ONCE_MS = 120;

/** Slower than the page rests after a key: every key is followed by another look of the engine, a save and a new list. */
const SLOWLY_MS = 900;

/** The main thread's work after each key, by the browser's own trace, in milliseconds of its processor time. */
async function trace(page, keys, rest) {
  const session = await page.context().newCDPSession(page);
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', '__metadata'] } });
  for (const letter of keys) {
    const key = { key: letter, code: letter === ' ' ? 'Space' : 'KeyF' };
    await session.send('Input.dispatchKeyEvent', { ...key, type: 'keyDown', text: letter, windowsVirtualKeyCode: 70 });
    await session.send('Input.dispatchKeyEvent', { ...key, type: 'keyUp' });
    // As a person types: the next key comes after the page has drawn this one.
    await page.evaluate((wait) => new Promise((resolve) => setTimeout(resolve, wait)), rest);
  }
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  // The page's own process is the one that was given keys.
  const downs = events.filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'keydown');
  const [{ pid, tid }] = downs;
  const tasks = events.filter((event) => event.pid === pid && event.tid === tid && event.name === 'ThreadControllerImpl::RunTask' && event.ph === 'X');
  const took = (task) => (task.tdur ?? task.dur) / 1000;
  const works = downs.map(({ ts }) => tasks.filter((task) => task.ts + task.dur > ts && task.ts < ts + AT_ONCE_MS * 1000).reduce((sum, task) => sum + took(task), 0));
  return { works: works.sort((a, b) => a - b), longest: Math.max(...tasks.map(took)) };
}

async function typeInto(length) {
  const page = await open();
  const text = chapter(length);
  const entities = await annotate(page, text);
  await page.evaluate((at) => {
    const surface = document.querySelector('tawsim-annotator').shadowRoot.querySelector('.text');
    surface.focus({ preventScroll: true });
    const blocks = [...surface.querySelectorAll('p')].filter((block) => block.textContent);
    const block = blocks[blocks.length >> 1];
    getSelection().collapse(block.firstChild, at);
    block.scrollIntoView({ block: 'center' });
  }, PARAGRAPHS[0].indexOf(' ') + 1);
  await saved(page);
  const fast = await trace(page, KEYS, AT_ONCE_MS);
  const slow = await trace(page, KEYS.slice(0, 8), SLOWLY_MS);
  assert.equal((await valueOf(page)).length, text.length + KEYS.length + 8);
  await page.context().close();
  return { ...fast, middle: fast.works[fast.works.length >> 1], entities: entities.length, later: slow.longest };
}

test('in a chapter of 200,000 letters a key costs little more than in a note', async (context) => {
  const note = await typeInto(2000);
  const long = await typeInto(200_000);
  const say = ({ middle, works, longest, later, entities }) =>
    `median ${middle.toFixed(1)} ms, most ${works.at(-1).toFixed(1)} ms, ${works.filter((work) => work <= 16).length} of ${works.length} keys within 16 ms; longest task ${longest.toFixed(1)} ms, and ${later.toFixed(1)} ms with all that follows a slow key (${entities} entities)`;
  context.diagnostic(`a key in 2,000 letters: ${say(note)}`);
  context.diagnostic(`a key in 200,000 letters: ${say(long)}`);
  assert.ok(long.middle < 3 * note.middle, `${long.middle} ms against ${note.middle} ms`);
});
