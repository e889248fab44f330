import { h } from './dom.js';
import { label } from './list.js';

/** A small card beside a mark: what it is, and how sure the engine is. */
export class Card {
  /** @type {import('../tawsim.js').Entity | undefined} */
  entity;

  constructor() {
    this.element = h('div', { class: 'card', role: 'tooltip', id: 'card', popover: 'manual' });
  }

  /**
   * @param {import('../tawsim.js').Entity} entity
   * @param {DOMRect} box of the mark
   * @param {import('../strings.js').Words} words
   */
  show(entity, box, words) {
    const { element } = this;
    this.entity = entity;
    element.replaceChildren(
      h('b', { 'data-type': entity.type }, label(entity.type, words, 0)),
      h('span', { class: 'score' }, `${words.certainty} ${words.percent(entity.score)}`),
      h('span', { class: 'quiet' }, words.source[entity.source]),
    );
    element.showPopover?.();
    this.place(box);
  }

  /** Above the mark if there is room, else below it. @param {DOMRect} box */
  place(box) {
    const { element } = this;
    const { width, height } = element.getBoundingClientRect();
    const left = Math.min(Math.max(8, box.left + box.width / 2 - width / 2), innerWidth - width - 8);
    const top = box.top - height - 8 < 8 ? box.bottom + 8 : box.top - height - 8;
    element.style.setProperty('left', `${left}px`);
    element.style.setProperty('top', `${top}px`);
  }

  hide() {
    if (!this.entity) return;
    this.entity = undefined;
    this.element.hidePopover?.();
  }
}
