import { h } from '../panel/dom.js';
import { prefer, preference } from './preferences.js';

/** Language, digits and appearance, the keys, and the version. @param {import('./app.js').App} app */
export function settingsDialog(app) {
  const dialog = app.dialog('settings');

  /** @param {import('./preferences.js').Preference} name @param {string} title @param {[value: string, text: string, lang?: string][]} options */
  function choice(name, title, options) {
    const radios = options.map(([value, text, lang]) => {
      const radio = h('input', { type: 'radio', name, value, change: () => choose(name, value) });
      radio.checked = preference(name) === value || (!preference(name) && value === (name === 'language' ? app.language() : ''));
      return h('label', { lang }, radio, text);
    });
    return h('fieldset', {}, h('legend', {}, title), ...radios);
  }

  /** @param {import('./preferences.js').Preference} name @param {string} value */
  function choose(name, value) {
    prefer(name, value);
    app.speak();
    dialog.render();
    /** @type {HTMLElement | null} */ (dialog.element.querySelector(`[name=${name}]:checked`))?.focus();
  }

  /** @param {HTMLElement} body */
  function fill(body) {
    const { set, version } = app.words();
    const { key } = set;
    const keys = /** @type {[string[], string][]} */ ([
      [['N'], key.next], [['P'], key.previous], [['A'], key.accept], [['R'], key.reject], [['1', '…', '9'], key.type],
      [['Shift', '← →'], key.end], [['Shift', '↑ ↓'], key.start], [['Ctrl', '…'], key.letter], [['G'], key.all], [['S'], key.separate],
      [['Enter'], key.card], [['Esc'], key.leave], [['Ctrl', 'Z / Y'], key.undo],
    ]);
    body.replaceChildren(
      choice('language', set.language, [['ar', 'العربية', 'ar'], ['en', 'English', 'en']]),
      choice('digits', set.digits, [['', set.digitsAuto], ['arab', '٠١٢٣'], ['latn', '0123']]),
      choice('theme', set.theme, [['', set.auto], ['light', set.light], ['dark', set.dark]]),
      h('h3', {}, set.keys), h('p', { class: 'quiet' }, set.keysAbout),
      h('dl', { class: 'keys' }, ...keys.map(([names, does]) => h('div', {}, h('dt', { dir: 'ltr' }, ...names.map((name) => h('kbd', {}, name))), h('dd', {}, does)))),
      h('p', { class: 'quiet', id: 'version' }, `${version} `, h('bdi', {}, app.version)));
    return set.title;
  }
  return { open: () => dialog.open(fill) };
}
