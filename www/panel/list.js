import { inOrder, typeStyle } from '../types.js';
import { h } from './dom.js';
import { context, groupByType } from './group.js';

/** @typedef {import('../tawsim.js').Entity} Entity */
/** @typedef {import('./group.js').Name} Name */
/**
 * @typedef {object} ListHost
 * @property {import('../strings.js').Words} words
 * @property {string} value
 * @property {(entity: Entity, byKeyboard: boolean) => void} jump
 * @property {(hidden: Set<string>) => void} filter
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
  /** @type {Entity[] | undefined} */
  #entities;

  /** @param {HTMLElement} root @param {ListHost} host */
  constructor(root, host) {
    this.root = root;
    this.host = host;
  }

  /** @param {Entity[]} entities */
  show(entities) {
    this.#entities = entities;
    this.render();
  }

  render() {
    const { words, value } = this.host;
    this.root.hidden = !this.#entities || !value.trim();
    const groups = groupByType(this.#entities ?? []);
    const types = inOrder(groups.keys());
    this.root.replaceChildren(
      h('h2', { id: 'found' }, words.found),
      ...(types.length ? [this.#legend(types, groups)] : [h('p', { class: 'quiet' }, words.nothing)]),
      ...types.filter((type) => !this.hidden.has(type)).map((type) => this.#group(type, groups.get(type) ?? [])),
    );
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
    this.host.filter(this.hidden);
    this.render();
    /** @type {HTMLElement | null} */ (this.root.querySelector(`[data-filter="${CSS.escape(type)}"]`))?.focus();
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
      list.append(...names.slice(shown, shown + ROWS).map((name) => this.#row(name)));
      shown += ROWS;
      if (shown < names.length) section.append(more);
      else more.remove();
    };
    fill();
    return section;
  }

  /** @param {Name} entry */
  #row({ name, mentions }) {
    const { words } = this.host;
    const first = h('button', { type: 'button', class: 'name', lang: 'ar', dir: 'auto', click: jumpTo(mentions[0], this.host) }, name);
    if (mentions.length === 1) return h('li', {}, first);
    const places = h('ol', { hidden: true });
    const opener = h('button', {
      type: 'button', class: 'times', 'aria-expanded': 'false',
      'aria-label': `${words.number(mentions.length)}: ${words.mentions} ${name}`,
      click: () => {
        places.hidden = !places.hidden;
        opener.setAttribute('aria-expanded', String(!places.hidden));
        if (!places.hasChildNodes()) this.#places(places, mentions);
      },
    }, words.number(mentions.length));
    return h('li', {}, first, opener, places);
  }

  /** @param {HTMLElement} places @param {Entity[]} mentions */
  #places(places, mentions) {
    const next = mentions.slice(places.childElementCount, places.childElementCount + ROWS);
    places.append(...next.map((mention) => {
      const [before, name, after] = context(this.host.value, mention);
      return h('li', {}, h('button', { type: 'button', lang: 'ar', dir: 'auto', click: jumpTo(mention, this.host) }, before, h('b', {}, name), after));
    }));
  }
}

/** A keyboard's click has no clicks to count. @param {Entity} entity @param {ListHost} host */
const jumpTo = (entity, host) => (/** @type {MouseEvent} */ event) => host.jump(entity, event.detail === 0);

/** @param {string} type */
const swatch = (type) => h('span', { class: 'swatch', 'data-type': type, 'aria-hidden': 'true' }, '\u00a0'.repeat(6));

/** @param {string} type @param {import('../strings.js').Words} words @param {0 | 1} form */
export const label = (type, words, form) => typeStyle(type)[words.language][form];
