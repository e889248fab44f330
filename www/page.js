import { Draft } from './draft.js';
import './element.js';
import { EXAMPLE } from './example.js';
import { PAGE } from './page-strings.js';

/** @typedef {keyof typeof PAGE} Language */

const annotator = /** @type {import('./element.js').TawsimAnnotator} */ (document.querySelector('tawsim-annotator'));
const toast = /** @type {HTMLElement} */ (document.getElementById('toast'));
const switcher = /** @type {HTMLElement} */ (document.getElementById('language'));
const invite = /** @type {HTMLElement} */ (document.getElementById('invite'));
const tools = /** @type {HTMLElement} */ (document.getElementById('tools'));

const TOAST_MS = 5000;
const UNDO_MS = 20_000;
let language = /** @type {Language} */ ('ar');
let words = PAGE.ar;
let toastTimer = 0;

/** @param {string | null} wanted */
function speak(wanted) {
  language = wanted === 'en' ? 'en' : 'ar';
  words = PAGE[language];
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
  document.title = words.title;
  annotator.setAttribute('lang', language);
  switcher.textContent = words.other;
  switcher.lang = language === 'ar' ? 'en' : 'ar';
  switcher.dir = language === 'ar' ? 'ltr' : 'rtl';
  for (const element of document.querySelectorAll('[data-t]')) {
    element.textContent = words[/** @type {keyof typeof words} */ (element.getAttribute('data-t'))];
  }
  tools.setAttribute('aria-label', words.tools);
  say('');
}

/** Storage may be forbidden; the choice then lasts as long as the page. */
const remembered = {
  get language() {
    try {
      return localStorage.getItem('tawsim-language');
    } catch {
      return null;
    }
  },
  set language(value) {
    try {
      localStorage.setItem('tawsim-language', value ?? '');
    } catch {
      // Nothing to do: the page works without it.
    }
  },
};

/** @param {string} text @param {() => void} [undo] */
function say(text, undo) {
  clearTimeout(toastTimer);
  toast.replaceChildren(text);
  toast.classList.toggle('shown', text !== '');
  if (undo) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = words.undo;
    button.addEventListener('click', () => (undo(), say('')));
    toast.append(button);
  }
  toastTimer = setTimeout(() => say(''), undo ? UNDO_MS : TOAST_MS);
}

/** Puts a text in the place of the one that is there, which one click brings back.
 * @param {string} text @param {string} [note] */
function put(text, note = '') {
  const before = annotator.value;
  annotator.value = text;
  const lost = before.trim() !== '' && before !== text;
  if (lost || note) say(note || words.replaced, lost ? () => annotator.undo() : undefined);
}

const asJson = () =>
  JSON.stringify({ text: annotator.value, offset_unit: 'utf16', entities: annotator.entities }, null, 2);

const actions = {
  async paste() {
    try {
      const text = await navigator.clipboard.readText();
      if (text) put(text);
      else say(words.pasteEmpty);
    } catch {
      say(words.pasteFailed);
    }
  },
  example: () => put(EXAMPLE, words.exampleShown),
  clear: () => put('', words.cleared),
  async copy() {
    try {
      await navigator.clipboard.writeText(asJson());
      say(words.copied);
    } catch {
      say(words.copyFailed);
    }
  },
  download() {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([asJson()], { type: 'application/json' }));
    link.download = 'tawsim.json';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), UNDO_MS);
  },
};

function showTools() {
  const empty = annotator.value === '';
  // A button that goes away takes the focus with it; the text is where the person goes on.
  const focused = document.activeElement?.closest('.tools, .invite');
  invite.hidden = !empty;
  tools.hidden = empty;
  if (focused instanceof HTMLElement && focused.hidden) annotator.focus();
}

document.addEventListener('click', ({ target }) => {
  const name = target instanceof Element && target.closest('[data-do]')?.getAttribute('data-do');
  if (name) actions[/** @type {keyof typeof actions} */ (name)]();
});

switcher.addEventListener('click', () => {
  speak(language === 'ar' ? 'en' : 'ar');
  remembered.language = language;
});

const draft = new Draft(() => say(words.notSaved));
let touched = false;
annotator.addEventListener('input', () => {
  touched = true;
  showTools();
  draft.save(annotator.value);
});

speak(remembered.language);
const kept = await draft.read();
if (kept && !touched) annotator.value = kept;
showTools();
document.documentElement.dataset.page = 'ready';
