import { paragraphs } from './retag.js';
import { overlap, trimmed, wordsAround } from './spans.js';

/**
 * @typedef {import('./spans.js').Span} Span
 * @typedef {Span & { kind: 'proclitic' | 'stem' | 'enclitic' }} Piece a part of a written word, or all of it
 */

/**
 * The pieces of the lines around a span. An engine that can't take words apart leaves them whole.
 * @param {any} engine @param {string} text @param {Span} span @returns {Promise<Piece[]>}
 */
export async function piecesAround(engine, text, span) {
  const { start, end } = nearby(text, paragraphs(text, span), span);
  const line = text.slice(start, end);
  const pieces = typeof engine?.segment === 'function' ? cut(await engine.segment(line)) : words(line);
  return pieces.map((piece) => ({ ...piece, start: piece.start + start, end: piece.end + start }));
}

const REACH = 2000;

/** A line without end is looked at around the span alone. @param {string} text @param {Span} line @param {Span} span @returns {Span} */
function nearby(text, line, span) {
  if (line.end - line.start <= 2 * REACH + (span.end - span.start)) return line;
  return wordsAround(text, { start: Math.max(line.start, span.start - REACH), end: Math.min(line.end, span.end + REACH) });
}

/** @param {string} line @returns {Piece[]} */
const words = (line) =>
  Array.from(line.matchAll(/[\p{L}\p{M}\p{N}\u0640\u200c\u200d]+/gu), ({ index, 0: word }) => ({
    start: index, end: index + word.length, kind: /** @type {const} */ ('stem'),
  }));

const KINDS = /** @type {Record<string, Piece['kind']>} */ ({ conjunction: 'proclitic', preposition: 'proclitic', future: 'proclitic', pronoun: 'enclitic' });

/** @param {import('../tawsim.js').Segments} segments @returns {Piece[]} */
const cut = ({ tokens }) =>
  [...tokens].flatMap(({ pieces }) => pieces.map(({ start, end, role }) => ({ start, end, kind: KINDS[role] ?? 'stem' })));

/**
 * What a hasty selection means: whole pieces, without the clitics at either end of it.
 * @param {string} text @param {Piece[]} pieces in text order @param {Span} span @returns {Span | undefined}
 */
export function snapped(text, pieces, span) {
  const exact = trimmed(text, span);
  if (!exact) return undefined;
  const inside = pieces.filter((piece) => overlap(piece, exact));
  while (inside.length > 1 && inside[0].kind === 'proclitic') inside.shift();
  while (inside.length > 1 && inside[inside.length - 1].kind === 'enclitic') inside.pop();
  if (!inside.length) return exact;
  return trimmed(text, { start: inside[0].start, end: inside[inside.length - 1].end }) ?? exact;
}

/** The next border of a piece, or of a letter. @param {Piece[]} pieces @param {number} offset @param {-1 | 1} step
 * @param {'start' | 'end'} side @param {boolean} byLetter @returns {number} */
export function stepped(pieces, offset, step, side, byLetter) {
  if (byLetter) return offset + step;
  const borders = pieces.map((piece) => piece[side]);
  const next = step > 0 ? borders.find((border) => border > offset) : borders.findLast((border) => border < offset);
  return next ?? offset;
}
