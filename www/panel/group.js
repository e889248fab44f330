/** @typedef {import('../tawsim.js').Entity} Entity */
/** @typedef {{ name: string, mentions: Entity[] }} Name one name with all its mentions */

/**
 * The entities by type, and in a type by folded form, so that «قاآني» and «قآني» are one name. The most
 * mentioned come first; those mentioned alike stay in the order of the text.
 * @param {Entity[]} entities ascending
 * @returns {Map<string, Name[]>}
 */
export function groupByType(entities) {
  /** @type {Map<string, Map<string, Name>>} */
  const types = new Map();
  for (const entity of entities) {
    const names = getOr(types, entity.type, () => new Map());
    getOr(names, entity.norm, () => ({ name: entity.text, mentions: [] })).mentions.push(entity);
  }
  return new Map(
    Array.from(types, ([type, names]) => [
      type,
      [...names.values()].sort((a, b) => b.mentions.length - a.mentions.length),
    ]),
  );
}

/**
 * @template K, V
 * @param {Map<K, V>} map @param {K} key @param {() => V} make
 */
function getOr(map, key, make) {
  const known = map.get(key);
  if (known !== undefined) return known;
  const fresh = make();
  map.set(key, fresh);
  return fresh;
}

const AROUND = 28;

/**
 * A mention with a few words on either side, cut at word boundaries.
 * @param {string} text @param {Entity} entity
 * @returns {[before: string, name: string, after: string]}
 */
export function context(text, { start, end }) {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - AROUND);
  const before = text.slice(lineStart, start);
  const after = text.slice(end, end + AROUND).split(/[\r\n]/, 1)[0];
  return [
    lineStart === start - AROUND ? `…${before.replace(/^\S*\s/, '')}` : before,
    text.slice(start, end),
    after.length === AROUND ? `${after.replace(/\s\S*$/, '')}…` : after,
  ];
}
