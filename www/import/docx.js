import { fileIn } from './zip.js';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
/** Files saved as "strict" have another name for the same. */
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';

/** The text of a Word file, a line a paragraph; what was struck out by tracked changes is left out.
 * @param {ArrayBuffer} archive @returns {Promise<string>} */
export async function textOfDocx(archive) {
  const xml = new DOMParser().parseFromString(await fileIn(archive, 'word/document.xml'), 'application/xml');
  if (xml.querySelector('parsererror')) throw Object.assign(new Error('The document inside is no XML.'), { code: 'damaged' });
  const lines = [...all(xml, 'p')].filter((paragraph) => !within(paragraph, 'txbxContent')).map(lineOf);
  return lines.join('\n').trim();
}

/** @param {Document | Element} root @param {string} name */
const all = (root, name) => [...root.getElementsByTagNameNS(WORD, name), ...root.getElementsByTagNameNS(STRICT, name)];

/** @param {Element} element @param {string} name */
function within(element, name) {
  for (let at = element.parentElement; at; at = at.parentElement) if (at.localName === name) return true;
  return false;
}

/** @param {Element} paragraph */
function lineOf(paragraph) {
  let line = '';
  const write = (/** @type {Element} */ element) => {
    const { localName } = element;
    if (localName === 'del' || localName === 'moveFrom' || localName === 'txbxContent' || localName === 'Fallback') return;
    if (localName === 't') line += element.textContent;
    else if (localName === 'tab') line += within(element, 'tabs') ? '' : '\t';
    else if (localName === 'br' || localName === 'cr') line += '\n';
    else if (localName === 'noBreakHyphen') line += '\u2011';
    else for (const child of element.children) write(child);
  };
  write(paragraph);
  return line;
}
