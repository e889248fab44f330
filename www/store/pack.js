/** Records in one piece: enough that pieces are few, few enough that none takes long. */
const PIECE = 250;

/**
 * A long list as JSON, in pieces. The database would copy thousands of objects in one go, for longer than a
 * key may wait; strings it takes as they are.
 * @param {unknown[]} list
 */
function* pieces(list) {
  for (let from = 0; from < list.length; from += PIECE) yield JSON.stringify(list.slice(from, from + PIECE));
}

/** @param {unknown[]} list @param {() => Promise<void>} [breathe] between pieces; without, all is done at once */
export async function packed(list, breathe) {
  if (!breathe) return [...pieces(list)];
  const all = [];
  for (const piece of pieces(list)) {
    all.push(piece);
    await breathe();
  }
  return all;
}

/** A list as it was; the first format kept it as it is. @param {unknown[]} stored @returns {any[]} */
export const unpacked = (stored) => stored.flatMap((each) => (typeof each === 'string' ? JSON.parse(each) : [each]));
