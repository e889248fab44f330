/**
 * Every type of entity: what it is called, its hue (degrees, OKLCH) and its underline. Two types that
 * often stand side by side differ in both, so that neither a grey screen nor an eye that mixes up
 * colours confuses them.
 * @typedef {{ ar: Name, en: Name, hue: number, line: 'solid' | 'dashed' | 'dotted' | 'wavy' | 'double' }} TypeStyle
 * @typedef {[one: string, many: string]} Name
 * @type {Record<string, TypeStyle>}
 */
const TYPES = {
  PERS: { ar: ['شخص', 'أشخاص'], en: ['Person', 'People'], hue: 85, line: 'solid' },
  LOC: { ar: ['مكان', 'أماكن'], en: ['Place', 'Places'], hue: 155, line: 'dotted' },
  ORG: { ar: ['جهة', 'جهات'], en: ['Organisation', 'Organisations'], hue: 245, line: 'dashed' },
  MISC: { ar: ['اسم آخر', 'أسماء أخرى'], en: ['Other name', 'Other names'], hue: 330, line: 'wavy' },
  OCC: { ar: ['منصب', 'مناصب'], en: ['Role', 'Roles'], hue: 55, line: 'dashed' },
  NORP: { ar: ['جماعة', 'جماعات'], en: ['Group', 'Groups'], hue: 300, line: 'dotted' },
  EVENT: { ar: ['حدث', 'أحداث'], en: ['Event', 'Events'], hue: 20, line: 'double' },
  FAC: { ar: ['منشأة', 'منشآت'], en: ['Facility', 'Facilities'], hue: 185, line: 'dashed' },
  LAW: { ar: ['قانون', 'قوانين'], en: ['Law', 'Laws'], hue: 275, line: 'solid' },
  DATE: { ar: ['تاريخ', 'تواريخ'], en: ['Date', 'Dates'], hue: 215, line: 'dotted' },
  TIME: { ar: ['وقت', 'أوقات'], en: ['Time', 'Times'], hue: 200, line: 'double' },
  MONEY: { ar: ['مبلغ', 'مبالغ'], en: ['Amount', 'Amounts'], hue: 130, line: 'solid' },
  PERCENT: { ar: ['نسبة', 'نسب'], en: ['Percentage', 'Percentages'], hue: 110, line: 'dotted' },
  QUANTITY: { ar: ['كمية', 'كميات'], en: ['Quantity', 'Quantities'], hue: 170, line: 'wavy' },
  CARDINAL: { ar: ['عدد', 'أعداد'], en: ['Number', 'Numbers'], hue: 70, line: 'double' },
  ORDINAL: { ar: ['رتبة', 'رتب'], en: ['Ordinal', 'Ordinals'], hue: 40, line: 'dotted' },
  URL: { ar: ['رابط', 'روابط'], en: ['Link', 'Links'], hue: 260, line: 'double' },
  EMAIL: { ar: ['بريد', 'عناوين بريد'], en: ['E-mail', 'E-mails'], hue: 230, line: 'wavy' },
  HASHTAG: { ar: ['وسم', 'وسوم'], en: ['Hashtag', 'Hashtags'], hue: 345, line: 'dashed' },
  HANDLE: { ar: ['حساب', 'حسابات'], en: ['Account', 'Accounts'], hue: 5, line: 'solid' },
};

/** A type this page has not heard of still shows, under its own name.
 * @param {string} type @returns {TypeStyle} */
export const typeStyle = (type) => TYPES[type] ?? { ar: [type, type], en: [type, type], hue: 0, line: 'double' };

const ORDER = Object.keys(TYPES);
const rank = (/** @type {string} */ type) => (ORDER.indexOf(type) + 1 || ORDER.length + 1);

/** People first, links last. @param {Iterable<string>} types */
export const inOrder = (types) => [...types].sort((a, b) => rank(a) - rank(b));

/** The highlight of a mark. One that others stand in is underlined lower, so that every line of them is seen.
 * @param {string} type @param {boolean} [reviewed] @param {boolean} [outer] */
export const highlightName = (type, reviewed = false, outer = false) =>
  `tawsim-${type.toLowerCase().replace(/[^a-z0-9_-]/g, '-')}${reviewed ? '--kept' : ''}${outer ? '--outer' : ''}`;
export const CURRENT = 'tawsim-current';

/**
 * The rules of these types for a highlight, for a <mark>, and for the swatches beside them.
 * `text-decoration` is all that tells types apart without colour, so it stays in forced colours and in print.
 * What a person has accepted is marked with a fuller pen.
 * @param {Iterable<string>} types
 */
export function typeRules(types) {
  return Array.from(types, (type) => {
    const { hue, line } = typeStyle(type);
    const name = (/** @type {boolean} */ reviewed, /** @type {boolean} */ outer) => `.text p::highlight(${highlightName(type, reviewed, outer)})`;
    const all = [name(false, false), name(true, false), name(false, true), name(true, true)];
    const marked = `[data-type="${CSS.escape(type)}"]`;
    return `${all}, ${marked} {
      background-color: light-dark(oklch(0.945 0.045 ${hue}), oklch(0.34 0.045 ${hue}));
      text-decoration: underline ${line} light-dark(oklch(0.56 0.13 ${hue}), oklch(0.77 0.12 ${hue}))
        ${line === 'wavy' || line === 'double' ? '1px' : '2px'};
      text-underline-offset: 0.36em; text-decoration-skip-ink: none; }
    ${name(true, false)}, ${name(true, true)}, mark.kept${marked} {
      background-color: light-dark(oklch(0.885 0.085 ${hue}), oklch(0.43 0.08 ${hue})); }
    ${name(false, true)}, ${name(true, true)}, mark.outer${marked} { text-underline-offset: 0.6em; }`;
  }).join('\n');
}
