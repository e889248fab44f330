import { idle } from '../idle.js';
import { inOrder, typeStyle } from '../types.js';
import { h } from './dom.js';
import { groupByType } from './group.js';
import { row } from './name.js';

/** @typedef {import('./group.js').Name} Name */
/** @typedef {{ entities: import('./group.js').Entity[], clusters: import('../tawsim.js').Cluster[] }} Shown */
/**
 * @typedef {object} ListHost
 * @property {import('../words/words.js').Words} words
 * @property {string} value
 * @property {boolean} locked
 * @property {Shown} annotation
 * @property {import('../review/reviewer.js').Reviewer} reviewer
 * @property {(entity: import('./group.js').Entity, byKeyboard: boolean) => void} jump
 * @property {() => void} filter
 */

/** Rows drawn at once: a book has thousands of names, and nobody reads them all. */
const ROWS = 60;

/**
 * What is in the text: a legend that filters, and under it every name with its mentions. Highlights say
 * nothing to a screen reader, so this list is also their accessible form.
 */
export class EntityList {
  /** @type {Set<string>} */
  hidden = new Set();
  /** @type {Shown | undefined} */
  #shown;
  /** Names whose mentions are unfolded, by their first key. @type {Set<string>} */
  unfolded = new Set();
  /** What is drawn of each type, and of what names. @type {Map<string, { sign: string, names: Name[], element: HTMLElement }>} */
  #sections = new Map();
  #turn = 0;

  /** @param {HTMLElement} root @param {ListHost} host */
  constructor(root, host) {
    this.root = root;
    this.host = host;
  }

  /** @param {Shown | undefined} shown */
  show(shown) {
    this.#shown = shown;
    this.#draw();
  }

  /** As `show`, but whenever the browser has nothing better to do: the list of a book is much to draw in one go.
   * @param {Shown | undefined} shown */
  async showInTime(shown) {
    const turn = ++this.#turn;
    for (const _ of this.#steps(shown)) {
      await idle();
      if (turn !== this.#turn) return;
    }
  }

  /** In other words, or without what was hidden. */
  render() {
    this.#sections.clear();
    this.#draw();
  }

  #draw() {
    this.#turn += 1;
    for (const _ of this.#steps(this.#shown));
  }

  /** @param {Shown | undefined} shown */
  *#steps(shown) {
    const { words, value } = this.host;
    const { entities, clusters } = shown ?? { entities: [], clusters: [] };
    yield;
    const groups = groupByType(entities, clusters);
    const types = inOrder(groups.keys());
    const visible = types.filter((type) => !this.hidden.has(type));
    yield;
    for (const type of visible) {
      const fresh = this.#section(type, groups.get(type) ?? []);
      if (fresh) yield;
    }
    const focused = focusIn(this.root);
    this.#shown = shown;
    this.root.hidden = !shown || !value.trim();
    for (const type of this.#sections.keys()) if (!visible.includes(type)) this.#sections.delete(type);
    settle(this.root, [
      h('h2', { id: 'found' }, words.found),
      types.length ? this.#legend(types, groups) : h('p', { class: 'quiet' }, words.nothing),
      ...visible.flatMap((type) => this.#sections.get(type)?.element ?? []),
    ]);
    if (focused && !focusIn(this.root)) /** @type {HTMLElement | null} */ (this.root.querySelector(`[data-at="${CSS.escape(focused)}"]`))?.focus({ preventScroll: true });
  }

  /** @param {string[]} types @param {Map<string, Name[]>} groups */
  #legend(types, groups) {
    const { words } = this.host;
    const chips = types.map((type) => {
      const mentions = (groups.get(type) ?? []).reduce((sum, name) => sum + name.mentions.length, 0);
      return h('button', {
        type: 'button', class: 'chip', 'data-filter': type, title: words.filter,
        'aria-pressed': String(!this.hidden.has(type)), click: () => this.#toggle(type),
      }, swatch(type), h('span', {}, label(type, words, 1)), h('span', { class: 'count' }, words.number(mentions)));
    });
    return h('div', { class: 'legend', role: 'group', 'aria-label': words.legend }, ...chips);
  }

  /** @param {string} type */
  #toggle(type) {
    if (!this.hidden.delete(type)) this.hidden.add(type);
    this.host.filter();
    this.render();
    /** @type {HTMLElement | null} */ (this.root.querySelector(`[data-filter="${CSS.escape(type)}"]`))?.focus();
  }

  /** Names that are drawn already only move in the text. @param {string} type @param {Name[]} names @returns {boolean} whether anything was drawn */
  #section(type, names) {
    const known = this.#sections.get(type);
    const sign = names.some(({ mentions: [{ key }] }) => this.unfolded.has(key)) ? '' : signOf(names);
    if (known && sign && known.sign === sign) {
      known.names.forEach((name, index) => Object.assign(name, names[index]));
      return false;
    }
    this.#sections.set(type, { sign, names, element: this.#group(type, names) });
    return true;
  }

  /** @param {string} type @param {Name[]} names */
  #group(type, names) {
    const { words } = this.host;
    const id = `type-${type}`;
    const list = h('ul', { 'aria-labelledby': id });
    const section = h('section', { 'data-group': type }, h('h3', { id }, swatch(type), label(type, words, 1)), list);
    const more = h('button', { type: 'button', class: 'more', click: () => fill() }, words.more);
    let shown = 0;
    const fill = () => {
      list.append(...names.slice(shown, shown + ROWS).map((name) => row(name, names, this)));
      shown += ROWS;
      if (shown < names.length) section.append(more);
      else more.remove();
    };
    fill();
    return section;
  }
}

/** All that is to be seen of names. @param {Name[]} names */
const signOf = (names) => names.map(({ name, mentions }) => `${mentions[0].key}\t${name}\t${mentions.length}\t${mentions.every(({ reviewed }) => reviewed)}`).join('\n');

/** Makes these the children of an element, and leaves alone those that are. @param {HTMLElement} root @param {HTMLElement[]} wanted */
function settle(root, wanted) {
  for (const child of [...root.children]) if (!wanted.includes(/** @type {HTMLElement} */ (child))) child.remove();
  wanted.forEach((each, index) => root.children[index] === each || root.insertBefore(each, root.children[index] ?? null));
}

/** Which control has the focus, by a name that outlives it. @param {HTMLElement} root */
function focusIn(root) {
  const { activeElement } = /** @type {ShadowRoot | Document} */ (root.getRootNode());
  return root.contains(activeElement) ? /** @type {HTMLElement} */ (activeElement).dataset.at : undefined;
}

/** @param {string} type */
export const swatch = (type) => h('span', { class: 'swatch', 'data-type': type, 'aria-hidden': 'true' }, '\u00a0'.repeat(6));

/** @param {string} type @param {import('../words/words.js').Words} words @param {0 | 1} form */
export const label = (type, words, form) => typeStyle(type)[words.language][form];
