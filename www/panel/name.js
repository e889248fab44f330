import { isName } from '../review/clusters.js';
import { h } from './dom.js';
import { context, formsOf } from './group.js';

/**
 * @typedef {import('./group.js').Name} Name
 * @typedef {import('./group.js').Entity} Entity
 * @typedef {import('./list.js').EntityList} EntityList
 */

/** Mentions drawn at once. */
const ROWS = 60;

/** One thing in the list: its name, how often it is mentioned, and unfolded, where, and what can be done with all of them.
 * @param {Name} entry @param {Name[]} names its neighbours @param {EntityList} list */
export function row(entry, names, list) {
  const { name, mentions } = entry;
  const { host, unfolded } = list;
  const { words } = host;
  const { key } = mentions[0];
  const reviewed = mentions.every((mention) => mention.reviewed);
  const first = h('button', { type: 'button', class: 'name', lang: 'ar', dir: 'auto', 'data-at': `name ${key}`, click: jumpTo(() => entry.mentions[0], host) }, name);
  const done = reviewed ? [h('span', { class: 'kept', role: 'img', 'aria-label': words.names.reviewed }, '✓')] : [];
  const places = h('div', { class: 'places', hidden: true });
  const count = words.number(mentions.length);
  const opener = h('button', {
    type: 'button', class: 'times', 'aria-expanded': 'false', 'data-at': `times ${key}`,
    'aria-label': `${count}: ${words.mentions} ${name}`, click: () => fold(places.hidden === true),
  }, mentions.length > 1 ? count : '');
  const fold = (/** @type {boolean} */ open) => {
    places.hidden = !open;
    opener.setAttribute('aria-expanded', String(open));
    if (open) unfolded.add(key);
    else unfolded.delete(key);
    if (open && !places.hasChildNodes()) places.append(mentionList(entry.mentions, host), ...(host.locked ? [] : [tools(entry, names, list)]));
  };
  if (unfolded.has(key)) fold(true);
  return h('li', {}, first, ...done, opener, places);
}

/** @param {Entity[]} mentions @param {import('./list.js').ListHost} host */
function mentionList(mentions, host) {
  const list = h('ol');
  const more = h('li', {}, h('button', { type: 'button', class: 'more', click: () => fill() }, host.words.more));
  const fill = () => {
    more.remove();
    const from = list.childElementCount;
    list.append(...mentions.slice(from, from + ROWS).map((mention) => place(mention, host)));
    if (list.childElementCount < mentions.length) list.append(more);
  };
  fill();
  return list;
}

/** @param {Entity} mention @param {import('./list.js').ListHost} host */
function place(mention, host) {
  const [before, name, after] = context(host.value, mention);
  return h('li', {}, h('button', {
    type: 'button', lang: 'ar', dir: 'auto', 'data-at': `place ${mention.start}`, click: jumpTo(() => mention, host),
  }, before, h('b', {}, name), after));
}

/** @param {Name} entry @param {Name[]} names @param {EntityList} list */
function tools(entry, names, { host }) {
  const { words, reviewer } = host;
  const { mentions, name } = entry;
  const { key, type } = mentions[0];
  const open = mentions.filter((mention) => !mention.reviewed);
  const button = (/** @type {string} */ act, /** @type {string} */ text, /** @type {() => void} */ click, extra = {}) =>
    h('button', { type: 'button', 'data-at': `${act} ${key}`, 'data-do': act, click, ...extra }, text);
  const row = h('div', { class: 'row' },
    ...(open.length ? [button('accept-all', words.names.acceptAll, () => reviewer.accept(open))] : []),
    button('reject-all', words.names.rejectAll, () => reviewer.reject(mentions)));
  const others = names.filter((other) => other !== entry && isName(type)).slice(0, 300);
  if (others.length) row.append(merger(name, key, others, host));
  const forms = [...formsOf(entry)];
  if (forms.length < 2) return row;
  return h('div', {}, row, h('ul', { class: 'forms', 'aria-label': words.names.forms },
    ...forms.map(([form, text]) => h('li', {}, h('span', { lang: 'ar', dir: 'auto' }, text),
      button('split', words.names.split, () => reviewer.split(form), { 'aria-label': `${words.names.split}: ${text}`, 'data-at': `split ${form}` })))));
}

/** @param {string} name @param {string} key @param {Name[]} others @param {import('./list.js').ListHost} host */
function merger(name, key, others, { words, reviewer }) {
  const select = h('select', {
    'data-do': 'merge', 'data-at': `merge ${key}`, 'aria-label': `${name}: ${words.names.merge}`,
    change: () => reviewer.merge(key, select.value),
  }, h('option', { value: '', disabled: true, selected: true }, words.names.merge),
  ...others.map((other) => h('option', { value: other.mentions[0].key }, other.name)));
  return select;
}

/** A keyboard's click has no clicks to count. @param {() => Entity} mention @param {import('./list.js').ListHost} host */
const jumpTo = (mention, host) => (/** @type {MouseEvent} */ event) => {
  const entity = mention();
  // The list was drawn for the text as annotated; edits since then have moved its entities.
  const now = host.annotation.entities.find(({ start, type }) => start === entity.start && type === entity.type);
  if (now) host.jump(now, event.detail === 0);
};
