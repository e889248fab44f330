import { h } from '../panel/dom.js';

/** A dialog that has one title, one way out, and a content made anew each time it opens. */
export class Dialog {
  #body = h('div', { class: 'body' });
  #title = h('h2', { id: '' });
  #close = h('button', { type: 'button', class: 'close', click: () => this.close() }, '×');
  /** @type {(() => string | undefined) | undefined} */
  #fill;

  /**
   * @param {string} name
   * @param {() => typeof import('./ar.js').AR} words
   */
  constructor(name, words) {
    this.words = words;
    this.#title.id = `${name}-title`;
    this.element = h('dialog', { id: name, 'aria-labelledby': this.#title.id }, h('header', {}, this.#title, this.#close), this.#body);
    // A click on the backdrop is a click on the dialog itself.
    this.element.addEventListener('click', ({ target }) => target === this.element && this.close());
    document.body.append(this.element);
  }

  get isOpen() {
    return this.element.open;
  }

  /** @param {(body: HTMLElement) => string | undefined} fill writes the content and says the title */
  open(fill) {
    this.#fill = () => fill(this.#body);
    this.render();
    if (!this.element.open) this.element.showModal();
  }

  /** The content again, in the language as it is now. */
  render() {
    if (!this.#fill) return;
    this.#close.setAttribute('aria-label', this.words().close);
    this.#title.textContent = this.#fill() ?? '';
  }

  close() {
    this.element.close();
  }
}
