import { h } from '../panel/dom.js';
import * as shelf from '../store/shelf.js';

const REST_MS = 150;

/** All documents, and a way to find one by its words. @param {import('./app.js').App} app */
export function shelfDialog(app) {
  const dialog = app.dialog('shelf');
  const { annotator, workspace } = app;
  let query = '';
  let turn = 0;

  /** @param {HTMLElement} list @param {HTMLElement} count */
  async function rows(list, count) {
    const mine = ++turn;
    const { shelf: words } = app.words();
    await workspace.keeper.flush();
    const found = await shelf.search(query).catch(() => []);
    if (mine !== turn) return;
    count.textContent = found.length ? annotator.words.plural(words.found, found.length) : query ? words.nothing : words.none;
    list.replaceChildren(...found.map((card) => row(card, () => rows(list, count))));
  }

  /** @param {shelf.Card} card @param {() => Promise<void>} again */
  function row(card, again) {
    const { shelf: words } = app.words();
    const { locale } = annotator.words;
    const when = new Intl.DateTimeFormat(locale, { calendar: 'gregory', dateStyle: 'medium', timeStyle: 'short' }).format(card.changed);
    const state = card.id === workspace.id ? words.here : card.left ? annotator.words.plural(words.left, card.left) : card.names ? words.done : '';
    return h('li', {},
      h('button', { type: 'button', class: 'document', 'data-id': card.id, click: () => workspace.show(card.id).then((there) => there && dialog.close()) },
        h('b', { lang: 'ar', dir: 'auto' }, card.title || words.untitled),
        h('span', { class: 'quiet' }, state ? `${when} · ${state}` : when)),
      h('button', { type: 'button', class: 'remove', 'aria-label': `${words.remove}: ${card.title || words.untitled}`, click: () => remove(card, again) }, '×'));
  }

  /** @param {shelf.Card} card @param {() => Promise<void>} again */
  async function remove(card, again) {
    const found = await workspace.remove(card.id);
    await again();
    /** @type {HTMLElement | null} */ (dialog.element.querySelector('input'))?.focus();
    if (found) app.say(app.words().shelf.removed, app.words().undo, () => shelf.write(found.card, found.state).then(again));
  }

  /** @param {HTMLElement} body */
  function fill(body) {
    const { shelf: words } = app.words();
    let timer = 0;
    const list = h('ul', { class: 'documents' });
    const count = h('p', { class: 'quiet', role: 'status' });
    const search = h('input', {
      type: 'search', autofocus: true, 'aria-label': words.search, placeholder: words.search, value: query,
      input: () => {
        query = search.value;
        clearTimeout(timer);
        timer = setTimeout(() => rows(list, count), REST_MS);
      },
    });
    body.replaceChildren(search, count, list);
    rows(list, count);
    return words.title;
  }

  return { open: () => dialog.open(fill) };
}
