import { isName } from '../review/clusters.js';

/**
 * @typedef {import('../review/clusters.js').Reviewed} Reviewed
 * @typedef {import('../tawsim.js').Cluster} Cluster
 * @typedef {{ name: string, type: string, times: number, first: Reviewed }} Bar
 * @typedef {{ value: string, sort: string, entity: Reviewed }} Moment
 */

/** What is mentioned most. @param {{ entities: Reviewed[], clusters: Cluster[] }} annotation @param {number} most @returns {Bar[]} */
export const mostMentioned = ({ entities, clusters }, most) =>
  clusters.filter(({ type }) => isName(type))
    .map(({ name, type, mentions }) => ({ name, type, times: mentions.length, first: entities[mentions[0]] }))
    .sort((a, b) => b.times - a.times || a.first.start - b.first.start).slice(0, most);

/** Dates whose value is known, from the earliest on, each day, month or year once.
 * @param {{ entities: Reviewed[] }} annotation @returns {Moment[]} */
export function moments({ entities }) {
  /** @type {Map<string, Moment>} */
  const known = new Map();
  for (const entity of entities) {
    const value = entity.type === 'DATE' && typeof entity.value === 'string' ? entity.value : undefined;
    const begin = value === undefined ? undefined : /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(value);
    if (!value || !begin || known.has(value)) continue;
    known.set(value, { value, sort: `${begin[1]}-${begin[2] ?? '00'}-${begin[3] ?? '00'}`, entity });
  }
  return [...known.values()].sort((a, b) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : 0));
}

/** A date as one says it, as exactly as it is known. @param {string} value ISO 8601 or EDTF @param {string} locale */
export function spokenDate(value, locale) {
  const spoken = value.split('/').map((part) => {
    const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(part.slice(0, 10)) ?? [];
    if (!year || Number(month ?? 1) > 12) return part;
    const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
    return new Intl.DateTimeFormat(locale, {
      calendar: 'gregory', timeZone: 'UTC', year: 'numeric', ...(month && { month: 'long' }), ...(day && { day: 'numeric' }),
    }).format(date);
  });
  return spoken.join(' – ');
}
