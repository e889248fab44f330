import { h } from '../panel/dom.js';
import { label } from '../panel/list.js';
import { inOrder } from '../types.js';

/**
 * @typedef {object} BarHost
 * @property {import('../words/words.js').Words} words
 * @property {import('./reviewer.js').Reviewer} reviewer
 * @property {{ done: number, undone: number }} steps
 * @property {() => void} undo
 * @property {() => void} redo
 */

/** The review: how much of it is left, the way through it, and a shortcut past what is sure. */
export class Bar {
  element = h('div', { class: 'bar', role: 'group', hidden: true });
  #threshold = 0.9;
  #type = '';
  #open = false;

  /** @param {BarHost} host */
  constructor(host) {
    this.host = host;
  }

  render() {
    const { words, reviewer, steps } = this.host;
    const { review } = words;
    const { total, left } = reviewer.progress;
    const root = /** @type {ShadowRoot | Document} */ (this.element.getRootNode());
    const focused = this.element.contains(root.activeElement) ? /** @type {HTMLElement} */ (root.activeElement).dataset.do : undefined;
    const button = (/** @type {string} */ name, /** @type {string} */ text, /** @type {() => void} */ act, extra = {}) =>
      h('button', { type: 'button', 'data-do': name, click: act, ...extra }, text);
    this.element.hidden = !total && !steps.done && !steps.undone;
    this.element.setAttribute('aria-label', review.bar);
    const none = left === 0;
    this.element.replaceChildren(
      ...(this.#open && !none ? [this.#bulk()] : []),
      h('div', { class: 'row' },
        button('previous', review.previous, () => reviewer.go(-1), { 'aria-disabled': String(none) }),
        button('next', review.next, () => reviewer.go(1), { 'aria-disabled': String(none), class: 'main' }),
        h('span', { class: 'left' }, total ? words.plural(review.left, left) : ''),
        ...(none ? [] : [button('bulk', review.bulk, () => this.#toggle(), { 'aria-expanded': String(this.#open) })]),
        h('span', { class: 'gap' }),
        button('undo', review.undo, this.host.undo, { 'aria-disabled': String(!steps.done) }),
        button('redo', review.redo, this.host.redo, { 'aria-disabled': String(!steps.undone) })),
      h('progress', { class: 'through', max: total || 1, value: total - left, 'aria-label': review.bar }),
    );
    if (focused) {
      const again = this.element.querySelector(`[data-do="${focused}"]`) ?? this.element.querySelector('[data-do=next]');
      /** @type {HTMLElement} */ (again).focus({ preventScroll: true });
    }
  }

  #toggle() {
    this.#open = !this.#open;
    this.render();
  }

  #bulk() {
    const { words, reviewer } = this.host;
    const { review } = words;
    const types = inOrder(new Set(reviewer.above('', 0).map(({ type }) => type)));
    if (!types.includes(this.#type)) this.#type = '';
    const select = h('select', { 'data-do': 'bulk-type', 'aria-label': words.card.type, change: () => ((this.#type = select.value), count()) },
      h('option', { value: '' }, review.allTypes),
      ...types.map((type) => h('option', { value: type, selected: type === this.#type }, label(type, words, 1))));
    const share = h('output', {}, '');
    const range = h('input', {
      type: 'range', min: '0', max: '100', step: '1', value: String(Math.round(this.#threshold * 100)), 'data-do': 'bulk-score', 'aria-label': review.threshold,
      input: () => ((this.#threshold = Number(range.value) / 100), count()),
    });
    const commit = h('button', { type: 'button', 'data-do': 'bulk-accept', class: 'main', click: () => reviewer.acceptAbove(this.#type, this.#threshold) });
    const count = () => {
      const found = reviewer.above(this.#type, this.#threshold).length;
      share.textContent = words.percent(this.#threshold);
      range.setAttribute('aria-valuetext', words.percent(this.#threshold));
      commit.textContent = words.plural(review.acceptCount, found);
      commit.setAttribute('aria-disabled', String(!found));
    };
    count();
    return h('div', { class: 'row bulk' }, select, h('label', {}, review.threshold, range, share), commit);
  }
}
