const REACH = 64;
const clusters = new Intl.Segmenter('ar', { granularity: 'grapheme' });

/**
 * Where the backspace key deletes from: a haraka goes alone and its letter stays, as writers of Arabic
 * expect, while an emoji made of several parts, or CR LF, goes as one.
 * @param {string} text
 * @param {number} caret
 * @returns {number}
 */
export function eraseFrom(text, caret) {
  const before = text.slice(Math.max(0, caret - REACH), caret);
  const last = /.$/su.exec(before)?.[0] ?? '';
  if (/^\p{M}$/u.test(last) && !/^[\ufe00-\ufe0f]$/.test(last)) return caret - last.length;
  const cluster = [...clusters.segment(before)].at(-1)?.segment ?? '';
  return caret - cluster.length;
}
