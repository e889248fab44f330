/** @typedef {{ start: number, end: number }} Span offsets into the text, in UTF-16 units */

export const overlap = (/** @type {Span} */ a, /** @type {Span} */ b) => a.start < b.end && b.start < a.end;
export const same = (/** @type {Span} */ a, /** @type {Span} */ b) => a.start === b.start && a.end === b.end;
export const holds = (/** @type {Span} */ outer, /** @type {Span} */ inner) => outer.start <= inner.start && inner.end <= outer.end;
export const cross = (/** @type {Span} */ a, /** @type {Span} */ b) => overlap(a, b) && !holds(a, b) && !holds(b, a);

/** Ascending by start; of two with one start, the longer first, so that an outer span precedes its inner ones. */
export const inTextOrder = (/** @type {Span} */ a, /** @type {Span} */ b) => a.start - b.start || b.end - a.end;

/**
 * The index of the first span that could reach past `offset`.
 * @param {Span[]} spans in text order
 * @param {number} offset
 */
export function firstReaching(spans, offset) {
  let low = 0;
  for (let high = spans.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (spans[middle].start < offset) low = middle + 1;
    else high = middle;
  }
  while (low > 0 && spans[low - 1].end > offset) low -= 1;
  return low;
}

/** Letters, marks and digits, and what joins them without being seen. */
const WORD = /[\p{L}\p{M}\p{N}\u0640\u200c\u200d]/u;
const LONGEST = 100;

/** @param {string} text @param {number} at */
const isWord = (text, at) => {
  const unit = text.charCodeAt(at);
  const low = unit >= 0xdc00 && unit <= 0xdfff;
  return WORD.test(String.fromCodePoint(text.codePointAt(low ? at - 1 : at) ?? 32));
};

/** The whole written words a span stands in. @param {string} text @param {Span} span @returns {Span} */
export function wordsAround(text, { start, end }) {
  const [least, most] = [Math.max(0, start - LONGEST), Math.min(text.length, end + LONGEST)];
  if (start < text.length && isWord(text, start)) while (start > least && isWord(text, start - 1)) start -= 1;
  if (end > 0 && isWord(text, end - 1)) while (end < most && isWord(text, end)) end += 1;
  return { start, end };
}

/** A span without the spaces and stops at its ends; nothing if no letter is left, or if it leaves its line.
 * @param {string} text @param {Span} span @returns {Span | undefined} */
export function trimmed(text, { start, end }) {
  while (start < end && !isWord(text, start)) start += 1;
  while (start < end && !isWord(text, end - 1)) end -= 1;
  if (start >= end || /[\r\n]/.test(text.slice(start, end))) return undefined;
  return { start, end };
}

const SEATS = /** @type {Record<string, string>} */ ({ أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ؤ: 'و', ئ: 'ي', ى: 'ي', ة: 'ه', ک: 'ك', ی: 'ي' });

/** The form in which spellings of one name meet, for names the engine has not folded itself. @param {string} text */
export const fold = (text) =>
  text.normalize('NFC').replace(/[\p{M}\u0640\p{Cf}]/gu, '').replace(/[أإآٱؤئىةکی]/g, (letter) => SEATS[letter])
    .replace(/\s+/g, ' ').trim().toLowerCase();
