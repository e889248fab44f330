/** @typedef {import('../editor/paper.js').Block} Block */

/**
 * Which blocks are near the window. A browser that skips the content of the far ones (`content-visibility: auto`)
 * knows already, and says so; elsewhere they are watched, which costs a little in every frame.
 */
export class Near {
  #leaving = new AbortController();
  /** @type {IntersectionObserver | undefined} */
  #observer;

  /**
   * @param {HTMLElement} root
   * @param {(changes: { element: Element, near: boolean }[]) => void} changed
   */
  constructor(root, changed) {
    if ('oncontentvisibilityautostatechange' in root) {
      root.addEventListener('contentvisibilityautostatechange', (event) => {
        const { target, skipped } = /** @type {ContentVisibilityAutoStateChangeEvent} */ (event);
        changed([{ element: /** @type {Element} */ (target), near: !skipped }]);
      }, { signal: this.#leaving.signal, capture: true });
    } else {
      const told = (/** @type {IntersectionObserverEntry[]} */ entries) => changed(entries.map(({ target, isIntersecting }) => ({ element: target, near: isIntersecting })));
      this.#observer = new IntersectionObserver(told, { rootMargin: '60% 0px' });
    }
  }

  /** Nothing is ever marked in an empty line. @param {Block[]} blocks */
  watch(blocks) {
    for (const { element, shown } of blocks) if (shown) this.#observer?.observe(element);
  }

  /** Of those that were there before, nothing more may be said. @param {Block[]} blocks @returns {Block[]} */
  those(blocks) {
    return this.#observer ? [] : blocks.filter(({ element, shown }) => shown && element.checkVisibility({ contentVisibilityAuto: true }));
  }

  /** @param {Block} block */
  forget({ element }) {
    this.#observer?.unobserve(element);
  }

  disconnect() {
    this.#leaving.abort();
    this.#observer?.disconnect();
  }
}
