import './element.js';
import { EXAMPLE } from './example.js';
import { textOfHtml } from './import/html.js';
import { readFiles } from './import/read.js';
import { App } from './page/app.js';
import { takeDrops } from './page/drop.js';
import { goOffline } from './page/offline.js';

const app = new App();
const { annotator, workspace, desk } = app;

/** Puts a text before the person; the one that was there is kept, and one click brings it back.
 * @param {import('./element.js').State} state @param {string} [note] */
async function put(state, note = '') {
  const before = annotator.value.trim() ? workspace.id : undefined;
  // Where nothing can be kept, the new text is an edit of the old one, and undo is the way back.
  if (before && !(await workspace.begin(state))) {
    annotator.value = state.text;
    return app.say(note, app.words().undo, () => annotator.undo());
  }
  if (!before) await workspace.begin(state);
  if (before) app.say(`${note} ${app.words().kept}`.trim(), app.words().back, () => workspace.show(before));
  else app.say(note);
}

/** @param {File[]} files */
async function open(files) {
  try {
    await put(await readFiles(files, await annotator.ready.catch(() => undefined)));
  } catch (error) {
    const { readFailed } = app.words();
    app.say(readFailed[/** @type {keyof typeof readFailed} */ (/** @type {any} */ (error).code)] ?? readFailed.damaged);
  }
}

async function paste() {
  try {
    const text = await clipboardText();
    if (text) await put({ text });
    else app.say(app.words().pasteEmpty);
  } catch {
    app.say(app.words().pasteFailed);
  }
}

/** What a page gave as HTML alone is read as text. */
async function clipboardText() {
  if (!navigator.clipboard.read) return navigator.clipboard.readText();
  const [item] = await navigator.clipboard.read();
  const get = async (/** @type {string} */ type) => (item?.types.includes(type) ? (await item.getType(type)).text() : '');
  return (await get('text/plain')) || textOfHtml(await get('text/html'));
}

const picker = /** @type {HTMLInputElement} */ (document.getElementById('file'));
picker.addEventListener('change', () => {
  const files = [...(picker.files ?? [])];
  picker.value = '';
  if (files.length) open(files);
});

/** @type {Record<string, () => unknown>} */
const actions = {
  paste,
  new: () => put({ text: '' }).then(() => annotator.focus()),
  open: () => picker.click(),
  example: () => put({ text: EXAMPLE }, app.words().exampleShown),
  language: () => app.switchLanguage(),
  ...Object.fromEntries(Object.entries(app.dialogs).map(([name, dialog]) => [name, () => dialog.open()])),
};

document.addEventListener('click', ({ target }) => {
  const name = target instanceof Element && target.closest('[data-act]')?.getAttribute('data-act');
  if (name) actions[name]();
});

takeDrops(document.body, open, (text) => put({ text }), app.words);
await desk.load();
const again = await workspace.start();
app.shown();
if (desk.entries.length) await desk.greet(again);
goOffline(app);
document.documentElement.dataset.page = 'ready';
