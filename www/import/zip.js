/** The end of the central directory, the directory's own entries, and the head of each file. */
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const HEAD = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
/** A file that unpacks to more is no text anybody wrote. */
const MOST = 256 * 2 ** 20;

const damaged = () => Object.assign(new Error('This is no ZIP archive, or a damaged one.'), { code: 'damaged' });

/**
 * One file out of a ZIP archive, which a .docx is.
 * @param {ArrayBuffer} archive
 * @param {string} name
 * @returns {Promise<string>}
 */
export async function fileIn(archive, name) {
  try {
    const view = new DataView(archive);
    const entry = find(view, name);
    const at = view.getUint32(entry + 42, true);
    if (view.getUint32(at, true) !== HEAD) throw damaged();
    const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    const packed = new Uint8Array(archive, start, view.getUint32(entry + 20, true));
    const method = view.getUint16(entry + 10, true);
    if (method !== 0 && method !== 8) throw damaged();
    return new TextDecoder().decode(method === 0 ? packed : await inflate(packed));
  } catch (error) {
    throw /** @type {any} */ (error).code ? error : damaged();
  }
}

/** @param {DataView} view @param {string} name @returns {number} where its entry begins */
function find(view, name) {
  let end = view.byteLength - END_LENGTH;
  const least = Math.max(0, end - LONGEST_COMMENT);
  while (end >= least && view.getUint32(end, true) !== END) end -= 1;
  if (end < least) throw damaged();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== ENTRY) throw damaged();
    const length = view.getUint16(at + 28, true);
    if (new TextDecoder().decode(new Uint8Array(view.buffer, at + 46, length)) === name) return at;
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  throw damaged();
}

/** @param {Uint8Array<ArrayBuffer>} packed */
async function inflate(packed) {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const chunks = [];
  let length = 0;
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > MOST) throw damaged();
    chunks.push(part.value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
