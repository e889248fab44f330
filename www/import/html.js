const SKIPPED = 'script, style, head, template, noscript, iframe, object, svg, math, nav, button, select, [hidden]';
/** Those that stand apart have a line between them; the others only begin a line of their own. */
const APART = new Set('P H1 H2 H3 H4 H5 H6 BLOCKQUOTE ARTICLE SECTION FIGURE PRE UL OL TABLE'.split(' '));
const LINES = new Set('DIV LI TR DT DD DL HEADER FOOTER MAIN ASIDE ADDRESS FIGCAPTION CAPTION BODY HTML FORM FIELDSET HR'.split(' '));

/**
 * The text of a page or of what was copied out of one: formatting is dropped and paragraphs are kept. Nothing of
 * the page is run or fetched.
 * @param {string} html
 * @returns {string}
 */
export function textOfHtml(html) {
  const { body } = new DOMParser().parseFromString(bare(html), 'text/html');
  for (const element of body.querySelectorAll(SKIPPED)) element.remove();
  let text = '';
  const endLine = (/** @type {number} */ breaks) => {
    text = text.replace(/[ \t]+$/, '');
    const has = /\n*$/.exec(text)?.[0].length ?? 0;
    if (text && has < breaks) text += '\n'.repeat(breaks - has);
  };
  const write = (/** @type {Node} */ node) => {
    if (node.nodeType === Node.TEXT_NODE) return add(node);
    if (!(node instanceof HTMLElement)) return undefined;
    const { tagName } = node;
    if (tagName === 'BR') return void (text += '\n');
    const breaks = APART.has(tagName) ? 2 : LINES.has(tagName) ? 1 : 0;
    if (breaks) endLine(breaks);
    node.childNodes.forEach(write);
    if (tagName === 'TD' || tagName === 'TH') text += '\t';
    if (breaks) endLine(breaks);
  };
  const add = (/** @type {Node} */ node) => {
    const raw = node.textContent ?? '';
    if (node.parentElement?.closest('pre, textarea')) return void (text += raw);
    const plain = raw.replace(/[ \t\r\n\f]+/g, ' ');
    text += /(^|\s)$/.test(text) ? plain.replace(/^ /, '') : plain;
  };
  write(body);
  return text.replace(/[ \t]+\n/g, '\n').replace(/\n{3,}/g, '\n\n').trim();
}

/** A parsed page runs nothing, but each style and handler in it would have the browser complain of our policy.
 * @param {string} html */
const bare = (html) =>
  html.replace(/<(style|script)\b[^]*?<\/\1\s*>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\s(?:style|on\w+)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, ''));
