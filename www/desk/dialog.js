import { h } from '../panel/dom.js';
import { label, swatch } from '../panel/list.js';
import { fold } from '../review/spans.js';
import { isName } from '../review/clusters.js';
import { inOrder } from '../types.js';
import { decoded } from '../import/read.js';
import { readEntries, written } from './entries.js';

const ROWS = 100;

/** @param {import('../page/app.js').App} app */
export function deskDialog(app) {
  const { desk, annotator } = app;
  let query = '';
  const dialog = app.dialog('desk');

  const types = () => inOrder(new Set([...app.types, ...desk.entries.map(({ type }) => type)])).filter(isName);

  /** @param {HTMLElement} body @param {string[]} known */
  function fill(body, known) {
    const { list } = app.words();
    const element = annotator.words;
    const options = (/** @type {string} */ chosen) => known.map((type) => h('option', { value: type, selected: type === chosen }, label(type, element, 0)));
    const learns = h('input', { type: 'checkbox', change: () => (desk.learns = learns.checked) });
    learns.checked = desk.learns;
    const name = h('input', { type: 'text', name: 'name', required: true, lang: 'ar', dir: 'auto', 'aria-label': list.name, placeholder: list.name, autocomplete: 'off' });
    const type = h('select', { 'aria-label': list.type }, ...options('PERS'));
    const add = h('form', { class: 'line', submit: (/** @type {Event} */ event) => {
      event.preventDefault();
      if (name.value.trim()) desk.put([{ name: name.value.trim(), type: type.value, kept: true, times: 0, pinned: true }]).then(() => redraw('[name=name]'));
    } }, name, type, h('button', { type: 'submit', class: 'main' }, list.add));
    const search = h('input', { type: 'search', autofocus: true, 'aria-label': list.search, placeholder: list.search, value: query, input: () => ((query = search.value), rows()) });
    const count = h('p', { class: 'quiet', role: 'status' });
    const table = h('ul', { class: 'entries' });
    const more = h('button', { type: 'button', click: () => rows(table.childElementCount + ROWS) }, list.more);
    const rows = (upTo = ROWS) => {
      const wanted = fold(query);
      const found = desk.entries.filter((entry) => !wanted || fold(entry.name).includes(wanted)).reverse();
      count.textContent = desk.entries.length ? element.plural(list.count, found.length) : list.none;
      table.replaceChildren(...found.slice(0, upTo).map((entry) => row(entry, options)));
      more.hidden = found.length <= upTo;
    };
    rows();
    const file = h('input', { type: 'file', accept: '.json,.csv,.tsv,.txt', hidden: true, change: () => file.files?.[0] && bring(file.files[0]) });
    body.replaceChildren(
      h('p', { class: 'quiet' }, app.can('setGazetteer') ? list.about : list.idle),
      h('label', { class: 'check' }, learns, list.learn),
      add, search, count, table, more,
      h('div', { class: 'line end' }, file,
        h('button', { type: 'button', 'data-do': 'list-import', click: () => file.click() }, list.import),
        h('button', { type: 'button', 'data-do': 'list-export', click: () => app.download('tawsim-names.json', 'application/json', written(desk.entries)) }, list.export),
        h('button', { type: 'button', 'data-do': 'list-clear', click: clear }, list.clear)));
  }

  /** @param {import('./entries.js').Entry} entry @param {(chosen: string) => HTMLOptionElement[]} options */
  function row(entry, options) {
    const { list } = app.words();
    const type = h('select', { 'aria-label': `${list.type}: ${entry.name}`, change: () => swap({ ...entry, type: type.value, pinned: true }) }, ...options(entry.type));
    const kind = h('select', { 'aria-label': `${list.kind}: ${entry.name}`, change: () => swap({ ...entry, kept: kind.value === 'yes', pinned: true }) },
      h('option', { value: 'yes', selected: entry.kept }, list.is), h('option', { value: 'no', selected: !entry.kept }, list.isNot));
    const swap = async (/** @type {import('./entries.js').Entry} */ fresh) => (await desk.remove(entry), await desk.put([fresh]), redraw());
    const remove = async () => {
      await desk.remove(entry);
      redraw('input[type=search]');
      app.say(list.removed, app.words().undo, () => desk.put([entry]).then(() => redraw()));
    };
    return h('li', { class: entry.kept ? '' : 'not' }, swatch(entry.type), h('span', { class: 'name', lang: 'ar', dir: 'auto' }, entry.name), type, kind,
      h('button', { type: 'button', class: 'remove', 'aria-label': `${list.remove}: ${entry.name}`, click: remove }, '×'));
  }

  async function clear() {
    const { list } = app.words();
    const { entries } = desk;
    await desk.change(() => []);
    redraw('[name=name]');
    app.say(list.cleared, app.words().undo, () => desk.put(entries).then(() => redraw()));
  }

  /** @param {File} file */
  async function bring(file) {
    const { list } = app.words();
    const entries = readEntries(decoded(await file.arrayBuffer()));
    if (!entries.length) return app.say(list.bad);
    await desk.put(entries);
    redraw();
    app.say(annotator.words.plural(list.imported, entries.length));
  }

  /** @param {string} [focus] */
  function redraw(focus) {
    if (!dialog.isOpen) return;
    open();
    if (focus) /** @type {HTMLElement | null} */ (dialog.element.querySelector(focus))?.focus();
  }

  function open() {
    const known = types();
    dialog.open((body) => (fill(body, known), app.words().list.title));
  }
  return { open };
}
