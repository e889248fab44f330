import { textOfHtml } from '../import/html.js';

/**
 * Files and texts that are dropped on the page, or pasted where nothing is edited.
 * @param {HTMLElement} page
 * @param {(files: File[]) => void} open
 * @param {(text: string) => void} put
 * @param {() => { dropHere: string }} words
 */
export function takeDrops(page, open, put, words) {
  page.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.some((type) => type === 'Files' || type === 'text/plain')) return;
    event.preventDefault();
    page.dataset.drop = words().dropHere;
  });
  page.addEventListener('dragleave', (event) => event.relatedTarget || delete page.dataset.drop);
  page.addEventListener('drop', (event) => {
    delete page.dataset.drop;
    const { dataTransfer } = event;
    const files = [...(dataTransfer?.files ?? [])];
    event.preventDefault();
    if (files.length) open(files);
    else take(dataTransfer, put);
  });
  document.addEventListener('paste', (event) => {
    const edited = event.composedPath().some((each) => each instanceof HTMLElement && (each.isContentEditable || each.matches('input, textarea, select, dialog')));
    if (edited || event.defaultPrevented) return;
    const files = [...(event.clipboardData?.files ?? [])];
    event.preventDefault();
    if (files.length && !event.clipboardData?.types.includes('text/plain')) open(files);
    else take(event.clipboardData, put);
  });
}

/** @param {DataTransfer | null} data @param {(text: string) => void} put */
function take(data, put) {
  const text = data?.getData('text/plain') || textOfHtml(data?.getData('text/html') ?? '');
  if (text) put(text);
}
