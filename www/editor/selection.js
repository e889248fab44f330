/**
 * The selection inside a shadow root, which browsers reach by different ways.
 * @param {ShadowRoot} root
 * @returns {StaticRange | Range | undefined}
 */
export function selectedRange(root) {
  const selection = /** @type {any} */ (document.getSelection());
  const composed = selection?.getComposedRanges?.({ shadowRoots: [root] })[0];
  if (composed) return root.contains(composed.startContainer) ? composed : undefined;
  const own = /** @type {any} */ (root).getSelection?.() ?? selection;
  const range = own?.rangeCount ? own.getRangeAt(0) : undefined;
  return range && root.contains(range.startContainer) ? range : undefined;
}

/**
 * @param {{ node: Node, offset: number }} from
 * @param {{ node: Node, offset: number }} to
 */
export function select(from, to) {
  document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

/**
 * Brings a place in the text into view, at once: a long glide would explain nothing.
 * @param {Element} block @param {AbstractRange} place @param {boolean} [centred]
 */
export function reveal(block, place, centred = false) {
  if (centred) block.scrollIntoView({ block: 'center', behavior: 'instant' });
  const range = document.createRange();
  range.setStart(place.startContainer, place.startOffset);
  range.setEnd(place.endContainer, place.endOffset);
  const box = range.getClientRects()[0] ?? block.getBoundingClientRect();
  const room = centred ? innerHeight * 0.3 : 96;
  const below = box.bottom - (innerHeight - room);
  const above = box.top - room;
  if (below > 0) document.scrollingElement?.scrollBy(0, below);
  else if (above < 0) document.scrollingElement?.scrollBy(0, above);
}
