import { label } from '../panel/list.js';
import { typeStyle } from '../types.js';

/** @typedef {import('../tawsim.js').Entity} Entity */

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * The text with its marks, for a word processor or a message: a paragraph a line, and each mark with its own style,
 * since no sheet goes along.
 * @param {string} text @param {Entity[]} entities in text order, nested @param {import('../words/words.js').Words} words
 * @returns {string}
 */
export function richText(text, entities, words) {
  let html = '<div dir="rtl" lang="ar"><p>';
  let done = 0;
  /** @type {number[]} where the marks around end */
  const around = [];
  const write = (/** @type {number} */ to) => {
    html += escaped(text.slice(done, to)).replace(/\r\n?|\n/g, '</p>\n<p>');
    done = to;
  };
  const close = (/** @type {number} */ to) => {
    while (around.length && around[around.length - 1] <= to) {
      write(/** @type {number} */ (around.pop()));
      html += '</mark>';
    }
  };
  for (const { start, end, type } of entities) {
    // A mark that went on over a line break would tear a paragraph open.
    if (/[\r\n]/.test(text.slice(start, end))) continue;
    close(start);
    write(start);
    const { hue, line } = typeStyle(type);
    const style = `background:${pale(hue)};text-decoration:underline ${line};color:inherit`;
    html += `<mark data-type="${escaped(type)}" title="${escaped(label(type, words, 0))}" style="${style}">`;
    around.push(end);
  }
  close(text.length);
  write(text.length);
  return `${html}</p></div>`;
}

/** Word processors know no OKLCH. @param {number} hue */
const pale = (hue) => `hsl(${(hue + 325) % 360}, 75%, 90%)`;
