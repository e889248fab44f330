/// <reference lib="webworker" />
/**
 * Keeps every file of one release, so that the page works without a connection and never mixes two releases. The
 * list of files and the version come from release.js, which the build writes; another list is another release.
 */
/** @type {{ RELEASE: { version: string, files: string[] } } & ServiceWorkerGlobalScope} */
const worker = /** @type {any} */ (self);
importScripts('release.js');

const PREFIX = 'tawsim ';
const CACHE = PREFIX + worker.RELEASE.version;

worker.addEventListener('install', (event) => {
  const files = worker.RELEASE.files.map((file) => new Request(file, { cache: 'no-cache' }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(files)));
});

worker.addEventListener('activate', (event) => {
  const clean = async () => {
    for (const name of await caches.keys()) if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
  };
  event.waitUntil(clean());
});

worker.addEventListener('message', ({ data, ports: [port] }) => {
  if (data === 'take over') worker.skipWaiting();
  if (data === 'version') port.postMessage(worker.RELEASE.version);
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== worker.location.origin) return;
  event.respondWith(answer(request));
});

/** @param {Request} request */
async function answer(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request.mode === 'navigate' ? './' : request, { ignoreSearch: true });
  return kept ?? fetch(request);
}
