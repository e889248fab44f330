/**
 * Annotations as a person leaves them: over awkward text, nested, from every source, with values, identifiers
 * and clusters.
 * @typedef {import('../../www/tawsim.js').EditedAnnotation} EditedAnnotation
 */

const PIECES = [
  'زار ', 'قائد فيلق القدس', 'وبالكاظمي', 'بَغْـــداد', '. ', '، ', ' ', '\r\n', '\n', '\r', '\t', '&', '&amp;', '&#13;', '<', '>',
  '<mark>', '</div>', '<script>alert(1)</script>', '<!--', '"', "'", '\\', '\u0000', '\u0007', '\u000b', '\u0085', '\u2028', '\ufeff', '\u200f',
  '\u202b', '👨‍👩‍👧‍👦', '🇮🇶', '#', '\u0301', '\ufffe',
];
const TYPES = ['PERS', 'LOC', 'ORG', 'OCC', 'DATE', 'MONEY', 'CARDINAL', 'NORP', 'URL', 'مكتب', 'a "b" <c>&d'];
const VALUES = ['2021-08', '2021-08-04/2021-08-06', 3.5, 1200, { amount: 2.5, currency: 'IQD' }, { amount: 7, unit: 'kilometer' }];
const IDS = ['Q7', 'قائمة ١', '"<&>\'', '\\u{0}', 'a\u0000\t\r\nb'];

/** A generator of numbers below a bound, the same for the same seed. @param {number} seed */
function randomOf(seed) {
  let state = (seed % 2147483646) + 1;
  return (/** @type {number} */ below) => (state = (state * 48271) % 2147483647) % below;
}

/** @param {number} seed @returns {EditedAnnotation & { text: string }} */
export function annotationOf(seed) {
  const random = randomOf(seed * 7919);
  const text = Array.from({ length: random(20) }, () => PIECES[random(PIECES.length)]).join('');
  const edges = [0];
  for (const character of text) edges.push(/** @type {number} */ (edges.at(-1)) + character.length);
  /** @type {any[]} */
  const entities = [];
  for (let turn = random(9); turn > 0; turn -= 1) {
    const from = random(edges.length);
    const start = edges[from];
    const end = edges[Math.min(from + 1 + random(8), edges.length - 1)];
    const crosses = entities.some((e) => e.start < end && start < e.end && !(e.start <= start && end <= e.end) && !(start <= e.start && e.end <= end));
    if (start === end || crosses) continue;
    entities.push({
      type: TYPES[random(TYPES.length)], start, end, score: random(1_000_001) / 1e6, sentence: random(5),
      source: ['model', 'gazetteer', 'pattern', 'user'][random(4)],
      ...(random(3) === 0 && { value: VALUES[random(VALUES.length)] }),
      ...(random(3) === 0 && { id: IDS[random(IDS.length)] }),
      ...(random(2) === 0 && { cluster: random(3) }),
      ...(random(4) === 0 && { surface: { start: edges[Math.max(from - 1, 0)], end } }),
    });
  }
  return { text, entities };
}

/** Of awkward annotations the nested, the empty and the last-line kind, which chance may not bring. */
export const fixed = [
  { text: '', entities: [] },
  { text: 'بغداد\n', entities: [{ type: 'LOC', start: 0, end: 5 }] },
  { text: 'قائد فيلق القدس', entities: [{ type: 'OCC', start: 0, end: 15 }, { type: 'ORG', start: 5, end: 15 }] },
  { text: 'فيلق القدس\r\n', entities: [{ type: 'ORG', start: 0, end: 10 }, { type: 'OCC', start: 0, end: 4 }, { type: 'MISC', start: 0, end: 10 }] },
];
