/** @typedef {import('../review/clusters.js').Reviewed} Entity */
/** @typedef {{ name: string, mentions: Entity[] }} Name one thing with all its mentions */

/**
 * The entities by type, and in a type by what they name: by cluster, else by folded form. The most mentioned
 * come first; those mentioned alike stay in the order of the text.
 * @param {Entity[]} entities ascending
 * @param {import('../tawsim.js').Cluster[]} [clusters]
 * @returns {Map<string, Name[]>}
 */
export function groupByType(entities, clusters = []) {
  /** @type {Map<string, Map<string | number, Name>>} */
  const types = new Map();
  for (const entity of entities) {
    const cluster = entity.cluster === undefined ? undefined : clusters[entity.cluster];
    const names = getOr(types, cluster?.type ?? entity.type, () => new Map());
    const key = cluster ? /** @type {number} */ (entity.cluster) : entity.norm;
    getOr(names, key, () => ({ name: cluster?.name ?? entity.text, mentions: [] })).mentions.push(entity);
  }
  return new Map(
    Array.from(types, ([type, names]) => [
      type,
      [...names.values()].sort((a, b) => b.mentions.length - a.mentions.length),
    ]),
  );
}

/** The spellings of a name, each with its key. @param {Name} name @returns {Map<string, string>} */
export const formsOf = ({ mentions }) => new Map(mentions.map(({ key, text }) => [key, text]));

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
 * @param {string} text @param {{ start: number, end: number }} entity
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
